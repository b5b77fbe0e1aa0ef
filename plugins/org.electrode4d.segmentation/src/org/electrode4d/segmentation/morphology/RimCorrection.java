// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Set;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;

/**
 * Takes the rims out of phases that were told apart by grey value. Where a dark phase meets a bright one, a scan that
 * is not sharp passes through every grey value between, so that thresholds make a thin layer of phases that are not
 * there: of silicon, say, between copper and binder.
 *
 * <p>A voxel is doubtful if a voxel of a darker phase and one of a brighter phase both lie within the width of the rim,
 * and gets the phase of the nearest voxel that is not; of equal distances, the larger label. It keeps its own where
 * none lies within twice the width. A true layer that is thinner than the rim is taken for one, too.
 *
 * <p>This is the doubt of {@link TwoScanSegmentation} for a single scan, on demand. Halo three widths; memory 6 bytes
 * per voxel of a block and its halo; at most as many steps per voxel of a phase that is looked at as a ball of the
 * width has voxels, and only in blocks that have a darker and a brighter phase.
 */
public final class RimCorrection {

    private static final int EDGE = 64;
    private static final int WIDEST = 16;
    private static final int LARGEST_LABEL = 127;

    private final Volume phases;
    private final Set<Integer> doubted;
    private final int[] reach;
    private final NearVoxels rim;
    private final NearVoxels around;
    private final int[] groups;

    private RimCorrection(final Volume phases, final double width, final Set<Integer> doubted) {
        final VoxelSize size = phases.voxelSize();
        this.phases = phases;
        this.doubted = doubted;
        reach = new int[]{NearVoxels.reach(width, size.x()), NearVoxels.reach(width, size.y()),
            NearVoxels.reach(width, size.z())};
        rim = NearVoxels.within(width, size);
        around = NearVoxels.within(2 * width, size);
        groups = around.groups();
    }

    /**
     * @param phases of an integer type: labels 1 to 127 in the order of their grey values, 0 for no phase
     * @param width of the rim in µm, about the resolution; up to 16 voxels
     * @param doubted labels of the phases that a rim may look like; empty for all
     * @return UINT8, on demand
     * @throws SegmentationException for phases of FLOAT32, and a width that is not positive or of too many voxels
     */
    public static Volume of(final Volume phases, final double width, final Set<Integer> doubted) {
        Masks.requireIntegers(phases, "the phases");
        final VoxelSize size = phases.voxelSize();
        final double smallest = Math.min(size.x(), Math.min(size.y(), size.z()));
        if (!(width > 0) || width > WIDEST * smallest) {
            throw new SegmentationException("The width of the rim of " + phases.name() + " is " + width
                + " µm, but must be greater than 0 and at most " + WIDEST + " voxels, " + WIDEST * smallest + " µm.");
        }
        final RimCorrection correction = new RimCorrection(phases, width, Set.copyOf(doubted));
        return LazyVolume.load(phases.name(), new Layout(phases.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE), size,
            correction::compute).withOrigin(phases.origin()).withMetadata(phases.metadata());
    }

    private byte[] compute(final Block block) {
        final Block box = grow(block, 3);
        final byte[] labels = labels(box);
        final byte[] certain = labels.clone();
        final Block looked = grow(block, 2);
        doubt(labels, certain, box, looked);
        final byte[] result = new byte[block.voxels()];
        final int[] steps = around.steps(box);
        int to = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                final int row = index(box, block.minX(), y, z);
                for (int i = row; i < row + block.sizeX(); i++) {
                    result[to++] = certain[i] == labels[i] ? labels[i] : nearest(certain, i, steps, labels[i]);
                }
            }
        }
        return result;
    }

    private Block grow(final Block block, final int widths) {
        return block.grow(widths * reach[0], widths * reach[1], widths * reach[2]);
    }

    private static int index(final Block box, final long x, final long y, final long z) {
        return (int)(((z - box.minZ()) * box.sizeY() + y - box.minY()) * box.sizeX() + x - box.minX());
    }

    /** Beyond the border there is no phase. */
    private byte[] labels(final Block box) {
        final float[] values = new float[box.voxels()];
        phases.read(box, Extension.ZERO, values);
        final byte[] labels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= LARGEST_LABEL)) {
                throw new SegmentationException("Rims are found between phases with labels up to " + LARGEST_LABEL
                    + ", but " + phases.name() + " has the label " + (long)values[i] + ".");
            }
            labels[i] = (byte)values[i];
        }
        return labels;
    }

    /** Makes doubtful voxels ones without a phase. */
    private void doubt(final byte[] labels, final byte[] certain, final Block box, final Block looked) {
        final boolean[] present = new boolean[LARGEST_LABEL + 1];
        for (final byte label : labels) {
            present[label] = true;
        }
        final boolean[] possible = new boolean[present.length];
        boolean any = false;
        for (int label = 1; label <= LARGEST_LABEL; label++) {
            possible[label] = present[label] && (doubted.isEmpty() || doubted.contains(label))
                && any(present, 1, label) && any(present, label + 1, present.length);
            any |= possible[label];
        }
        final int[] steps = rim.steps(box);
        for (long z = looked.minZ(); any && z < looked.endZ(); z++) {
            for (long y = looked.minY(); y < looked.endY(); y++) {
                final int row = index(box, looked.minX(), y, z);
                for (int i = row; i < row + looked.sizeX(); i++) {
                    if (possible[labels[i]] && isBetween(labels, i, steps)) {
                        certain[i] = 0;
                    }
                }
            }
        }
    }

    private static boolean any(final boolean[] present, final int from, final int to) {
        for (int label = from; label < to; label++) {
            if (present[label]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetween(final byte[] labels, final int at, final int[] steps) {
        final byte self = labels[at];
        boolean darker = false;
        boolean brighter = false;
        for (int i = 0; i < steps.length && !(darker && brighter); i++) {
            final byte other = labels[at + steps[i]];
            darker |= other > 0 && other < self;
            brighter |= other > self;
        }
        return darker && brighter;
    }

    private byte nearest(final byte[] certain, final int at, final int[] steps, final byte otherwise) {
        byte largest = 0;
        int group = -1;
        for (int i = 0; i < steps.length && (largest == 0 || groups[i] == group); i++) {
            final byte label = certain[at + steps[i]];
            if (label > largest) {
                largest = label;
                group = groups[i];
            }
        }
        return largest == 0 ? otherwise : largest;
    }
}
