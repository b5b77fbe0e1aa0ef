// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeMap;
import org.electrode4d.segmentation.PairCounts;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * Makes labels of the regions of a flood: numbers them in raster order of their first voxels, unites those that are too
 * small with a neighbour, and separates them by lines.
 */
final class RegionNumbering {

    private final FloodGrid grid;
    private final PlaneStore codes;
    private final FloodRegions regions;
    private final WatershedSettings settings;
    private final FloodMarkers markers;
    private final int depth;
    private final int[] none;
    private int[] numberOf;
    private long[] sizes = new long[64];
    private int count;

    /** @param markers null where regions begin at peaks */
    RegionNumbering(final FloodPlanes planes, final FloodRegions regions, final WatershedSettings settings,
        final FloodMarkers markers) {
        grid = planes.grid();
        codes = planes.store();
        depth = (int)grid.shape().z();
        this.regions = regions;
        this.settings = settings;
        this.markers = markers;
        none = new int[grid.planeVoxels()];
    }

    WatershedRegions label(final Volume like, final ScratchSpace scratch, final Progress progress)
        throws IOException {
        number(progress);
        final double voxelVolume = like.voxelSize().volume();
        if (settings.leastVolume() > voxelVolume) {
            uniteSmall((long)Math.ceil(settings.leastVolume() / voxelVolume - 1e-6), progress);
        }
        final int[] labels = labels();
        final PlaneStore result = scratch.create(grid.shape(), VoxelType.INT32);
        final long[] voxels = new long[count + 1];
        final boolean[] onBorder = new boolean[count + 1];
        final int[] columns = new int[(int)grid.shape().x()];
        for (int z = 0; z < depth; z++) {
            progress.check();
            progress.report((depth + z) / (2.0 * depth), "Numbering particles");
            final int[] plane = new int[result.planeVoxels()];
            final int[][] around = {plane(z - 1), plane(z), plane(z + 1)};
            for (int y = 0; y < grid.shape().y(); y++) {
                row(around, y, columns);
                for (int x = 0; x < columns.length; x++) {
                    plane[y * columns.length + x] = labels[columns[x]];
                    voxels[columns[x]]++;
                    onBorder[columns[x]] |= isOnBorder(x, y, z);
                }
            }
            result.store(z, plane);
        }
        onBorder[0] = false;
        final LabelVolume volume = new LabelVolume(result.like(like, "Particles of " + like.name()), new TreeMap<>());
        return new WatershedRegions(LabelVolume.of(volume.named()), labels, voxels, onBorder);
    }

    private int[] plane(final int z) {
        return z < 0 || z >= depth ? none : (int[])codes.load(z);
    }

    private void number(final Progress progress) {
        numberOf = new int[regions.count() + 1];
        for (int z = 0; z < depth; z++) {
            progress.check();
            for (final int code : plane(z)) {
                if (code < 0) {
                    final int root = regions.find(FloodCode.region(code));
                    if (numberOf[root] == 0 && regions.isMarked(root)) {
                        numberOf[root] = ++count;
                        sizes = count < sizes.length ? sizes : Arrays.copyOf(sizes, 2 * count);
                    }
                    sizes[numberOf[root]]++;
                }
            }
        }
        for (int region = 1; region < numberOf.length; region++) {
            numberOf[region] = numberOf[regions.find(region)];
        }
    }

    /** Unites small regions with neighbours, and numbers again. */
    private void uniteSmall(final long least, final Progress progress) {
        final SmallRegions small = new SmallRegions(contacts(progress), Arrays.copyOf(sizes, count + 1));
        final int[] target = small.unite(least);
        final int[] renumbered = new int[count + 1];
        int next = 0;
        for (int number = 1; number <= count; number++) {
            final int first = target[number];
            if (renumbered[first] == 0) {
                renumbered[first] = ++next;
            }
        }
        sizes = new long[next + 1];
        for (int number = 1; number <= count; number++) {
            sizes[renumbered[target[number]]] = small.size(target[number]);
        }
        for (int region = 1; region < numberOf.length; region++) {
            numberOf[region] = renumbered[target[numberOf[region]]];
        }
        count = next;
    }

    private int number(final int code) {
        return code < 0 ? numberOf[FloodCode.region(code)] : 0;
    }

    private PairCounts contacts(final Progress progress) {
        final PairCounts contacts = new PairCounts();
        for (int z = 0; z < depth; z++) {
            progress.check();
            final int[] plane = plane(z);
            final int[] above = plane(z + 1);
            for (int i = 0; i < plane.length - grid.stride(); i++) {
                final int number = number(plane[i]);
                if (number > 0) {
                    touch(contacts, number, number(plane[i + 1]));
                    touch(contacts, number, number(plane[i + grid.stride()]));
                    touch(contacts, number, number(above[i]));
                }
            }
        }
        return contacts;
    }

    private static void touch(final PairCounts contacts, final int first, final int second) {
        if (second > 0 && second != first) {
            contacts.add(Math.min(first, second), Math.max(first, second), 1);
        }
    }

    /** The labels by number. */
    private int[] labels() {
        final int[] labels = new int[count + 1];
        for (int number = 1; number <= count; number++) {
            labels[number] = number;
        }
        if (markers != null) {
            for (int region = markers.count(); region > 0; region--) {
                if (numberOf[region] > 0) {
                    labels[numberOf[region]] = markers.label(region);
                }
            }
        }
        return labels;
    }

    private void row(final int[][] around, final int y, final int[] numbers) {
        final int at = grid.index(0, y);
        for (int x = 0; x < numbers.length; x++) {
            final int number = number(around[1][at + x]);
            numbers[x] = number > 0 && settings.lines() && isLine(around, at + x, number) ? 0 : number;
        }
    }

    /** Whether a voxel is beside a smaller region, or one as large with a smaller number. */
    private boolean isLine(final int[][] around, final int index, final int number) {
        for (int k = 0; k < grid.steps().length; k++) {
            final int other = number(around[1 + grid.stepsZ()[k]][index + grid.steps()[k]]);
            if (other > 0 && other != number && (sizes[other] < sizes[number]
                || sizes[other] == sizes[number] && other < number)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOnBorder(final int x, final int y, final int z) {
        final Shape shape = grid.shape();
        return isEnd(x, shape.x()) || isEnd(y, shape.y()) || isEnd(z, shape.z());
    }

    private static boolean isEnd(final int at, final long extent) {
        return extent > 1 && (at == 0 || at == extent - 1);
    }
}
