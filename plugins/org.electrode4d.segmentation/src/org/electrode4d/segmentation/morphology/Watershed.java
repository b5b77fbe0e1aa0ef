// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.io.IOException;
import java.util.Optional;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.morphology.MaskPlanes;
import org.electrode4d.volume.morphology.Slabs;

/**
 * Divides the particles of a mask that touch each other, by flooding a relief from its peaks, or from given markers.
 * The relief is the distance to the outside of the mask, a grey volume or a gradient.
 *
 * <p>A peak counts if it rises at least h above the saddle towards a higher one (see {@link FloodRegions}); connected
 * peaks of equal height are one. A voxel with equal rights to two particles goes to one of them by a rule of geometry,
 * so that symmetric bodies are cut into equal halves (see {@link FloodRegions#rightful}); scikit-image gives all of
 * them to the particle whose marker it meets first. Flooding needs neither markers nor a queue of its own: one pass
 * from the top makes both.
 *
 * <p>Parts of the mask that are not connected are flooded one after the other. Where the volume fits into memory, this
 * takes 4 bytes per voxel, 4 per voxel of the largest part, and 4 for the result; where it does not, the planes that
 * the largest part takes must fit. Whatever the memory, a part may take no more planes than an int can number the
 * voxels of, with a rim of one voxel, rounded up to a power of two: 511 of 2048 x 2048 voxels, about 2^31 to 2^32 in
 * all. A longer one, such as a mask of 2048 x 2048 x 600 that percolates, is refused. Time grows as the number of
 * voxels inside times the logarithm of the number of different heights. The flood runs on one thread, because it is a
 * matter of order; results depend neither on the number of threads nor on whether the volume was in memory.
 */
public final class Watershed {

    private static final double HEAP_SHARE = 0.3;

    private final Relief relief;
    private final WatershedSettings settings;
    private final FloodPlanes planes;
    private final FloodRegions regions;
    private FloodMarkers markers;

    private Watershed(final Relief relief, final WatershedSettings settings, final FloodPlanes planes) {
        this.relief = relief;
        this.settings = settings;
        this.planes = planes;
        regions = new FloodRegions(settings, relief.heights().voxelSize());
    }

    /**
     * The particles of a mask, by the distance to its outside in µm.
     *
     * @return without any region for an empty mask
     * @throws org.electrode4d.segmentation.SegmentationException for a mask without any voxel outside, or with a
     *     connected part that is too large for the memory or takes too many planes
     * @throws IOException if there is no room for the result
     */
    public static WatershedRegions of(final TouchingParticles particles, final WatershedSettings settings,
        final ScratchSpace scratch, final Progress progress) throws IOException {
        final Volume mask = particles.mask();
        final PlaneStore distances = DistanceTransform.store(mask, particles.border(), scratch, progress.part(0, 0.3));
        final Relief relief = new Relief(distances.like(mask, "Distance in " + mask.name()), false, Optional.of(mask),
            particles.markers());
        final Watershed watershed = open(relief, settings, scratch, heap());
        watershed.load(progress.part(0.3, 0.4));
        scratch.release(distances);
        return watershed.flood(mask, scratch, progress.part(0.4, 1));
    }

    /**
     * The regions of a relief. With given markers every region has the label of its marker, h, the least distance and
     * the least volume mean nothing, and parts of the mask without a marker stay 0.
     *
     * @throws org.electrode4d.segmentation.SegmentationException if there is no marker, or a connected part is too
     *     large for the memory or takes too many planes
     * @throws IOException if there is no room for the result
     */
    public static WatershedRegions of(final Relief relief, final WatershedSettings settings,
        final ScratchSpace scratch, final Progress progress) throws IOException {
        return of(relief, settings, scratch, heap(), progress);
    }

    static WatershedRegions of(final Relief relief, final WatershedSettings settings, final ScratchSpace scratch,
        final long heapBytes, final Progress progress) throws IOException {
        final Watershed watershed = open(relief, settings, scratch, heapBytes);
        watershed.load(progress.part(0, 0.2));
        return watershed.flood(relief.mask().orElse(relief.heights()), scratch, progress.part(0.2, 1));
    }

    private static long heap() {
        return (long)(HEAP_SHARE * Runtime.getRuntime().maxMemory());
    }

    private static Watershed open(final Relief relief, final WatershedSettings settings, final ScratchSpace scratch,
        final long heapBytes) throws IOException {
        final WatershedSettings used = relief.markers().isPresent()
            ? new WatershedSettings(0, 0, 0, settings.lines(), settings.connectivity()) : settings;
        final FloodGrid grid = new FloodGrid(relief.heights().shape(), used.connectivity());
        return new Watershed(relief, used, new FloodPlanes(grid, scratch, heapBytes));
    }

    private void load(final Progress progress) {
        final Shape shape = relief.heights().shape();
        Blocks.forEach(Slabs.of(shape, 1), progress, "Reading the relief", slab -> loadPlane(slab));
        if (relief.markers().isPresent()) {
            markers = FloodMarkers.of(relief.markers().get(), progress);
            markers.addTo(regions);
            for (int z = 0; z < shape.z(); z++) {
                progress.check();
                final int[] codes = (int[])planes.store().load(z);
                markers.mark(z, planes.grid(), codes, regions);
                planes.store().store(z, codes);
            }
        }
    }

    private void loadPlane(final Block slab) {
        final float[] heights = new float[slab.voxels()];
        relief.heights().read(slab, heights);
        final byte[] inside = relief.mask().map(mask -> {
            final MaskPlanes reader = new MaskPlanes(mask);
            return reader.read(slab.minZ(), reader.buffer());
        }).orElse(null);
        final int[] codes = new int[planes.grid().planeVoxels()];
        final float sign = relief.upsideDown() ? -1 : 1;
        for (int y = 0; y < slab.sizeY(); y++) {
            final int row = planes.grid().index(0, y);
            for (int x = 0; x < slab.sizeX(); x++) {
                final int i = y * slab.sizeX() + x;
                codes[row + x] = inside == null || inside[i] != 0 ? FloodCode.ofHeight(sign * heights[i])
                    : FloodCode.OUTSIDE;
            }
        }
        planes.store().store(slab.minZ(), codes);
    }

    private WatershedRegions flood(final Volume like, final ScratchSpace scratch, final Progress progress)
        throws IOException {
        final ConnectedVoxels voxels = new ConnectedVoxels(planes);
        final Flooding flooding = new Flooding(planes, voxels, regions, markers != null);
        final int extent = (int)like.shape().z();
        for (int z = 0; z < extent; z++) {
            progress.check();
            progress.report(0.8 * z / extent, "Flooding");
            planes.begin(z);
            final int[] plane = planes.require(z);
            for (int i = 0; i < plane.length; i++) {
                if (FloodCode.isUnlisted(plane[i])) {
                    voxels.find(z, i, progress);
                    flooding.flood(progress);
                }
            }
        }
        voxels.list().free();
        planes.writeBackAll();
        final WatershedRegions result = new RegionNumbering(planes, regions, settings, markers)
            .label(like, scratch, progress.part(0.8, 1));
        scratch.release(planes.store());
        return result;
    }
}
