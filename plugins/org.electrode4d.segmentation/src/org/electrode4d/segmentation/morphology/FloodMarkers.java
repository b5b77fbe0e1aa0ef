// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/** Given markers: the region of each label, from 1 in the order of the labels. */
final class FloodMarkers {

    private final LabelVolume markers;
    private final int[] labels;

    private FloodMarkers(final LabelVolume markers, final int[] labels) {
        this.markers = markers;
        this.labels = labels;
    }

    /** @throws SegmentationException if there is no label but 0 */
    static FloodMarkers of(final LabelVolume markers, final Progress progress) {
        final Shape shape = markers.volume().shape();
        final SortedSet<Integer> found = new TreeSet<>();
        final int[] plane = new int[(int)(shape.x() * shape.y())];
        for (long z = 0; z < shape.z(); z++) {
            progress.check();
            markers.read(new Block(0, 0, z, (int)shape.x(), (int)shape.y(), 1), plane);
            int last = 0;
            for (final int label : plane) {
                if (label != last) {
                    last = label;
                    found.add(label);
                }
            }
        }
        found.remove(0);
        if (found.isEmpty()) {
            throw new SegmentationException("There are no markers: all voxels of " + markers.volume().name()
                + " are 0. Take a volume with a label for every particle, or flood from the peaks.");
        }
        return new FloodMarkers(markers, found.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Makes the regions of all markers, whose peaks are higher than everything. */
    void addTo(final FloodRegions regions) {
        for (int i = 0; i < labels.length; i++) {
            regions.add(Float.POSITIVE_INFINITY);
        }
    }

    /** Markers: their regions are the first. */
    int count() {
        return labels.length;
    }

    /** The label of the marker of a region. */
    int label(final int region) {
        return labels[region - 1];
    }

    /** Replaces the codes of the voxels of markers in a plane, where they are not outside. */
    void mark(final int z, final FloodGrid grid, final int[] codes, final FloodRegions regions) {
        final int columns = (int)grid.shape().x();
        final int rows = (int)grid.shape().y();
        final int[] plane = new int[columns * rows];
        markers.read(new Block(0, 0, z, columns, rows, 1), plane);
        for (int i = 0; i < plane.length; i++) {
            final int at = grid.index(i % columns, i / columns);
            if (plane[i] != 0 && codes[at] != FloodCode.OUTSIDE) {
                final int region = 1 + Arrays.binarySearch(labels, plane[i]);
                codes[at] = FloodCode.unclaimed(region);
                regions.addPeakVoxel(region, i % columns, i / columns, z);
            }
        }
    }
}
