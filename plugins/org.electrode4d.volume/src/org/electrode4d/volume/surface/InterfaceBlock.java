// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import java.util.Arrays;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.statistics.LabelIndex;

/**
 * The crossings of a block. A line from voxel to voxel belongs to the block of its first end; blocks at the border of
 * the volume own the layer of voxels outside as well. Labels get small numbers first: counting then needs no look-up.
 */
final class InterfaceBlock {

    private static final int BACKGROUND = 0;
    private static final int OUTSIDE = 1;
    private static final int FIRST = 2;

    private final LabelVolume source;
    private final Block own;
    private final int width;
    private final int plane;
    private final int[] slots;
    private final LabelIndex labels = new LabelIndex();
    private final PairCounts pairs = new PairCounts();
    private final int[] steps = new int[LineDirections.COUNT];
    private final int[] kinds = new int[LineDirections.COUNT];
    private final long[] counts;

    InterfaceBlock(final LabelVolume source, final Block block) {
        this.source = source;
        final Shape shape = source.volume().shape();
        own = own(block, shape);
        final Block box = new Block(own.minX() - 1, own.minY() - 1, own.minZ(), own.sizeX() + 2, own.sizeY() + 2,
            own.sizeZ() + 1);
        width = box.sizeX();
        plane = width * box.sizeY();
        slots = new int[box.voxels()];
        fill(box, shape);
        counts = new long[(FIRST + labels.size()) * InterfaceCounts.FIELDS];
        for (int d = 0; d < steps.length; d++) {
            final int[] step = LineDirections.step(d);
            steps[d] = step[0] + step[1] * width + step[2] * plane;
            kinds[d] = LineDirections.kind(d);
        }
    }

    private static Block own(final Block block, final Shape shape) {
        final int left = block.minX() == 0 ? 1 : 0;
        final int front = block.minY() == 0 ? 1 : 0;
        final int below = block.minZ() == 0 ? 1 : 0;
        return new Block(block.minX() - left, block.minY() - front, block.minZ() - below,
            block.sizeX() + left + (block.endX() == shape.x() ? 1 : 0),
            block.sizeY() + front + (block.endY() == shape.y() ? 1 : 0), block.sizeZ() + below);
    }

    private void fill(final Block box, final Shape shape) {
        final Block inside = box.clip(shape);
        final int[] ids = new int[inside.voxels()];
        source.read(inside, ids);
        Arrays.fill(slots, OUTSIDE);
        int last = BACKGROUND;
        int slot = BACKGROUND;
        int from = 0;
        for (long z = inside.minZ(); z < inside.endZ(); z++) {
            for (long y = inside.minY(); y < inside.endY(); y++) {
                int to = (int)((z - box.minZ()) * plane + (y - box.minY()) * width + inside.minX() - box.minX());
                for (int i = 0; i < inside.sizeX(); i++) {
                    final int label = ids[from++];
                    if (label != last) {
                        last = label;
                        slot = label > 0 ? FIRST + labels.add(label) : BACKGROUND;
                    }
                    slots[to++] = slot;
                }
            }
        }
    }

    void count(final boolean lindblad, final Progress progress) {
        final int[] differs = new int[own.sizeX()];
        for (int z = 0; z < own.sizeZ(); z++) {
            for (int y = 1; y <= own.sizeY(); y++) {
                progress.check();
                final int start = z * plane + y * width + 1;
                compare(start, differs);
                for (int i = 0; i < differs.length; i++) {
                    if (differs[i] != 0) {
                        countLines(start + i);
                        if (lindblad) {
                            countCell(start + i);
                        }
                    }
                }
            }
        }
    }

    /** Not 0 where one of the 13 neighbours ahead is another one; written so that the compiler uses wide registers. */
    private void compare(final int start, final int[] differs) {
        final int[] s = slots;
        final int ahead = start + width;
        final int above = start + plane;
        final int back = above - width;
        final int front = above + width;
        for (int i = 0; i < differs.length; i++) {
            final int v = s[start + i];
            differs[i] = (v ^ s[start + i + 1])
                | (v ^ s[ahead + i - 1]) | (v ^ s[ahead + i]) | (v ^ s[ahead + i + 1])
                | (v ^ s[back + i - 1]) | (v ^ s[back + i]) | (v ^ s[back + i + 1])
                | (v ^ s[above + i - 1]) | (v ^ s[above + i]) | (v ^ s[above + i + 1])
                | (v ^ s[front + i - 1]) | (v ^ s[front + i]) | (v ^ s[front + i + 1]);
        }
    }

    private void countLines(final int at) {
        final int one = slots[at];
        for (int d = 0; d < LineDirections.COUNT; d++) {
            final int other = slots[at + steps[d]];
            if (other != one) {
                final int field = one == OUTSIDE || other == OUTSIDE ? InterfaceCounts.BORDER : InterfaceCounts.INSIDE;
                counts[one * InterfaceCounts.FIELDS + field + kinds[d]]++;
                counts[other * InterfaceCounts.FIELDS + field + kinds[d]]++;
                if (one >= FIRST && other >= FIRST) {
                    pairs.add(one - FIRST, other - FIRST, kinds[d], 1);
                }
            }
        }
    }

    /** The cell of 2 x 2 x 2 voxels whose first corner this is: once for every label in it. */
    private void countCell(final int at) {
        boolean inside = true;
        for (int i = 0; i < 8; i++) {
            inside &= slots[corner(at, i)] != OUTSIDE;
        }
        int done = 0;
        for (int i = 0; i < 8; i++) {
            final int slot = slots[corner(at, i)];
            if (slot >= FIRST && (done >> i & 1) == 0) {
                int mask = 0;
                for (int j = i; j < 8; j++) {
                    mask |= slots[corner(at, j)] == slot ? 1 << j : 0;
                }
                done |= mask;
                counts[slot * InterfaceCounts.FIELDS + InterfaceCounts.LINDBLAD + (inside ? 0 : 1)] +=
                    LindbladWeights.of(mask);
            }
        }
    }

    private int corner(final int at, final int corner) {
        return at + (corner & 1) + (corner >> 1 & 1) * width + (corner >> 2) * plane;
    }

    /** The labels of the block, numbered as in {@link #pairs()} and {@link #count(int, int)}. */
    LabelIndex labels() {
        return labels;
    }

    PairCounts pairs() {
        return pairs;
    }

    long count(final int number, final int field) {
        return counts[(FIRST + number) * InterfaceCounts.FIELDS + field];
    }
}
