// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * A box of given size about a centre, cut out of every scan about the same particle, so that consecutive scans show it
 * in its own frame (Häusler et al. 2026, 15 x 15 x 15 µm). Cut on whole voxels: the centre of the box is within half a
 * voxel of the centre asked for, along every axis.
 *
 * <p>A box inside the volume is a view and keeps the type of the voxels. One that sticks out is FLOAT32, lazy, and NaN
 * outside, which takes no part in correlation. Positions in µm stay what they are.
 *
 * @param volume the voxels, as many for every centre
 * @param outside the part of the box that is not in the volume, 0 to 1
 */
public record VolumeOfInterest(Volume volume, double outside) {

    private static final int EDGE = 64;

    /**
     * @param centre in µm
     * @param size edges in µm along x, y, z, rounded to voxels and at least one
     * @throws CorrelationException if the box does not meet the volume
     */
    public static VolumeOfInterest about(final Volume whole, final Point centre, final Point size) {
        final Block box = box(whole, centre, size);
        final Block inside = box.clip(whole.shape());
        if (inside.isEmpty()) {
            throw new CorrelationException("The volume of interest about (" + centre.x() + ", " + centre.y() + ", "
                + centre.z() + ") µm lies wholly outside " + whole.name() + ", which has " + whole.shape()
                + " voxels of " + whole.voxelSize() + ".");
        }
        if (inside.equals(box)) {
            return new VolumeOfInterest(whole.crop(box), 0);
        }
        final Shape shape = new Shape(box.sizeX(), box.sizeY(), box.sizeZ());
        final Volume padded = LazyVolume.of(whole.name(), shape, whole.voxelSize(), EDGE, (block, values) ->
            whole.read(block.translate(box.minX(), box.minY(), box.minZ()), Extension.NAN, values))
            .withOrigin(whole.origin().plus(new Point(box.minX(), box.minY(), box.minZ()).times(whole.voxelSize())))
            .withMetadata(whole.metadata());
        return new VolumeOfInterest(padded, 1 - inside.voxels() / (double)box.voxels());
    }

    private static Block box(final Volume whole, final Point centre, final Point size) {
        final VoxelSize voxel = whole.voxelSize();
        final Point c = centre.minus(whole.origin()).dividedBy(voxel);
        final Point edges = size.dividedBy(voxel);
        final int x = voxels(edges.x());
        final int y = voxels(edges.y());
        final int z = voxels(edges.z());
        return new Block(first(c.x(), x), first(c.y(), y), first(c.z(), z), x, y, z);
    }

    private static int voxels(final double edge) {
        if (!(edge > 0)) {
            throw new IllegalArgumentException("A volume of interest needs a size greater than zero along every axis.");
        }
        return Math.toIntExact(Math.max(1, Math.round(edge)));
    }

    private static long first(final double centre, final int voxels) {
        return Math.round(centre - (voxels - 1) / 2.0);
    }
}
