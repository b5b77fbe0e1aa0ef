// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import java.util.Arrays;
import java.util.List;
import org.electrode4d.segmentation.CollectorPlane;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.LabelIndex;

/**
 * The distance of the nearest voxel of every label to a plane, from one pass; 8 bytes per label. Only the ends of runs
 * along x are looked at: in between nothing is nearer.
 */
final class NearestVoxels {

    private static final int EDGE = 32;

    private final LabelVolume labels;
    private final CollectorPlane plane;
    private final LabelIndex index;
    private final double[] nearest;

    private NearestVoxels(final LabelVolume labels, final CollectorPlane plane, final LabelIndex index) {
        this.labels = labels;
        this.plane = plane;
        this.index = index;
        nearest = new double[index.size()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    }

    /** Distances of voxel centres in µm, by the numbers of the labels in the index. */
    static double[] of(final LabelVolume labels, final CollectorPlane plane, final LabelIndex index,
        final Progress progress) {
        final NearestVoxels voxels = new NearestVoxels(labels, plane, index);
        final List<Block> blocks = Blocks.tile(labels.volume().shape(),
            (int)Math.min(labels.volume().shape().x(), Integer.MAX_VALUE), EDGE, EDGE);
        Blocks.forEach(blocks, progress, "Measuring distances from the current collector", voxels::measure);
        return voxels.nearest;
    }

    private void measure(final Block block) {
        final int[] ids = new int[block.voxels()];
        labels.read(block, ids);
        final LabelIndex found = new LabelIndex();
        double[] least = new double[16];
        for (int i = 0; i < ids.length; i++) {
            final int x = i % block.sizeX();
            final boolean inner = x > 0 && x < block.sizeX() - 1 && ids[i - 1] == ids[i] && ids[i + 1] == ids[i];
            if (ids[i] > 0 && !inner) {
                final int before = found.size();
                final int number = found.add(ids[i]);
                least = number < least.length ? least : Arrays.copyOf(least, 2 * number);
                least[number] = number == before ? distance(block, i) : Math.min(least[number], distance(block, i));
            }
        }
        merge(found, least);
    }

    private double distance(final Block block, final int i) {
        final Volume volume = labels.volume();
        final Point voxel = new Point(block.minX() + i % block.sizeX(), block.minY() + i / block.sizeX()
            % block.sizeY(), block.minZ() + i / (block.sizeX() * block.sizeY()));
        return plane.distance(volume.origin().plus(voxel.times(volume.voxelSize())));
    }

    private synchronized void merge(final LabelIndex found, final double[] least) {
        for (int i = 0; i < found.size(); i++) {
            final int number = index.find(found.label(i));
            nearest[number] = Math.min(nearest[number], least[i]);
        }
    }
}
