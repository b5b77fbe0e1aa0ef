// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.morphology.Components;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.morphology.VolumeBorder;
import org.electrode4d.volume.statistics.VolumeStatistics;

/**
 * Components and distances of a mask with more than 2^31 voxels, with everything in temporary files: balls of radius 20
 * on a lattice of 64 voxels, whose number, size (33,401 voxels) and largest distance are known. Argument: number of
 * slices of 2048 x 2048 voxels (600); needs 4 bytes of disk per voxel and slice, 10 GB.
 */
public final class HugeMask {

    private static final int EDGE = 2048;
    private static final int PITCH = 64;
    private static final int RADIUS = 20;

    private HugeMask() {
    }

    public static void main(final String[] arguments) throws IOException {
        final int slices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
        final Volume mask = balls(new Shape(EDGE, EDGE, slices));
        final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        final int layers = (slices + PITCH / 2 + RADIUS - 1) / PITCH;
        System.out.println(mask.shape() + " = " + mask.shape().voxels() + " voxels, "
            + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB heap");
        try (ScratchSpace scratch = ScratchSpace.open(0, temporary)) {
            final long start = System.nanoTime();
            final Components found = ConnectedComponents.of(mask, Connectivity.CORNERS, scratch, Progress.NONE);
            System.out.printf(Locale.ROOT, "%d components, the first of %d voxels, in %.1f s; there are %d balls%n",
                found.count(), found.sizes()[1], seconds(start), layers * (EDGE / PITCH) * (EDGE / PITCH));
        }
        try (ScratchSpace scratch = ScratchSpace.open(0, temporary)) {
            final long start = System.nanoTime();
            final Volume distance = DistanceTransform.of(mask, VolumeBorder.OPEN, scratch, Progress.NONE);
            final double seconds = seconds(start);
            final Volume corner = distance.crop(new Block(EDGE - PITCH, EDGE - PITCH, 0, PITCH, PITCH, PITCH));
            System.out.printf(Locale.ROOT, "distances up to %.5f voxels, in %.1f s%n",
                VolumeStatistics.of(corner, Progress.NONE).max(), seconds);
        }
    }

    private static double seconds(final long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static Volume balls(final Shape shape) {
        final LazyVolume.Layout layout = new LazyVolume.Layout(shape, VoxelType.UINT8, EDGE, EDGE, 1);
        return LazyVolume.load("balls", layout, VoxelSize.isotropic(1), block -> {
            final byte[] inside = new byte[block.voxels()];
            int at = 0;
            for (long z = block.minZ(); z < block.endZ(); z++) {
                for (long y = block.minY(); y < block.endY(); y++) {
                    final long plane = square(z) + square(y);
                    for (long x = block.minX(); x < block.endX(); x++) {
                        inside[at++] = (byte)(plane + square(x) <= RADIUS * RADIUS ? 1 : 0);
                    }
                }
            }
            return inside;
        });
    }

    /** Of the distance to the middle of the cell along one axis. */
    private static long square(final long position) {
        final long distance = position % PITCH - PITCH / 2;
        return distance * distance;
    }
}
