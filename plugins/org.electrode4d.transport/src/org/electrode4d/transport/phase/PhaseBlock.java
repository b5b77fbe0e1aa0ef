// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.statistics.LabelIndex;

/**
 * The phases of a block: their voxels per slice, and the edges of voxels around which three of them meet. An edge
 * belongs to the block of the voxel at its lower side along both axes. The last layer of the volume is repeated beyond
 * it: an edge there has no more than two phases and is not counted.
 */
final class PhaseBlock {

    /** Phases are bits of a long. */
    static final int MOST = Long.SIZE;

    private final Block own;
    private final int axis;
    private final int width;
    private final int plane;
    private final int[] slots;
    private final LabelIndex labels = new LabelIndex();
    private final int extent;
    private final long[] voxels;
    private final long[] halfEdges;

    /** @param axis that slices are across: 0 = x, 1 = y, 2 = z */
    PhaseBlock(final LabelVolume phases, final Block own, final int axis) {
        this.own = own;
        this.axis = axis;
        width = own.sizeX() + 1;
        plane = width * (own.sizeY() + 1);
        slots = new int[Math.multiplyExact(plane, own.sizeZ() + 1)];
        fill(phases);
        extent = axis == 0 ? own.sizeX() : axis == 1 ? own.sizeY() : own.sizeZ();
        voxels = new long[labels.size() * extent];
        halfEdges = new long[3 * triples(labels.size())];
    }

    static TransportException tooMany(final LabelVolume phases) {
        return new TransportException(phases.volume().name() + " has more than " + MOST + " different labels, too many "
            + "for phases. Take a volume of phases instead of particles or grey values.");
    }

    private void fill(final LabelVolume phases) {
        final Shape shape = phases.volume().shape();
        final Block inside =
            new Block(own.minX(), own.minY(), own.minZ(), width, own.sizeY() + 1, own.sizeZ() + 1).clip(shape);
        final int[] ids = new int[inside.voxels()];
        phases.read(inside, ids);
        int last = ids[0];
        int slot = labels.add(last);
        for (int z = 0; z <= own.sizeZ(); z++) {
            for (int y = 0; y <= own.sizeY(); y++) {
                final int from = (Math.min(z, inside.sizeZ() - 1) * inside.sizeY() + Math.min(y, inside.sizeY() - 1))
                    * inside.sizeX();
                final int to = z * plane + y * width;
                for (int x = 0; x < inside.sizeX(); x++) {
                    final int label = ids[from + x];
                    if (label != last) {
                        last = label;
                        slot = labels.add(label);
                    }
                    slots[to + x] = slot;
                }
                slots[to + own.sizeX()] = slots[to + inside.sizeX() - 1];
            }
        }
        if (labels.size() > MOST) {
            throw tooMany(phases);
        }
    }

    void count() {
        final int[] differs = new int[own.sizeX()];
        for (int z = 0; z < own.sizeZ(); z++) {
            for (int y = 0; y < own.sizeY(); y++) {
                final int start = z * plane + y * width;
                countVoxels(start, axis == 1 ? y : z);
                if (labels.size() > 2) {
                    compare(start, differs);
                    for (int x = 0; x < differs.length; x++) {
                        if (differs[x] != 0) {
                            countEdges(start + x);
                        }
                    }
                }
            }
        }
    }

    private void countVoxels(final int start, final int slice) {
        final int step = axis == 0 ? 1 : 0;
        int place = axis == 0 ? 0 : slice;
        for (int i = start; i < start + own.sizeX(); i++) {
            voxels[slots[i] * extent + place]++;
            place += step;
        }
    }

    /** Not 0 where an edge may have several phases; written so that the compiler uses wide registers. */
    private void compare(final int start, final int[] differs) {
        final int[] s = slots;
        final int ahead = start + width;
        final int above = start + plane;
        final int both = above + width;
        for (int i = 0; i < differs.length; i++) {
            final int v = s[start + i];
            differs[i] = (v ^ s[start + i + 1]) | (v ^ s[ahead + i]) | (v ^ s[ahead + i + 1])
                | (v ^ s[above + i]) | (v ^ s[above + i + 1]) | (v ^ s[both + i]);
        }
    }

    private void countEdges(final int at) {
        final long here = 1L << slots[at];
        final long x = 1L << slots[at + 1];
        final long y = 1L << slots[at + width];
        final long z = 1L << slots[at + plane];
        countEdge(0, here | y | z | 1L << slots[at + plane + width]);
        countEdge(1, here | x | z | 1L << slots[at + plane + 1]);
        countEdge(2, here | x | y | 1L << slots[at + width + 1]);
    }

    /** Four phases are two lines in one edge; which two is not known, so that each of four triples gets a half. */
    private void countEdge(final int along, final long phases) {
        final int different = Long.bitCount(phases);
        if (different == 3) {
            halfEdges[3 * triple(phases) + along] += 2;
        } else if (different == 4) {
            long rest = phases;
            while (rest != 0) {
                final long one = Long.lowestOneBit(rest);
                halfEdges[3 * triple(phases ^ one) + along]++;
                rest ^= one;
            }
        }
    }

    private static int triple(final long phases) {
        final int third = Long.SIZE - 1 - Long.numberOfLeadingZeros(phases);
        final int first = Long.numberOfTrailingZeros(phases);
        return triple(first, Long.numberOfTrailingZeros(phases ^ 1L << first), third);
    }

    /** Numbers triples of slots that ascend: 012, 013, 023, 123, 014, ... */
    private static int triple(final int first, final int second, final int third) {
        return triples(third) + second * (second - 1) / 2 + first;
    }

    private static int triples(final int phases) {
        return phases * (phases - 1) * (phases - 2) / 6;
    }

    /** The phases of the block, numbered from 0. */
    LabelIndex labels() {
        return labels;
    }

    Block own() {
        return own;
    }

    /** Voxels of a phase in a slice of the block. */
    long voxels(final int number, final int slice) {
        return voxels[number * extent + slice];
    }

    int slices() {
        return extent;
    }

    /** Twice the number of edges along an axis of three phases whose numbers ascend. */
    long halfEdges(final int first, final int second, final int third, final int along) {
        return halfEdges[3 * triple(first, second, third) + along];
    }
}
