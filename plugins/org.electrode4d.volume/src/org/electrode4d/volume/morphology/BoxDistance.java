// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;

/**
 * The distances of {@link DistanceTransform} for a box of voxels that is in memory anyway, such as that of a particle:
 * in the calling thread, and without the scratch space that a whole volume needs. Beyond the box nothing is known.
 */
public final class BoxDistance {

    private BoxDistance() {
    }

    /**
     * The exact Euclidean distance, in µm, from the centre of each voxel inside a mask to the nearest centre of a voxel
     * outside, and 0 outside. Some dozen steps per voxel.
     *
     * @param mask x fastest; 0 = outside
     * @param shape of the box, with as many voxels as the mask
     * @return infinite where the box has no voxel outside
     */
    public static float[] of(final byte[] mask, final Shape shape, final VoxelSize size) {
        final int plane = Math.toIntExact(shape.x() * shape.y());
        final float[] distance = planesToOutside(mask, plane);
        final PlanarDistance planar = new PlanarDistance(shape, size, VolumeBorder.OPEN);
        final float[] buffer = new float[plane];
        for (int from = 0; from < distance.length; from += plane) {
            System.arraycopy(distance, from, buffer, 0, plane);
            planar.transform(buffer);
            System.arraycopy(buffer, 0, distance, from, plane);
        }
        return distance;
    }

    /** Counts along z, as {@link AxialDistance}. */
    private static float[] planesToOutside(final byte[] mask, final int plane) {
        final float[] planes = new float[mask.length];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = mask[i] == 0 ? 0 : i < plane ? Float.POSITIVE_INFINITY : planes[i - plane] + 1;
        }
        for (int i = planes.length - plane - 1; i >= 0; i--) {
            planes[i] = Math.min(planes[i], planes[i + plane] + 1);
        }
        return planes;
    }

    /**
     * Closes a mask by an exact ball: fills gaps that are narrower than the ball, whose radius is given in µm. As
     * beyond the box nothing is known, it must be wider than the mask by the radius, but where the volume ends.
     *
     * @param mask x fastest; 0 = outside
     * @param radius in µm; 0 fills nothing
     * @return 1 inside, 0 outside
     */
    public static byte[] closed(final byte[] mask, final Shape shape, final VoxelSize size, final double radius) {
        final byte[] outside = new byte[mask.length];
        for (int i = 0; i < mask.length; i++) {
            outside[i] = (byte)(mask[i] == 0 ? 1 : 0);
        }
        // distances are floats: what is as far as the radius but for rounding counts as that far
        final float reach = (float)(radius * (1 + 1e-6));
        final byte[] closed = new byte[mask.length];
        final float[] away = of(outside, shape, size);
        for (int i = 0; i < closed.length; i++) {
            closed[i] = (byte)(away[i] <= reach ? 1 : 0);
        }
        final float[] depth = of(closed, shape, size);
        for (int i = 0; i < closed.length; i++) {
            closed[i] = (byte)(depth[i] > reach ? 1 : 0);
        }
        return closed;
    }
}
