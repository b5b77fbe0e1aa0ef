// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import java.util.Arrays;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeFace;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.BoxDistance;
import org.electrode4d.volume.statistics.LabelExtent;

/**
 * One particle with its gaps closed, and how deep each of its voxels lies. The depth of a voxel is the distance to the
 * nearest voxel outside of the closed particle, from centre to centre, less half of the smallest edge of a voxel; faces
 * of the volume that cut the particle are no surface. To the particle belong the voxels of its label, and those of its
 * gaps that lie deeper than the skin: a ball also fills the steps of a surface of voxels.
 */
final class ParticleBox {

    /** Voxels of a box; a particle that takes more than a GB to look at is none. */
    private static final long MOST = 1L << 25;

    /** Edges of voxels: a gap cannot be segmented more exactly than to a voxel at either side. */
    private static final double LEAST_GAP = 3;

    private static final byte OUTSIDE = 0;
    private static final byte OWN = 1;
    private static final byte GAP = 2;
    private static final byte OTHER = 3;
    private static final byte BEYOND_BORDER = 4;

    private final Block block;
    private final Frame frame;
    private final ParticleForm form;
    private final byte[] kind;
    private final float[] depth;

    /** The shape of a box and of its voxels. */
    record Frame(Shape shape, VoxelSize size) {
    }

    private ParticleBox(final LabelVolume labels, final LabelExtent extent, final ZoneSettings zones) {
        final Shape shape = labels.volume().shape();
        final VoxelSize size = labels.volume().voxelSize();
        final double radius = closingRadius(zones.gap(), size, shape.z() == 1);
        block = extent.box().grow(halo(radius, size.x()), halo(radius, size.y()),
            shape.z() == 1 ? 0 : halo(radius, size.z()));
        requireParticle(extent.label(), labels.volume());
        frame = new Frame(new Shape(block.sizeX(), block.sizeY(), block.sizeZ()), size);
        kind = kinds(labels, extent.label());
        final byte[] closed = closed(radius);
        depth = BoxDistance.of(closed, frame.shape(), size);
        final float half = (float)(Math.min(size.x(), Math.min(size.y(), size.z())) / 2);
        float deepest = 0;
        for (int i = 0; i < depth.length; i++) {
            depth[i] -= half;
            if (kind[i] == OUTSIDE && closed[i] != 0 && depth[i] > zones.skin()) {
                kind[i] = GAP;
            }
            deepest = isInside(i) ? Math.max(deepest, depth[i]) : deepest;
        }
        if (Float.isInfinite(deepest)) {
            throw new SegmentationException("Label " + extent.label() + " fills the whole of "
                + labels.volume().name() + ", so that it has no surface. Take labels of particles, with background "
                + "between them.");
        }
        form = form(extent, deepest, shape);
    }

    /**
     * Reads a particle.
     *
     * @throws SegmentationException for a label that is too large to be a particle, or has no surface
     */
    static ParticleBox of(final LabelVolume labels, final LabelExtent extent, final ZoneSettings zones) {
        return new ParticleBox(labels, extent, zones);
    }

    private static double closingRadius(final double gap, final VoxelSize size, final boolean isFlat) {
        final double edge = Math.max(Math.max(size.x(), size.y()), isFlat ? 0 : size.z());
        return gap == 0 ? 0 : Math.max(gap, LEAST_GAP * edge) / 2;
    }

    private static int halo(final double radius, final double edge) {
        return (int)Math.ceil(radius / edge) + 1;
    }

    private void requireParticle(final int label, final Volume labels) {
        if ((long)block.sizeX() * block.sizeY() * block.sizeZ() > MOST) {
            throw new SegmentationException("Label " + label + " of " + labels.name() + " takes a box of "
                + block.sizeX() + " x " + block.sizeY() + " x " + block.sizeZ() + " of " + labels.shape()
                + " voxels, which is too large for a particle. Take labels of particles instead of phases, or "
                + "separate them with a watershed.");
        }
    }

    private byte[] kinds(final LabelVolume labels, final int label) {
        final byte[] kinds = new byte[block.voxels()];
        Arrays.fill(kinds, BEYOND_BORDER);
        final Block part = block.clip(labels.volume().shape());
        final int[] ids = new int[part.voxels()];
        labels.read(part, ids);
        int from = 0;
        for (long z = part.minZ(); z < part.endZ(); z++) {
            for (long y = part.minY(); y < part.endY(); y++) {
                int to = (int)(((z - block.minZ()) * block.sizeY() + y - block.minY()) * block.sizeX() + part.minX()
                    - block.minX());
                for (final int end = from + part.sizeX(); from < end; from++, to++) {
                    kinds[to] = ids[from] == label ? OWN : ids[from] > 0 ? OTHER : OUTSIDE;
                }
            }
        }
        return kinds;
    }

    /** The label with its gaps; beyond the border too, where no surface is known. */
    private byte[] closed(final double radius) {
        final byte[] own = new byte[kind.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = (byte)(kind[i] == OWN ? 1 : 0);
        }
        final byte[] closed = radius > 0 ? BoxDistance.closed(own, frame.shape(), frame.size(), radius) : own;
        for (int i = 0; i < closed.length; i++) {
            closed[i] = kind[i] == OTHER ? 0 : kind[i] == BEYOND_BORDER ? 1 : closed[i];
        }
        return closed;
    }

    private ParticleForm form(final LabelExtent extent, final double innerRadius, final Shape shape) {
        final double volume = extent.voxels() * frame.size().volume();
        final double diameter = shape.z() == 1 ? 2 * Math.sqrt(volume / frame.size().z() / Math.PI)
            : Math.cbrt(6 * volume / Math.PI);
        return new ParticleForm(extent.label(), volume, diameter, innerRadius,
            !VolumeFace.touchedBy(extent.box(), shape).isEmpty());
    }

    /** Where the box is; it may stick out of the volume. */
    Block block() {
        return block;
    }

    Frame frame() {
        return frame;
    }

    ParticleForm form() {
        return form;
    }

    int voxels() {
        return kind.length;
    }

    /** Whether a voxel has the label. */
    boolean isOwn(final int index) {
        return kind[index] == OWN;
    }

    /** Whether a voxel belongs to the particle or to one of its gaps. */
    boolean isInside(final int index) {
        return kind[index] == OWN || kind[index] == GAP;
    }

    /** Below the surface, in µm. */
    float depth(final int index) {
        return depth[index];
    }
}
