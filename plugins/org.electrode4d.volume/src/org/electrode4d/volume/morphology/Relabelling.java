// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelType;

/** Labels in place of other labels. */
public final class Relabelling {

    private static final double HEAP_SHARE = 0.25;

    /**
     * Labels without gaps.
     *
     * @param count the largest of them
     */
    record Sequence(LabelVolume labels, int count) {
    }

    private Relabelling() {
    }

    /**
     * Labels by a table, computed on demand.
     *
     * @param table the new label by the old one; labels beyond its end and negative ones become 0
     * @return INT32, with the facts of the labels but without their names
     */
    public static Volume of(final LabelVolume labels, final int[] table) {
        final Volume volume = labels.volume();
        final Shape shape = volume.shape();
        final Layout layout = new Layout(shape, VoxelType.INT32, (int)shape.x(), (int)shape.y(), 1);
        return unnamed(LazyVolume.load(volume.name(), layout, volume.voxelSize(), block -> {
            final int[] values = new int[block.voxels()];
            labels.read(block, values);
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] < 0 || values[i] >= table.length ? 0 : table[values[i]];
            }
            return values;
        }).withOrigin(volume.origin()).withMetadata(volume.metadata()));
    }

    /**
     * The labels that a volume has as 1, 2, ... in the order that they had, without gaps; 0 stays. Names go along.
     * Reads the volume once. Takes 4 bytes for each number up to the largest label, and while it reads a bit for each
     * per thread.
     *
     * @throws VolumeException for FLOAT32, for a negative label, or for one so large that the table of labels
     *     would take more than a quarter of the heap
     */
    public static LabelVolume inSequence(final LabelVolume labels, final Progress progress) {
        return sequence(labels, progress).labels();
    }

    static Sequence sequence(final LabelVolume labels, final Progress progress) {
        final double most = HEAP_SHARE / Integer.BYTES * Runtime.getRuntime().maxMemory();
        return sequence(labels, (int)Math.min(Integer.MAX_VALUE - 16, most), progress);
    }

    static Sequence sequence(final LabelVolume labels, final int mostLabel, final Progress progress) {
        final BitSet used = used(labels, mostLabel, progress);
        used.clear(0);
        final int[] table = new int[used.length()];
        final SortedMap<Integer, String> names = new TreeMap<>();
        int next = 0;
        for (int label = used.nextSetBit(0); label >= 0; label = used.nextSetBit(label + 1)) {
            table[label] = ++next;
            if (labels.names().containsKey(label)) {
                names.put(next, labels.names().get(label));
            }
        }
        return new Sequence(new LabelVolume(of(labels, table), names), next);
    }

    private static BitSet used(final LabelVolume labels, final int mostLabel, final Progress progress) {
        final Volume volume = Masks.requireIntegers(labels.volume(), "the labels");
        final BitSet used = new BitSet();
        Blocks.forEach(Slabs.of(volume.shape(), Slabs.PLANES), progress, "Labels in use", slab -> {
            final BitSet part = used(labels, slab, mostLabel, progress);
            synchronized (used) {
                used.or(part);
            }
        });
        return used;
    }

    private static BitSet used(final LabelVolume labels, final Block slab, final int mostLabel,
        final Progress progress) {
        final BitSet used = new BitSet();
        final int[] plane = new int[slab.sizeX() * slab.sizeY()];
        for (long z = slab.minZ(); z < slab.endZ(); z++) {
            progress.check();
            labels.read(PlaneMask.plane(labels.volume(), z), plane);
            int previous = 0;
            for (final int label : plane) {
                if (label != previous) {
                    if (label < 0 || label > mostLabel) {
                        throw refused(labels.volume().name(), label, mostLabel);
                    }
                    used.set(label);
                    previous = label;
                }
            }
        }
        return used;
    }

    private static VolumeException refused(final String name, final int label, final int mostLabel) {
        return new VolumeException(label < 0
            ? "Labels to be put in sequence must not be negative, but " + name + " has label " + label + "."
            : "Labels to be put in sequence must not be above " + mostLabel + " with the memory there is, but " + name
                + " has label " + label + ". Number the objects anew with Connected Components, or give the program"
                + " more heap (-Xmx).");
    }

    /** A volume without the names that its labels had before. */
    public static Volume unnamed(final Volume volume) {
        return volume.type().isInteger() ? new LabelVolume(volume, new TreeMap<>()).named() : volume;
    }
}
