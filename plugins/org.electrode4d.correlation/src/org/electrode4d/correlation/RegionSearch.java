// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/** Translations from which a region may find its place: the best of all whole-voxel ones on an averaged volume. */
public final class RegionSearch {

    private static final int EXTENT = 64;
    private static final int MARGIN = 2;

    private RegionSearch() {
    }

    /**
     * Searches about a map that is known roughly.
     *
     * @param known of the whole volume, about its middle
     * @param range part of the region's extent along every axis to search to either side
     * @return two maps: by grey values and by their fine structure; none where the region is too thin to be searched
     */
    public static List<Transformation> starts(final VolumePair pair, final Region region, final Transformation known,
        final double range, final Progress progress) {
        final Block box = region.box().grow(MARGIN).clip(pair.shape());
        if (Math.min(box.sizeX(), Math.min(box.sizeY(), box.sizeZ())) < VolumePair.MINIMUM_EXTENT) {
            return List.of();
        }
        final Volume placed = AlignedVolume.of(pair.deformed(), known, Accuracy.FAST);
        final VolumePair crop = new VolumePair(pair.reference().crop(box), placed.crop(box));
        final Binning binning = new Binning(bin(box));
        final VolumePair small = binning.load(crop, progress.part(0, 0.4));
        final List<Transformation> starts = new ArrayList<>();
        for (final VolumePair seen : List.of(small, FineStructure.of(small))) {
            final Point offset = TranslationSearch.best(seen, range, progress.part(0.4, 1)).times(binning.bin());
            if (!offset.equals(Point.ORIGIN)) {
                starts.add(known.after(Transformation.translation(offset.x(), offset.y(), offset.z())));
            }
        }
        return starts;
    }

    private static int bin(final Block box) {
        final int longest = Math.max(box.sizeX(), Math.max(box.sizeY(), box.sizeZ()));
        final int shortest = Math.min(box.sizeX(), Math.min(box.sizeY(), box.sizeZ()));
        int bin = 1;
        while (longest / bin > EXTENT && shortest / (2 * bin) >= VolumePair.MINIMUM_EXTENT) {
            bin *= 2;
        }
        return bin;
    }
}
