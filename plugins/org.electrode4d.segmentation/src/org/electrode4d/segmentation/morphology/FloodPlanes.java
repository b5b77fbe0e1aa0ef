// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.io.IOException;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelType;

/**
 * The codes of all voxels ({@link FloodCode}), in planes with a rim ({@link FloodGrid}). Where they are in memory, they
 * are worked on in place; where they are in a file, the planes that a connected part of the mask takes are in memory
 * while it is flooded, and those behind it are written back.
 */
final class FloodPlanes {

    private final FloodGrid grid;
    private final PlaneStore store;
    private final boolean inMemory;
    private final long heapBytes;
    private final int[][] planes;
    private int loaded;
    private int first;

    /** @param heapBytes for the planes of a connected part and the list of its voxels, where they are in a file */
    FloodPlanes(final FloodGrid grid, final ScratchSpace scratch, final long heapBytes) throws IOException {
        this.grid = grid;
        this.heapBytes = heapBytes;
        final int extent = Math.toIntExact(grid.shape().z());
        store = scratch.create(new Shape(grid.planeVoxels(), 1, extent), VoxelType.INT32);
        inMemory = store.load(0) == store.load(0);
        planes = new int[extent + 2][];
        planes[0] = new int[grid.planeVoxels()];
        planes[extent + 1] = planes[0];
    }

    FloodGrid grid() {
        return grid;
    }

    PlaneStore store() {
        return store;
    }

    /** The planes that are in memory: plane z at z + 1, between planes that are outside. */
    int[][] planes() {
        return planes;
    }

    int[] require(final int z) {
        if (planes[z + 1] == null) {
            planes[z + 1] = (int[])store.load(z);
            loaded++;
        }
        return planes[z + 1];
    }

    /** Gets a plane, with the planes beside it, into memory for a part that begins at another plane. */
    void requireAround(final int z, final int begin, final VoxelList voxels) {
        if (planes[z] != null && planes[z + 1] != null && planes[z + 2] != null) {
            return;
        }
        require(Math.max(0, z - 1));
        require(z);
        require(Math.min(planes.length - 3, z + 1));
        checkMemory(begin, voxels);
        if (z - begin + 2 > grid.mostPlanes()) {
            throw new SegmentationException("A connected part of the mask begins at plane " + begin
                + " and takes more than " + (grid.mostPlanes() - 1) + " planes of " + grid.shape().x() + " x "
                + grid.shape().y() + " voxels, the most that can be flooded together, whatever the memory. Cut it in"
                + " two by cropping, or separate it by an opening.");
        }
    }

    /** @throws SegmentationException if a part that begins at a plane needs more memory than there may be */
    void checkMemory(final int begin, final VoxelList voxels) {
        final long bytes = bytesOfPlanes(loaded) + voxels.bytes();
        if (bytes > heapBytes) {
            final double share = heapBytes / (double)Runtime.getRuntime().maxMemory();
            final long all = bytesOfPlanes((int)grid.shape().z() - begin) + Math.max(voxels.bytes(),
                voxels.size() * Integer.BYTES * (grid.shape().z() - begin) / Math.max(1, loaded));
            throw new SegmentationException("A connected part of the mask begins at plane " + begin + ", has "
                + voxels.size() + " voxels so far and needs more than the " + megabytes(heapBytes)
                + " of memory there are for it. Give the program up to " + megabytes((long)(all / share))
                + " of heap (-Xmx), crop the volume, or separate the part by an opening.");
        }
    }

    private long bytesOfPlanes(final int count) {
        return inMemory ? 0 : (long)count * grid.planeVoxels() * Integer.BYTES;
    }

    private static String megabytes(final long bytes) {
        return (bytes + (1 << 20) - 1 >> 20) + " MB";
    }

    /** No part that comes now has voxels before this plane. */
    void begin(final int z) {
        if (inMemory) {
            return;
        }
        for (; first < z; first++) {
            writeBack(first);
        }
        if (bytesOfPlanes(loaded) > heapBytes / 2) {
            writeBackAll();
        }
    }

    /** Ends the flood: all is in the store. */
    void writeBackAll() {
        for (int z = first; !inMemory && z < planes.length - 2; z++) {
            writeBack(z);
        }
    }

    private void writeBack(final int z) {
        if (planes[z + 1] != null) {
            store.store(z, planes[z + 1]);
            planes[z + 1] = null;
            loaded--;
        }
    }
}
