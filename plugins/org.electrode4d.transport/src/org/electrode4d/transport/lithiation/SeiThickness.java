// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.DistanceTransform;

/**
 * How thick the SEI on a particle is. Two distance transforms tell how far it is from a place in the SEI to the
 * particle and to the nearest phase that is neither; their sum is the thickness there. Along the normal of a facet, from
 * inside of the particle outward, the largest sum counts, as long as the line stays in the SEI: facets of large elements
 * may lie beyond thin SEI. Distances are between the middles of voxels,
 * interpolated between them; half a voxel is taken off at either end, since layers end at faces. A flat layer of n
 * voxels has the thickness of n voxels exactly, whatever the normal, and so has its rim.
 *
 * <p>The ray along the normal that Müller et al. (2021) and the node Surface Coverage follow measures the same; but it
 * needs good normals, which coarse elements do not have.
 */
final class SeiThickness {

    private static final double NANOMETRES = 1000;
    private static final int STEPS_PER_VOXEL = 2;

    private final ParticleCrop crop;
    private final List<Integer> sei;
    private final double longest;
    private final Point origin;
    private final Block whole;
    private final float[] sums;

    private SeiThickness(final ParticleCrop crop, final List<Integer> sei, final double longest, final float[] sums) {
        this.crop = crop;
        this.sei = sei;
        this.longest = longest;
        this.sums = sums;
        origin = crop.volume().origin();
        whole = Block.of(crop.shape());
    }

    /**
     * @param sei labels of SEI
     * @param longest thickness in µm, at most the halo of the crop; thicker SEI counts as that
     */
    static SeiThickness of(final ParticleCrop crop, final List<Integer> sei, final double longest,
        final Progress progress) throws IOException {
        final float[] sums = distances(crop, label -> label == crop.particle(), longest, progress.part(0, 0.5));
        final float[] out = distances(crop, label -> label != crop.particle() && !sei.contains(label), longest,
            progress.part(0.5, 1));
        for (int i = 0; i < sums.length; i++) {
            sums[i] += out[i];
        }
        return new SeiThickness(crop, sei, longest, sums);
    }

    /** To the nearest voxel of some labels; more than the longest where there is none. */
    private static float[] distances(final ParticleCrop crop, final IntPredicate target, final double longest,
        final Progress progress) throws IOException {
        final byte[] inside = new byte[crop.labels().length];
        boolean isEmpty = true;
        for (int i = 0; i < inside.length; i++) {
            if (target.test(crop.labels()[i])) {
                inside[i] = 1;
                isEmpty = false;
            }
        }
        final float[] distances = new float[inside.length];
        if (isEmpty) {
            Arrays.fill(distances, (float)(2 * longest));
            return distances;
        }
        final Block box = crop.box();
        final Volume mask = crop.placed(Volume.of("SEI", ArrayImgs.unsignedBytes(inside, box.sizeX(), box.sizeY(),
            box.sizeZ()), crop.scan().voxelSize()));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            DistanceTransform.to(mask, scratch, progress).read(Block.of(mask.shape()), distances);
        }
        return distances;
    }

    /**
     * The thickness at a place on the surface, in nm.
     *
     * @param place in µm, as positions in the scan
     * @param normal outward, of length one
     * @param reach how far the surface of the voxels may be from that of the mesh, in voxels
     */
    double at(final Point place, final Point normal, final int reach) {
        final double voxel = normal.times(crop.scan().voxelSize()).norm();
        final Point step = normal.times(voxel / STEPS_PER_VOXEL);
        double thickness = 0;
        boolean wasInSei = false;
        for (int i = -reach * STEPS_PER_VOXEL; i * voxel / STEPS_PER_VOXEL <= longest + voxel; i++) {
            final Point at = place.plus(step.times(i)).minus(origin).dividedBy(crop.scan().voxelSize());
            final int label = crop.label(at);
            if (sei.contains(label)) {
                wasInSei = true;
                thickness = Math.max(thickness, interpolated(at) - voxel);
            } else if (i > 0 && (wasInSei || label != crop.particle())) {
                break;
            } else if (label == crop.particle()) {
                thickness = 0;
                wasInSei = false;
            }
        }
        return NANOMETRES * Math.min(longest, thickness);
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
                sum += weight * sums[((z + (corner >> 2)) * whole.sizeY() + y + (corner >> 1 & 1)) * whole.sizeX()
                    + x + (corner & 1)];
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
