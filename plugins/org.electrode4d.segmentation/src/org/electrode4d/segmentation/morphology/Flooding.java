// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import org.electrode4d.volume.Progress;

/**
 * Floods one connected part of a relief, level by level from the top, and each level in rings: first the voxels beside
 * what is flooded already, then those beside them, and so on. All of a ring get their regions at once, so that nothing
 * depends on the order of voxels. What no ring reaches is the plateau of a new peak. (Vincent and Soille, IEEE
 * Transactions on Pattern Analysis and Machine Intelligence 13, 583, 1991, but without watershed pixels.)
 *
 * <p>A voxel beside several regions goes to the one of which it has the most neighbours, and where these are as many,
 * to {@link FloodRegions#rightful}. That voxel is where the regions meet.
 */
final class Flooding {

    private static final int CHECKED = 1 << 16;

    private final ConnectedVoxels voxels;
    private final FloodRegions regions;
    private final FloodGrid grid;
    private final int[][] planes;
    private final float newPeak;
    private final VoxelList open = new VoxelList();
    private final VoxelList ring = new VoxelList();
    private final int[] beside = new int[26];
    private final int[] position = new int[3];
    private int begin;
    private float height;

    /** @param given whether regions begin at markers, so that a peak without is none */
    Flooding(final FloodPlanes planes, final ConnectedVoxels voxels, final FloodRegions regions, final boolean given) {
        this.planes = planes.planes();
        grid = planes.grid();
        this.voxels = voxels;
        this.regions = regions;
        newPeak = given ? Float.NEGATIVE_INFINITY : Float.NaN;
    }

    /** Floods the part that was found last. */
    void flood(final Progress progress) {
        begin = voxels.begin();
        final VoxelList list = voxels.list();
        long checked = list.size();
        for (long to = list.size(); to > 0;) {
            final int key = code(list.get(to - 1));
            long from = to - 1;
            while (from > 0 && code(list.get(from - 1)) == key) {
                from--;
            }
            height = FloodCode.height(key);
            level(list, from, to, key, progress);
            to = from;
            if (checked - to > CHECKED) {
                checked = to;
                progress.check();
            }
        }
    }

    private int[] plane(final int voxel) {
        return planes[begin + (voxel >>> grid.bits()) + 1];
    }

    private int index(final int voxel) {
        return voxel & (1 << grid.bits()) - 1;
    }

    private int code(final int voxel) {
        return plane(voxel)[index(voxel)];
    }

    private void level(final VoxelList list, final long from, final long to, final int key, final Progress progress) {
        long reached = 0;
        for (long k = from; k < to; k++) {
            if (k % CHECKED == 0) {
                progress.check();
            }
            reached += reach(list.get(k)) ? 1 : 0;
        }
        if (reached > 0) {
            settle(list, from, to);
        }
        if (reached < to - from) {
            open.clear();
            for (long k = from; k < to; k++) {
                if (code(list.get(k)) == key) {
                    open.add(list.get(k));
                }
            }
            if (reached > 0) {
                rings(key, progress);
            }
            plateaus(key, progress);
        }
    }

    /** Gives a voxel the region that it is beside, if there is one; it counts when it is settled. */
    private boolean reach(final int voxel) {
        final int z = begin + (voxel >>> grid.bits());
        final int index = index(voxel);
        final int[] stepsZ = grid.stepsZ();
        final int[] steps = grid.steps();
        int region = 0;
        for (int k = 0; k < steps.length; k++) {
            final int code = planes[z + stepsZ[k] + 1][index + steps[k]];
            if (FloodCode.isRegion(code)) {
                final int root = regions.find(FloodCode.region(code));
                if (region == 0) {
                    region = root;
                } else if (root != region) {
                    region = contested(z, index);
                    break;
                }
            }
        }
        if (region > 0) {
            planes[z + 1][index] = FloodCode.pending(region);
        }
        return region > 0;
    }

    /** Where different regions meet: a voxel connects what it belongs to, so that low peaks go where it goes. */
    private int contested(final int z, final int index) {
        int count = 0;
        for (int k = 0; k < grid.steps().length; k++) {
            final int code = planes[z + grid.stepsZ()[k] + 1][index + grid.steps()[k]];
            if (FloodCode.isRegion(code)) {
                beside[count++] = regions.find(FloodCode.region(code));
            }
        }
        position[0] = grid.x(index);
        position[1] = grid.y(index);
        position[2] = z;
        final int highest = regions.highest(beside, count);
        int lasting = 0;
        for (int a = 0; a < count; a++) {
            if (!regions.isLow(beside[a], highest, height)) {
                final int region = beside[a];
                beside[a] = beside[lasting];
                beside[lasting++] = region;
            }
        }
        final int rightful = rightful(lasting);
        for (int a = 0; a < count; a++) {
            regions.meet(rightful, beside[a], a >= lasting);
        }
        return regions.find(rightful);
    }

    /** Of the first of the regions beside a voxel. */
    private int rightful(final int count) {
        int rightful = 0;
        int most = 0;
        for (int a = 0; a < count; a++) {
            int neighbours = 0;
            for (int b = 0; b < count; b++) {
                neighbours += beside[b] == beside[a] ? 1 : 0;
            }
            if (neighbours > most) {
                most = neighbours;
                rightful = beside[a];
            } else if (neighbours == most && beside[a] != rightful) {
                rightful = regions.rightful(rightful, beside[a], position);
            }
        }
        return rightful;
    }

    private void settle(final VoxelList list, final long from, final long to) {
        for (long k = from; k < to; k++) {
            final int[] plane = plane(list.get(k));
            final int index = index(list.get(k));
            if (FloodCode.isPending(plane[index])) {
                plane[index] = FloodCode.settled(plane[index]);
            }
        }
    }

    /** The second ring, found among the open voxels, and all that follow, found beside the one before. */
    private void rings(final int key, final Progress progress) {
        ring.clear();
        for (long k = 0; k < open.size(); k++) {
            if (reach(open.get(k))) {
                ring.add(open.get(k));
            }
        }
        settle(ring, 0, ring.size());
        long from = 0;
        while (from < ring.size()) {
            progress.check();
            final long to = ring.size();
            for (long k = from; k < to; k++) {
                reachBeside(ring.get(k), key);
            }
            settle(ring, to, ring.size());
            from = to;
        }
    }

    private void reachBeside(final int voxel, final int key) {
        final int z = voxel >>> grid.bits();
        for (int k = 0; k < grid.steps().length; k++) {
            final int nextZ = z + grid.stepsZ()[k];
            final int at = index(voxel) + grid.steps()[k];
            if (planes[begin + nextZ + 1][at] == key) {
                final int next = nextZ << grid.bits() | at;
                reach(next);
                ring.add(next);
            }
        }
    }

    private void plateaus(final int key, final Progress progress) {
        for (long k = 0; k < open.size(); k++) {
            if (code(open.get(k)) == key) {
                progress.check();
                plateau(open.get(k), key);
            }
        }
    }

    private void plateau(final int first, final int key) {
        final int region = regions.add(Float.isNaN(newPeak) ? height : newPeak);
        ring.clear();
        claim(first, region);
        for (long head = 0; head < ring.size(); head++) {
            final int voxel = ring.get(head);
            final int z = voxel >>> grid.bits();
            for (int k = 0; k < grid.steps().length; k++) {
                final int nextZ = z + grid.stepsZ()[k];
                final int at = index(voxel) + grid.steps()[k];
                if (planes[begin + nextZ + 1][at] == key) {
                    claim(nextZ << grid.bits() | at, region);
                }
            }
        }
    }

    private void claim(final int voxel, final int region) {
        final int index = index(voxel);
        final int z = begin + (voxel >>> grid.bits());
        planes[z + 1][index] = FloodCode.ofRegion(region);
        regions.addPeakVoxel(region, grid.x(index), grid.y(index), z);
        ring.add(voxel);
    }
}
