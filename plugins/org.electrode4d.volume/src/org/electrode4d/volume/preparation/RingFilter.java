// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.io.IOException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * Removes the rings that uneven pixels of a detector leave in slices perpendicular to the axis of rotation, after J.
 * Sijbers and A. Postnov, "Reduction of ring artefacts in high resolution micro-CT reconstructions", Phys. Med. Biol.
 * 49 (2004) N247, and M. Lyckegaard, G. Johnson and P. Tafforeau, "Correction of ring artifacts in X-ray tomographic
 * images", Int. J. Tomo. Stat. 18 (2011) 1: in polar coordinates rings are straight; what differs from the running
 * median along the radius and is the same all around, is a ring, and is subtracted.
 *
 * <p>The rings of all slices are found first, each slice once and several in parallel, and are kept: some kilobytes per
 * slice. The volume is then computed on demand, voxel by voxel, whatever its division into blocks. It keeps the type of
 * its source, rounded and clipped; 32-bit integers beyond 2^24 lose digits. What is not a number stays so and takes no
 * part, nor does what is beyond the border.
 *
 * <p>Other than the papers: samples are the nearest voxels (no interpolation blurs a ring), the value of a ring is the
 * median around it and not the mean (structure and noise count less), rings keep their sub-voxel place when they are
 * subtracted (linear along the radius), and a second pass takes what the sampling left.
 *
 * <p>Cost: about 0.14 µs per voxel for two passes; memory while finding rings: some 12 bytes per voxel of a slice and
 * thread, 7 bytes per voxel of a slice for the places of the samples, and slabs of 8 million voxels at most.
 */
public final class RingFilter {

    private static final long SLAB_VOXELS = 1 << 23;

    private final Volume volume;
    private final RingSettings settings;
    private final RingGrid grid;
    private final PlaneStore rings;

    private RingFilter(final Volume volume, final RingSettings settings, final RingGrid grid, final PlaneStore rings) {
        this.volume = volume;
        this.settings = settings;
        this.grid = grid;
        this.rings = rings;
    }

    /**
     * Finds the rings.
     *
     * @param space keeps them; closed after the result was read for the last time
     * @throws IllegalArgumentException if the voxels of a slice are not squares, or the centre is too far away
     * @throws IOException if the rings fit neither into memory nor into a file
     */
    public static RingFilter of(final Volume volume, final RingSettings settings, final ScratchSpace space,
        final Progress progress) throws IOException {
        final RotationAxis axis = settings.axis();
        if (!axis.hasSquareVoxels(volume.voxelSize())) {
            throw new IllegalArgumentException("Rings are circles where voxels are squares, but across " + axis + " "
                + volume.name() + " has voxels of " + volume.voxelSize() + ". Choose the axis of rotation, or resample "
                + "the volume.");
        }
        final RingGrid grid = RingGrid.of(volume, settings);
        final PlaneStore rings = space.create(new Shape(grid.rings(), grid.windows(), axis.slices(volume.shape())),
            VoxelType.FLOAT32);
        final RingFilter filter = new RingFilter(volume, settings, grid, rings);
        filter.find(new RingSamples(grid, settings.medianWindow() / 2), progress);
        return filter;
    }

    /** The volume without rings: of the type of the source, computed on demand. */
    public Volume volume() {
        return Local.of(volume, volume.type(), this::compute);
    }

    /** Root mean square over the voxels inside the circle that fits into the slices, in grey values. */
    public double rootMeanSquare() {
        final int last = (int)Math.min(Math.min(grid.width(), grid.height()) / 2, grid.rings() - 1);
        final long slices = rings.shape().z();
        double squares = 0;
        for (long slice = 0; slice < slices; slice++) {
            final float[] profile = (float[])rings.load(slice);
            for (int i = 0; i < profile.length; i++) {
                final int ring = i % grid.rings();
                squares += ring > last ? 0 : (double)ring * profile[i] * profile[i];
            }
        }
        return Math.sqrt(squares / (slices * grid.windows() * Math.max(1, last * (last + 1.0) / 2)));
    }

    /** Slabs as thick as the chunks of the volume, as far as memory goes, so that each chunk is needed a short time. */
    private void find(final RingSamples samples, final Progress progress) {
        final RotationAxis axis = settings.axis();
        final long slice = (long)grid.width() * grid.height();
        final long room = Math.max(1, SLAB_VOXELS / slice);
        final int thickness = (int)Math.min(room, volume.chunkSize()[axis.ordinal()]);
        final long slices = axis.slices(volume.shape());
        Blocks.map(Math.toIntExact((slices + thickness - 1) / thickness), progress, "Rings of " + volume.name(), i -> {
            final long first = (long)i * thickness;
            find(axis.slab(volume.shape(), first, (int)Math.min(thickness, slices - first)), samples, progress);
            return null;
        });
    }

    private void find(final Block slab, final RingSamples samples, final Progress progress) {
        final float[] values = new float[slab.voxels()];
        volume.read(slab, values);
        final RingEstimate estimate = new RingEstimate(grid, settings, samples);
        final float[] slice = new float[grid.width() * grid.height() + 1];
        slice[slice.length - 1] = Float.NaN;
        final float[][] found = new float[settings.axis().sizes(slab)[2]][];
        final float[][] sums = new float[found.length][grid.values()];
        for (int pass = 0; pass < settings.passes(); pass++) {
            if (pass > 0) {
                subtract(slab, found, values);
            }
            for (int i = 0; i < found.length; i++) {
                copy(values, slab, i, slice);
                found[i] = estimate.rings(slice, progress);
                for (int k = 0; k < found[i].length; k++) {
                    sums[i][k] += found[i][k];
                }
            }
        }
        for (int i = 0; i < found.length; i++) {
            rings.store(settings.axis().first(slab)[2] + i, sums[i]);
        }
    }

    /** One slice of a slab; what is infinite becomes NaN. */
    private void copy(final float[] values, final Block slab, final int index, final float[] slice) {
        final int[] strides = settings.axis().strides(slab);
        for (int y = 0; y < grid.height(); y++) {
            final int from = y * strides[1] + index * strides[2];
            final int to = y * grid.width();
            for (int x = 0; x < grid.width(); x++) {
                final float value = values[from + x * strides[0]];
                slice[to + x] = Math.abs(value) <= Float.MAX_VALUE ? value : Float.NaN;
            }
        }
    }

    private void compute(final Block block, final float[] destination) {
        volume.read(block, destination);
        final float[][] profiles = new float[settings.axis().sizes(block)[2]][];
        for (int i = 0; i < profiles.length; i++) {
            profiles[i] = (float[])rings.load(settings.axis().first(block)[2] + i);
        }
        subtract(block, profiles, destination);
    }

    /** @param profiles the rings of every slice of the block */
    private void subtract(final Block block, final float[][] profiles, final float[] values) {
        final RotationAxis axis = settings.axis();
        final int[] strides = axis.strides(block);
        final int[] sizes = axis.sizes(block);
        final long[] first = axis.first(block);
        final RingRow row = new RingRow(grid, sizes[0]);
        for (int y = 0; y < sizes[1]; y++) {
            row.place(first[0], first[1] + y, sizes[0]);
            for (int i = 0; i < sizes[2]; i++) {
                row.subtract(profiles[i], values, y * strides[1] + i * strides[2], strides[0], sizes[0]);
            }
        }
    }
}
