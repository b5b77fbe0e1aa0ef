// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Arrays;
import org.electrode4d.volume.Progress;

/**
 * The voxels of one connected part of a mask, from the lowest to the highest, and in raster order where they are
 * equally high. Voxels of markers, which the flood starts from, are left out.
 *
 * <p>Small parts are sorted as they are; large ones are counted into bins of the upper 20 bits of their keys, and
 * bins with different keys are sorted by themselves, which takes 8 bytes for each of their voxels.
 */
final class ConnectedVoxels {

    private static final int FEW = 1 << 16;
    private static final int LOW_BITS = 10;
    private static final int CHECKED = 1 << 16;

    private final FloodPlanes planes;
    private final FloodGrid grid;
    private final VoxelList list = new VoxelList();
    private long[] bins;
    private long[] pairs = new long[64];
    private int begin;
    private int end;

    ConnectedVoxels(final FloodPlanes planes) {
        this.planes = planes;
        grid = planes.grid();
    }

    /** The plane with which the part begins. */
    int begin() {
        return begin;
    }

    VoxelList list() {
        return list;
    }

    /** Finds and sorts the part of a voxel, which has no neighbours in planes before its own. */
    void find(final int z, final int index, final Progress progress) {
        begin = z;
        end = z + 1;
        list.clear();
        final int[] plane = planes.require(z);
        plane[index] = FloodCode.listed(plane[index]);
        list.add(index);
        fill(progress);
        progress.check();
        if (list.size() <= FEW) {
            sortFew();
        } else {
            countIntoBins();
            for (int bin = 0; bin < bins.length - 1; bin++) {
                sort(bin == 0 ? 0 : bins[bin - 1], bins[bin]);
            }
        }
    }

    private void fill(final Progress progress) {
        final int[][] codes = planes.planes();
        final int[] stepsZ = grid.stepsZ();
        final int[] steps = grid.steps();
        final int bits = grid.bits();
        final int indexMask = (1 << bits) - 1;
        for (long head = 0; head < list.size(); head++) {
            if (head % CHECKED == 0) {
                progress.check();
                planes.checkMemory(begin, list);
            }
            final int voxel = list.get(head);
            final int z = voxel >>> bits;
            final int index = voxel & indexMask;
            planes.requireAround(begin + z, begin, list);
            for (int k = 0; k < steps.length; k++) {
                final int[] plane = codes[begin + z + stepsZ[k] + 1];
                final int at = index + steps[k];
                if (FloodCode.isUnlisted(plane[at])) {
                    plane[at] = FloodCode.listed(plane[at]);
                    list.add(z + stepsZ[k] << bits | at);
                    end = Math.max(end, begin + z + stepsZ[k] + 1);
                }
            }
        }
    }

    private int[] plane(final int voxel) {
        return planes.planes()[begin + (voxel >>> grid.bits()) + 1];
    }

    private int index(final int voxel) {
        return voxel & (1 << grid.bits()) - 1;
    }

    private void sortFew() {
        int count = 0;
        pairs = pairs.length < list.size() ? new long[(int)list.size()] : pairs;
        for (int k = 0; k < list.size(); k++) {
            final int voxel = list.get(k);
            final int[] plane = plane(voxel);
            final int code = plane[index(voxel)];
            if (code > 0) {
                plane[index(voxel)] = code & ~FloodCode.LISTED;
                pairs[count++] = (long)code << 32 | voxel & 0xffff_ffffL;
            }
        }
        list.cut(count);
        sortPairs(0, count);
    }

    private void sortPairs(final long from, final int count) {
        Arrays.sort(pairs, 0, count);
        for (int k = 0; k < count; k++) {
            list.set(from + k, (int)pairs[k]);
        }
    }

    /** Puts the voxels into their bins, in raster order: the list is filled anew from the planes. */
    private void countIntoBins() {
        bins = new long[(FloodCode.LISTED >> LOW_BITS) + 1];
        for (long k = 0; k < list.size(); k++) {
            final int voxel = list.get(k);
            final int code = plane(voxel)[index(voxel)];
            if (code > 0) {
                bins[((code & ~FloodCode.LISTED) >> LOW_BITS) + 1]++;
            }
        }
        for (int bin = 1; bin < bins.length; bin++) {
            bins[bin] += bins[bin - 1];
        }
        list.cut(bins[bins.length - 1]);
        for (int z = begin; z < end; z++) {
            final int[] plane = planes.planes()[z + 1];
            for (int i = 0; i < plane.length; i++) {
                if (plane[i] > FloodCode.LISTED) {
                    plane[i] &= ~FloodCode.LISTED;
                    list.set(bins[plane[i] >> LOW_BITS]++, z - begin << grid.bits() | i);
                }
            }
        }
    }

    private void sort(final long from, final long to) {
        if (to - from < 2 || isLevel(from, to)) {
            return;
        }
        final int count = Math.toIntExact(to - from);
        pairs = pairs.length < count ? new long[count] : pairs;
        for (int k = 0; k < count; k++) {
            final int voxel = list.get(from + k);
            pairs[k] = (long)plane(voxel)[index(voxel)] << 32 | voxel & 0xffff_ffffL;
        }
        sortPairs(from, count);
    }

    private boolean isLevel(final long from, final long to) {
        final int first = list.get(from);
        final int key = plane(first)[index(first)];
        for (long k = from + 1; k < to; k++) {
            final int voxel = list.get(k);
            if (plane(voxel)[index(voxel)] != key) {
                return false;
            }
        }
        return true;
    }
}
