// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.morphology.VolumeBorder;

/**
 * How thick the SEI on a particle is: the shortest way from a place on its surface through SEI to anything else than
 * SEI and the particle. It is the distance transform of SEI and particle together, interpolated at the place between
 * the middles of voxels, less half a voxel, because the SEI ends at the face of the first voxel beyond and not in its
 * middle. A flat layer of n voxels has the thickness of n voxels exactly, whatever mesh the surface was given.
 *
 * <p>The ray along the normal that Müller et al. (2021) and the node Surface Coverage follow is longer at the rim of
 * SEI, where ions find the shorter way to the side.
 */
final class SeiThickness {

    private static final double NANOMETRES = 1000;

    private final float[] distances;
    private final Volume volume;
    private final double longest;
    private final Block whole;

    private SeiThickness(final float[] distances, final Volume volume, final double longest) {
        this.distances = distances;
        this.volume = volume;
        this.longest = longest;
        whole = Block.of(volume.shape());
    }

    /**
     * @param sei labels of SEI
     * @param longest thickness in µm, at most the halo of the crop; thicker SEI counts as that
     */
    static SeiThickness of(final ParticleCrop crop, final List<Integer> sei, final double longest,
        final Progress progress) throws IOException {
        final int[] labels = crop.labels();
        final byte[] inside = new byte[labels.length];
        boolean hasOutside = false;
        for (int i = 0; i < labels.length; i++) {
            inside[i] = (byte)(labels[i] == crop.particle() || sei.contains(labels[i]) ? 1 : 0);
            hasOutside |= inside[i] == 0;
        }
        final Block box = crop.box();
        final Volume mask = crop.placed(Volume.of("SEI", ArrayImgs.unsignedBytes(inside, box.sizeX(), box.sizeY(),
            box.sizeZ()), crop.scan().voxelSize()));
        final float[] distances = new float[labels.length];
        if (hasOutside) {
            try (ScratchSpace scratch = ScratchSpace.open()) {
                DistanceTransform.of(mask, VolumeBorder.OPEN, scratch, progress)
                    .read(Block.of(mask.shape()), distances);
            }
        } else {
            Arrays.fill(distances, Float.MAX_VALUE);
        }
        return new SeiThickness(distances, mask, longest);
    }

    /**
     * The thickness at a place on the surface, in nm.
     *
     * @param place in µm, as positions in the scan
     * @param normal of length one
     */
    double at(final Point place, final Point normal) {
        final VoxelSize size = volume.voxelSize();
        final Point voxel = place.minus(volume.origin()).dividedBy(size);
        final double half = normal.times(size).norm() / 2;
        return NANOMETRES * Math.min(longest, Math.max(0, interpolated(voxel) - half));
    }

    private double interpolated(final Point voxel) {
        final int x = lower(voxel.x(), whole.sizeX());
        final int y = lower(voxel.y(), whole.sizeY());
        final int z = lower(voxel.z(), whole.sizeZ());
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            final double weight = weight(voxel.x() - x, corner & 1) * weight(voxel.y() - y, corner >> 1 & 1)
                * weight(voxel.z() - z, corner >> 2);
            if (weight > 0) {
                sum += weight * distances[((z + (corner >> 2)) * whole.sizeY() + y + (corner >> 1 & 1))
                    * whole.sizeX() + x + (corner & 1)];
            }
        }
        return sum;
    }

    /** The voxel before a position, such that the one after it is in the volume unless the position is on the last. */
    private static int lower(final double position, final int extent) {
        return Math.max(0, Math.min((int)Math.floor(position), Math.max(0, extent - 2)));
    }

    private static double weight(final double offset, final int upper) {
        final double inside = Math.min(1, Math.max(0, offset));
        return upper == 1 ? inside : 1 - inside;
    }
}
