// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import org.electrode4d.correlation.CorrelationException;
import org.electrode4d.correlation.ElectrodeDepth.Collector;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.HeightMap;
import org.electrode4d.volume.statistics.PlaneFit;

/**
 * The plane through the side of the collector that faces the electrode: total least squares without outliers (see
 * {@link PlaneFit}). Points count by the height of the grey step that they were found at.
 *
 * @param centroid µm from the centre of the first voxel
 * @param normal of length one, from the collector into the electrode
 * @param roughness root of the mean squared distance of the points to the plane, in µm
 * @param points that the plane was fitted to
 * @param outliers part of the columns with a surface that were left out, 0 to 1
 * @param uncertainty standard deviations of the tilts about x and y (radian) and of z at the centroid (µm), from the
 *     scatter of the means of eight by eight columns, since neighbours err together
 * @param subVoxel whether the surface was found between voxels, by grey values, and not only as the faces of a mask
 */
public record CollectorPlane(Point centroid, Point normal, double roughness, long points, double outliers,
    Point uncertainty, boolean subVoxel) {

    private static final int LEAST_POINTS = 12;

    /** The face across z from which the collector reaches to the plane. */
    Collector end() {
        return normal.z() > 0 ? Collector.FIRST_SLICE : Collector.LAST_SLICE;
    }

    /** The angle between the normal and the z axis, in degrees. */
    public double tilt() {
        return Math.toDegrees(Math.atan2(Math.hypot(normal.x(), normal.y()), Math.abs(normal.z())));
    }

    /** z of the plane at a place, all in µm from the centre of the first voxel. */
    public double z(final double x, final double y) {
        return centroid.z() - (normal.x() * (x - centroid.x()) + normal.y() * (y - centroid.y())) / normal.z();
    }

    /**
     * Fits a plane to the surface of the collector in a volume.
     *
     * @throws CorrelationException if there are too few columns with a surface
     */
    static CollectorPlane of(final CollectorSurface surface, final Volume volume) {
        final int columns = surface.heights().length;
        final double least = Math.max(LEAST_POINTS, Math.sqrt(columns));
        final PlaneFit fit = PlaneFit.of(new HeightMap(surface.heights(), surface.steps(), (int)volume.shape().x(),
            volume.voxelSize()), least);
        if (fit.points() < least) {
            throw new CorrelationException("The collector's surface was found in only " + fit.points() + " of "
                + columns + " columns of " + volume.name() + ". Give a mask of the collector, or a threshold, or crop "
                + "the scan so that the collector fills one of the faces across z.");
        }
        if (fit.isLine()) {
            throw new CorrelationException("The columns of " + volume.name() + " in which the collector was found lie "
                + "on a line; no plane goes through a line alone. Use a wider part of the scan.");
        }
        return new CollectorPlane(fit.centroid(),
            fit.normal().times(surface.end() == Collector.FIRST_SLICE ? 1 : -1), fit.roughness(), fit.points(),
            fit.outliers(), fit.uncertainty(), surface.subVoxel());
    }
}
