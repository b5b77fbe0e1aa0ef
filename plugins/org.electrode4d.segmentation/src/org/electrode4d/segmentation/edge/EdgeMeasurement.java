// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Measures the width of edges. A profile along the normal is averaged over a patch across it, after the patch was
 * straightened: where each line across passes the middle grey value, a surface of second degree is fitted, and lines
 * are shifted onto it and shortened by its slope, so that neither a curved surface nor a normal that is slightly
 * wrong widens the edge.
 */
final class EdgeMeasurement {

    /** Samples per voxel along a profile. */
    private static final int DENSITY = 2;
    /** Voxels that the middle of an edge may be beside the voxel that was found. */
    private static final double MOST_SHIFT = 4;
    /** Voxels that lines of a patch are shifted at most, and by which the surface is rough at most. */
    private static final double MOST_CURVE = 2;
    private static final double MOST_ROUGHNESS = 1;
    /** What the slope of a surface may make of a voxel along the normal; steeper ones count as outside. */
    private static final double MOST_STRETCH = 1.5;
    /** A half length in sigmas that leaves room for plateaus. */
    private static final double PLATEAU = 3;

    private final Volume volume;
    private final EdgeSettings settings;
    private final double voxel;
    private final boolean flat;
    private final double[] places;
    private final SmoothingSpline spline;

    /** An edge, or why it is none. */
    record Outcome(MeasuredEdge edge, EdgeRejection rejection) {

        static Outcome no(final EdgeRejection rejection) {
            return new Outcome(null, rejection);
        }
    }

    EdgeMeasurement(final Volume volume, final EdgeSettings settings) {
        this.volume = volume;
        this.settings = settings;
        final VoxelSize size = volume.voxelSize();
        flat = volume.shape().z() == 1;
        voxel = Math.min(size.x(), flat ? size.y() : Math.min(size.y(), size.z()));
        final int half = (int)Math.round(DENSITY * settings.halfLength());
        places = new double[2 * half + 1];
        for (int i = 0; i < places.length; i++) {
            places[i] = (i - half) * voxel / DENSITY;
        }
        spline = new SmoothingSpline(places.length, voxel / DENSITY);
    }

    /** Edge of the smallest voxel side in µm. */
    double voxel() {
        return voxel;
    }

    Outcome measure(final EdgeCandidate candidate) {
        final Point centre = new Point(candidate.x(), candidate.y(), candidate.z()).times(volume.voxelSize());
        final EdgeFrame found = EdgeFrame.of(centre, candidate.normal(), flat);
        final CubicSampler sampler = new CubicSampler(volume, found.reach(volume,
            (settings.halfLength() + MOST_SHIFT + MOST_CURVE) * MOST_STRETCH * voxel, settings.patch() * voxel));
        final double[] rough = profile(sampler, found, new double[6]);
        if (hasNaN(rough)) {
            return Outcome.no(EdgeRejection.OUTSIDE);
        }
        final Optional<ErfFit> fit = ErfFit.of(places, rough, 2 * voxel);
        if (fit.isEmpty() || Math.abs(fit.get().position()) > MOST_SHIFT * voxel) {
            return Outcome.no(EdgeRejection.NO_EDGE);
        }
        final EdgeFrame frame = found.moved(fit.get().position());
        final Optional<double[]> surface = surface(sampler, frame, fit.get().middle());
        if (surface.isEmpty()) {
            return Outcome.no(EdgeRejection.NOT_STRAIGHT);
        }
        final double[] values = profile(sampler, frame, surface.get());
        return hasNaN(values) ? Outcome.no(EdgeRejection.OUTSIDE)
            : judge(candidate, frame.moved(surface.get()[0]), values);
    }

    private Outcome judge(final EdgeCandidate candidate, final EdgeFrame frame, final double[] values) {
        final Optional<ErfFit> fitted = ErfFit.of(places, values, 2 * voxel);
        if (fitted.isEmpty() || fitted.get().contrast() == 0) {
            return Outcome.no(EdgeRejection.NO_EDGE);
        }
        final ErfFit fit = fitted.get();
        final double[] curve = Arrays.stream(places).map(fit::value).toArray();
        final double splineWidth = splineWidth(values, curve, fit);
        final double residual = fit.residual() / Math.abs(fit.contrast());
        if (!(residual <= settings.largestResidual() && PLATEAU * fit.sigma() <= settings.halfLength() * voxel
            && splineWidth > 0)) {
            return Outcome.no(EdgeRejection.NO_PLATEAU);
        }
        final Point normal = frame.normal();
        final Point position = frame.place(fit.position(), 0, 0).plus(volume.origin());
        return new Outcome(new MeasuredEdge(position, normal, candidate.label(), Math.abs(fit.contrast()), residual,
            fit.fwhm(), splineWidth, normal.times(volume.voxelSize()).norm(),
            new MeasuredEdge.Profile(places.clone(), values, curve)), null);
    }

    /**
     * Width of the peak of a spline's derivative. The spline that smooths noise away widens the edge; by how much it
     * does is seen on the fitted error function, whose width is known, and taken back.
     */
    private double splineWidth(final double[] values, final double[] curve, final ErfFit fit) {
        final double lambda = spline.lambda(values);
        final boolean rising = fit.contrast() > 0;
        return spline.peakWidth(spline.smooth(values, lambda), rising) * fit.fwhm()
            / spline.peakWidth(spline.smooth(curve, lambda), rising);
    }

    private static boolean hasNaN(final double[] values) {
        for (final double value : values) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    private int acrossToo() {
        return flat ? 0 : settings.patch();
    }

    /** Mean over the patch. */
    private double[] profile(final CubicSampler sampler, final EdgeFrame frame, final double[] surface) {
        final double[] sums = new double[places.length];
        int lines = 0;
        for (int second = -acrossToo(); second <= acrossToo(); second++) {
            for (int first = -settings.patch(); first <= settings.patch(); first++) {
                final double[] line = line(sampler, frame, first * voxel, second * voxel, surface);
                lines++;
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += line[i];
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= lines;
        }
        return sums;
    }

    private double[] line(final CubicSampler sampler, final EdgeFrame frame, final double first, final double second,
        final double[] surface) {
        final double shift = shift(surface, first, second);
        final double stretch = stretch(surface, first, second);
        final double[] values = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            final Point at = frame.place(places[i] * stretch + shift, first, second).dividedBy(volume.voxelSize());
            values[i] = sampler.at(at.x(), at.y(), at.z());
        }
        return values;
    }

    private static double[] terms(final double a, final double b) {
        return new double[] {1, a, b, a * a, a * b, b * b};
    }

    private static double shift(final double[] surface, final double a, final double b) {
        final double[] terms = terms(a, b);
        double shift = 0;
        for (int i = 0; i < terms.length; i++) {
            shift += surface[i] * terms[i];
        }
        return shift;
    }

    /** How much longer a way across the edge is along the line than along the normal of the surface there. */
    private static double stretch(final double[] surface, final double a, final double b) {
        final double slopeA = surface[1] + 2 * surface[3] * a + surface[4] * b;
        final double slopeB = surface[2] + surface[4] * a + 2 * surface[5] * b;
        return Math.sqrt(1 + slopeA * slopeA + slopeB * slopeB);
    }

    /** Surface of second degree through where the lines pass a level; empty where it is too curved or rough. */
    private Optional<double[]> surface(final CubicSampler sampler, final EdgeFrame frame, final double level) {
        final int across = 2 * settings.patch() + 1;
        final int lines = across * (2 * acrossToo() + 1);
        if (settings.patch() == 0) {
            return Optional.of(new double[6]);
        }
        final int[] used = flat ? new int[] {0, 1, 3} : new int[] {0, 1, 2, 3, 4, 5};
        final double[][] matrix = new double[lines][used.length];
        final double[] crossings = new double[lines];
        for (int i = 0; i < lines; i++) {
            final double first = (i % across - settings.patch()) * voxel;
            final double second = (i / across - acrossToo()) * voxel;
            final double[] terms = terms(first, second);
            for (int k = 0; k < used.length; k++) {
                matrix[i][k] = terms[used[k]];
            }
            crossings[i] = ErfFit.crossing(places, line(sampler, frame, first, second, new double[6]), level);
        }
        final double[] solution =
            new QRDecomposition(new Array2DRowRealMatrix(matrix)).getSolver().solve(new ArrayRealVector(crossings))
                .toArray();
        return straight(matrix, crossings, solution) ? Optional.of(all(solution, used)) : Optional.empty();
    }

    private boolean straight(final double[][] matrix, final double[] crossings, final double[] solution) {
        double squares = 0;
        double most = 0;
        for (int i = 0; i < crossings.length; i++) {
            double value = 0;
            for (int k = 0; k < solution.length; k++) {
                value += matrix[i][k] * solution[k];
            }
            most = Math.max(most, Math.abs(value));
            squares += (crossings[i] - value) * (crossings[i] - value);
        }
        return most <= MOST_CURVE * voxel && Math.sqrt(squares / crossings.length) <= MOST_ROUGHNESS * voxel;
    }

    private static double[] all(final double[] solution, final int[] used) {
        final double[] surface = new double[6];
        for (int k = 0; k < used.length; k++) {
            surface[used[k]] = solution[k];
        }
        return surface;
    }
}
