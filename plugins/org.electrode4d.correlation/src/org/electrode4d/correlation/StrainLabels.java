// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Which label the material at the points of a strain field has in a segmentation of the reference: that of the nearest
 * voxel, found by position in µm, so that the segmentation may have been cropped or averaged. Points outside of it have
 * label 0, the background. Reads one row of voxels per row of points.
 */
public final class StrainLabels {

    private final StrainField strain;
    private final LabelVolume labels;
    private final int[] values;

    private StrainLabels(final StrainField strain, final LabelVolume labels, final int[] values) {
        this.strain = strain;
        this.labels = labels;
        this.values = values;
    }

    /** @throws IllegalArgumentException where no point lies in the volume of labels */
    public static StrainLabels of(final StrainField strain, final LabelVolume labels, final Progress progress) {
        final int[] values = new int[strain.grid().size()];
        final int nx = strain.grid().nx();
        boolean inside = false;
        for (int first = 0; first < values.length; first += nx) {
            progress.check();
            inside |= readRow(strain, labels, first, values);
        }
        if (!inside) {
            throw new IllegalArgumentException("None of the " + values.length + " points with strain lies inside the "
                + "labels " + labels.volume().name() + ", which begin at " + text(labels.volume().origin())
                + " µm; the points begin at " + text(strain.positionInMicrometres(0))
                + " µm. Take labels of the reference scan.");
        }
        return new StrainLabels(strain, labels, values);
    }

    /** Whether any point of the row is inside. */
    private static boolean readRow(final StrainField strain, final LabelVolume labels, final int first,
        final int[] values) {
        final Shape shape = labels.volume().shape();
        final Point start = voxel(strain, labels.volume(), first);
        if (outside(start.y(), shape.y()) || outside(start.z(), shape.z())) {
            return false;
        }
        final int[] row = new int[Math.toIntExact(shape.x())];
        labels.read(new Block(0, (long)start.y(), (long)start.z(), row.length, 1, 1), row);
        boolean inside = false;
        for (int point = first; point < first + strain.grid().nx(); point++) {
            final double x = voxel(strain, labels.volume(), point).x();
            if (!outside(x, shape.x())) {
                inside = true;
                values[point] = row[(int)x];
            }
        }
        return inside;
    }

    private static Point voxel(final StrainField strain, final Volume volume, final int point) {
        final Point at = strain.positionInMicrometres(point).minus(volume.origin());
        return new Point(Math.rint(at.x() / volume.voxelSize().x()), Math.rint(at.y() / volume.voxelSize().y()),
            Math.rint(at.z() / volume.voxelSize().z()));
    }

    private static boolean outside(final double index, final long size) {
        return !(index >= 0 && index < size);
    }

    private static String text(final Point p) {
        return "(" + p.x() + ", " + p.y() + ", " + p.z() + ")";
    }

    /** A region per label that occurs, in ascending order; not of the background 0, unless it has a name. */
    public List<StrainRegion> regions() {
        final SortedMap<Integer, BitSet> found = new TreeMap<>();
        for (int point = 0; point < values.length; point++) {
            if (values[point] != 0 || labels.names().containsKey(0)) {
                found.computeIfAbsent(values[point], label -> new BitSet()).set(point);
            }
        }
        final List<StrainRegion> regions = new ArrayList<>(found.size());
        found.forEach((label, points) -> regions.add(StrainRegion.of(labels.name(label), points)));
        return regions;
    }

    /**
     * Where the label is not 0, what a mask keeps: each point with the share of its cell. Reads all labels once.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public StrainRegion foreground(final Progress progress) {
        return StrainRegion.of("Foreground", CellShares.of(strain, labels, progress, point -> values[point] != 0));
    }
}
