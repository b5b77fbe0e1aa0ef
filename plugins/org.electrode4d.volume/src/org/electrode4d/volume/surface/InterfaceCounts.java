// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import java.util.Arrays;
import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.statistics.LabelIndex;

/**
 * How often the lines of voxels along 13 directions cross the surface of each label and the interface of each pair of
 * labels, from one pass in bars of {@value #EDGE} x {@value #EDGE} rows. Whole numbers: nothing depends on blocks or
 * threads. 128 bytes per label and some 80 per pair.
 */
public final class InterfaceCounts {

    /** Crossings inside the volume by kind of direction. */
    static final int INSIDE = 0;
    /** Crossings of lines that leave the volume in a voxel of the label. */
    static final int BORDER = INSIDE + LineDirections.KINDS;
    /** Weights of Lindblad in thousandths, of cells inside the volume and of those at its border. */
    static final int LINDBLAD = BORDER + LineDirections.KINDS;
    static final int FIELDS = LINDBLAD + 2;

    private static final int EDGE = 32;

    private final LabelIndex index;
    private final long[] counts;
    private final PairCounts pairs = new PairCounts();

    private InterfaceCounts(final LabelIndex index) {
        this.index = index;
        counts = new long[Math.multiplyExact(index.size(), FIELDS)];
    }

    /** @param index holds all labels above zero */
    public static InterfaceCounts of(final LabelVolume labels, final LabelIndex index, final boolean lindblad,
        final Progress progress) {
        return of(labels, index, lindblad, EDGE, progress);
    }

    /** Results do not depend on the edge, which tests vary. */
    public static InterfaceCounts of(final LabelVolume labels, final LabelIndex index, final boolean lindblad,
        final int edge, final Progress progress) {
        final InterfaceCounts all = new InterfaceCounts(index);
        final Shape shape = labels.volume().shape();
        final List<Block> blocks = Blocks.tile(shape, (int)Math.min(shape.x(), Integer.MAX_VALUE), edge, edge);
        Blocks.forEach(blocks, progress, "Measuring the surfaces of labels", block -> {
            final InterfaceBlock part = new InterfaceBlock(labels, block);
            part.count(lindblad, progress);
            all.add(part);
        });
        return all;
    }

    private synchronized void add(final InterfaceBlock part) {
        final int[] number = new int[part.labels().size()];
        for (int i = 0; i < number.length; i++) {
            number[i] = index.find(part.labels().label(i));
            for (int field = 0; field < FIELDS; field++) {
                counts[number[i] * FIELDS + field] += part.count(i, field);
            }
        }
        final PairCounts found = part.pairs();
        for (int i = 0; i < found.size(); i++) {
            for (int kind = 0; kind < LineDirections.KINDS; kind++) {
                if (found.count(i, kind) > 0) {
                    pairs.add(number[found.first(i)], number[found.second(i)], kind, found.count(i, kind));
                }
            }
        }
    }

    /** Pairs are numbers of labels in the index. */
    public PairCounts pairs() {
        return pairs;
    }

    /** By Crofton's formula, in µm². */
    public double area(final int number, final boolean withBorder, final CroftonWeights weights) {
        final int at = number * FIELDS;
        return weights.area(counts, at + INSIDE) + (withBorder ? weights.area(counts, at + BORDER) : 0);
    }

    /** Faces of voxels of the label at the border of the volume that are across an axis: 0 = x, 1 = y, 2 = z. */
    public long borderFaces(final int number, final int axis) {
        return counts[number * FIELDS + BORDER + axis];
    }

    /** By the weights of Lindblad, in faces of cubic voxels. */
    public double lindbladFaces(final int number, final boolean withBorder) {
        final int at = number * FIELDS + LINDBLAD;
        return (counts[at] + (withBorder ? counts[at + 1] : 0)) / 1000.0;
    }

    /** All counts of a label, for tests. */
    public long[] counts(final int number) {
        return Arrays.copyOfRange(counts, number * FIELDS, (number + 1) * FIELDS);
    }
}
