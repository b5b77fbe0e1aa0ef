// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * Superpixels of P. F. Felzenszwalb and D. P. Huttenlocher (Int. J. Comput. Vis. 59, 167, 2004), slice by slice or in
 * three dimensions. The image is smoothed; every voxel is a region; and the edges between neighbours, with weight
 * {@code w = |I(p) - I(q)|}, are visited in ascending order. An edge joins the regions at its ends if
 * {@code w <= min(Int(A) + k / |A|, Int(B) + k / |B|)}, where {@code Int} is the largest weight that joined parts of a
 * region. At last, in the same order, edges join regions of which one is smaller than the least size.
 *
 * <p>Edges of equal weight are visited by row (x, then direction), so the result is always the same. scikit-image
 * compares with {@code <} and sorts equal weights in no given order; where no weights are equal the regions are the
 * same. Differences of neighbours do not depend on the voxel size.
 *
 * <p>Slices are independent: each takes some 45 bytes per pixel while it is worked on, and several at a time are. In
 * three dimensions one region may reach through the whole volume, and all weights must be in order, so the whole volume
 * is in memory, with 12 bytes per voxel; blocks that are joined afterwards would give other regions. Edges are
 * implicit, with a buffer for 0.2 per voxel, and are found in as many passes as it takes. A volume that is too large is
 * refused before anything is done.
 */
public final class Felzenszwalb {

    private static final int BYTES_PER_VOXEL = 12;
    private static final double HEAP_SHARE = 0.75;
    private static final double EDGES_PER_VOXEL = 0.2;
    private static final int EDGES_OF_A_SLICE = 1 << 23;

    private final Volume volume;
    private final SuperpixelSettings settings;
    private final int sizeX;
    private final int sizeY;
    private final int sizeZ;

    private Felzenszwalb(final Volume volume, final SuperpixelSettings settings) {
        this.volume = volume;
        this.settings = settings;
        final Shape shape = volume.shape();
        sizeX = Math.toIntExact(shape.x());
        sizeY = Math.toIntExact(shape.y());
        sizeZ = Math.toIntExact(shape.z());
    }

    /**
     * @return labels backed by the scratch space
     * @throws SegmentationException if a slice has more than 2^31 - 9 voxels, or three dimensions need more memory than
     *             there is
     */
    public static Superpixels of(final Volume volume, final SuperpixelSettings settings, final ScratchSpace scratch,
        final Progress progress) throws IOException {
        return of(volume, settings, scratch, progress, (long)(HEAP_SHARE * Runtime.getRuntime().maxMemory()));
    }

    /** As {@link #of(Volume, SuperpixelSettings, ScratchSpace, Progress)}, with so many bytes of memory. */
    static Superpixels of(final Volume volume, final SuperpixelSettings settings, final ScratchSpace scratch,
        final Progress progress, final long memory) throws IOException {
        final boolean volumetric = settings.volumetric() && volume.shape().z() > 1;
        requireRoom(volume, volumetric, memory);
        final Felzenszwalb superpixels = new Felzenszwalb(volume, settings);
        final PlaneStore planes = scratch.create(volume.shape(), VoxelType.INT32);
        final int count = volumetric ? superpixels.grow(planes, progress) : superpixels.slices(planes, progress);
        return new Superpixels(new LabelVolume(planes.like(volume, volume.name()), Collections.emptySortedMap()),
            count);
    }

    private static void requireRoom(final Volume volume, final boolean volumetric, final long memory) {
        final Shape shape = volume.shape();
        final long voxels = volumetric ? shape.voxels() : shape.x() * shape.y();
        if (voxels > Integer.MAX_VALUE - 8) {
            throw new SegmentationException("Superpixels of " + (volumetric ? volume.name() : "a slice of "
                + volume.name()) + " with " + voxels + " voxels cannot be made: at most 2^31 - 9 are possible. "
                + (volumetric ? "Work slice by slice, or crop the volume." : "Crop the volume."));
        }
        if (volumetric && voxels > memory / BYTES_PER_VOXEL) {
            throw new SegmentationException("Superpixels of " + volume.name() + " in three dimensions need "
                + gigabytes(BYTES_PER_VOXEL * voxels) + " GB of memory, but " + gigabytes(memory) + " GB are there. "
                + "Work slice by slice, crop the volume, reduce its resolution, or give the program more heap (-Xmx).");
        }
    }

    private static double gigabytes(final long bytes) {
        return Math.ceil(bytes / 1e7) / 100;
    }

    private int slices(final PlaneStore planes, final Progress progress) {
        final List<Integer> counts = Blocks.map(sizeZ, progress.part(0, 0.9), "Superpixels of " + volume.name(), z -> {
            final float[] values = new float[planes.planeVoxels()];
            volume.read(new Block(0, 0, z, sizeX, sizeY, 1), values);
            new Smoothing(settings.sigma()).plane(values, sizeX, sizeY);
            final GreyGrid grid = new GreyGrid(values, sizeX, sizeY, 1, settings.connectivity());
            final int capacity = (int)Math.min(grid.edges(), Math.max(values.length, EDGES_OF_A_SLICE));
            final RegionForest forest = new RegionGrowth(grid, settings).grow(capacity, progress.part(0, 0));
            final RegionNumbers numbers = new RegionNumbers(forest, grid);
            planes.store(z, numbers.plane(0, values.length));
            return numbers.count();
        });
        final int[] before = new int[sizeZ];
        for (int z = 1; z < sizeZ; z++) {
            before[z] = Math.addExact(before[z - 1], counts.get(z - 1));
        }
        Blocks.map(sizeZ, progress.part(0.9, 1), "Numbering superpixels", z -> {
            planes.store(z, shifted((int[])planes.load(z), before[z]));
            return z;
        });
        return Math.addExact(before[sizeZ - 1], counts.get(sizeZ - 1));
    }

    private static int[] shifted(final int[] labels, final int by) {
        for (int i = 0; i < labels.length; i++) {
            labels[i] += labels[i] == 0 ? 0 : by;
        }
        return labels;
    }

    private int grow(final PlaneStore planes, final Progress progress) {
        final float[] values = smoothed(progress.part(0, 0.1));
        final GreyGrid grid = new GreyGrid(values, sizeX, sizeY, sizeZ, settings.connectivity());
        final int capacity = (int)Math.max(1 << 16, EDGES_PER_VOXEL * values.length);
        final RegionForest forest = new RegionGrowth(grid, settings).grow(capacity, progress.part(0.1, 0.95));
        final RegionNumbers numbers = new RegionNumbers(forest, grid);
        final int plane = planes.planeVoxels();
        for (int z = 0; z < sizeZ; z++) {
            progress.check();
            planes.store(z, numbers.plane(z * plane, plane));
        }
        return numbers.count();
    }

    private float[] smoothed(final Progress progress) {
        final float[] values = new float[sizeX * sizeY * sizeZ];
        final int plane = sizeX * sizeY;
        final Smoothing smoothing = new Smoothing(settings.sigma());
        Blocks.map(sizeZ, progress.part(0, 0.5), "Smoothing " + volume.name(), z -> {
            final float[] slice = new float[plane];
            volume.read(new Block(0, 0, z, sizeX, sizeY, 1), slice);
            smoothing.plane(slice, sizeX, sizeY);
            System.arraycopy(slice, 0, values, z * plane, plane);
            return z;
        });
        Blocks.map(sizeY, progress.part(0.5, 1), "Smoothing " + volume.name(), y -> {
            final float[] rows = new float[sizeX * sizeZ];
            IntStream.range(0, sizeZ)
                .forEach(z -> System.arraycopy(values, z * plane + y * sizeX, rows, z * sizeX, sizeX));
            smoothing.columns(rows, sizeX, sizeZ);
            IntStream.range(0, sizeZ)
                .forEach(z -> System.arraycopy(rows, z * sizeX, values, z * plane + y * sizeX, sizeX));
            return y;
        });
        return values;
    }
}
