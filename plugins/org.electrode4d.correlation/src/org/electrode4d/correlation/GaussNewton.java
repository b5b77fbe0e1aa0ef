// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Optional;
import org.electrode4d.correlation.kernel.NormalEquations;
import org.electrode4d.correlation.kernel.ReferenceSums;
import org.electrode4d.correlation.kernel.TargetSums;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * Inverse-compositional Gauss-Newton iteration (Baker and Matthews, IJCV 56, 2004) for the affine map of one window.
 * The gradient is the reference's, hence its matrix is factorised once; the trial map is composed with the inverse of
 * the increment. Differences to SPAM, which composes with {@code I + increment} and compares grey values as they are:
 * gain and offset do not matter, the true inverse is taken, and the stop test is in voxels at the window's corner. A
 * window whose steps do not become smaller is given up early.
 */
final class GaussNewton {

    private static final double LARGEST_CHANGE = 3;
    private static final double SMALLEST_CHANGE = 0.2;
    /** Corner movement in voxels below which the bias of trilinear interpolation begins to count. */
    private static final double FINE_PHASE = 0.1;
    /**
     * Steps that shrink by this or more shrink by the same part again: the next one is known without sampling the window
     * once more.
     */
    private static final double LINEAR = 0.3;
    private static final double GROWTH = 1.25;
    /** Iterations without a smaller step after which a window has nothing to hold on to. */
    private static final int PATIENCE = 10;

    private final SumSource source;
    private final WindowFrame frame;
    private final ConvergenceSettings settings;
    private final MotionModel model;
    private Transformation start;
    private Transformation map;
    private TargetSums sums;
    private NormalEquations equations;
    private double shiftG;
    private int iterations;
    private double norm = Double.NaN;

    GaussNewton(final SumSource source, final WindowFrame frame, final ConvergenceSettings settings) {
        this(source, frame, settings, settings.freedom());
    }

    /** @param model what the window can do, in place of the freedom in the settings */
    GaussNewton(final SumSource source, final WindowFrame frame, final ConvergenceSettings settings,
        final MotionModel model) {
        this.source = source;
        this.frame = frame;
        this.settings = settings;
        this.model = model;
    }

    /** @param from the start value, about the centre of the window */
    NodeResult run(final Transformation from, final Progress progress) {
        if (!from.isFinite()) {
            return NodeResult.of(from, NodeStatus.BAD_START);
        }
        start = model.restrict(from);
        map = start;
        shiftG = source.shift();
        final ReferenceSums whole = source.reference();
        final double part = settings.minimumCoverage() * frame.voxels();
        if (whole.count() < part) {
            return result(NodeStatus.REFUSED);
        }
        final Optional<NormalEquations> ofWhole = equations(source, whole);
        if (ofWhole.isEmpty()) {
            return result(NodeStatus.SINGULAR);
        }
        final double enough = part * frame.withoutFaces();
        source.coarse().ifPresent(coarse -> approach(coarse, enough / whole.count(), progress));
        final Phase linear = new Phase(source, whole, ofWhole.get(), false, enough);
        final boolean exact = settings.accuracy() == Accuracy.EXACT;
        if (exact && source.coarse().isEmpty()) {
            final NodeStatus status = iterate(linear, FINE_PHASE, settings.maximumIterations() / 2, progress);
            if (status.code() < NodeStatus.NOT_RUN.code()) {
                return result(status);
            }
        }
        final NodeStatus status = iterate(exact ? linear.withCubic() : linear, settings.tolerance(),
            settings.maximumIterations(), progress);
        final NodeResult result = result(status);
        return status == NodeStatus.CONVERGED ? result.with(uncertainty()) : result;
    }

    private Optional<NormalEquations> equations(final SumSource of, final ReferenceSums reference) {
        return NormalEquations.of(reference, model.basis(), of.shift());
    }

    /** Most of the way on a part of the voxels; where that fails, the whole window begins where this did. */
    private void approach(final SumSource coarse, final double enough, final Progress progress) {
        final ReferenceSums some = coarse.reference();
        final Optional<NormalEquations> ofSome = equations(coarse, some);
        if (ofSome.isPresent()) {
            final Phase phase = new Phase(coarse, some, ofSome.get(), false, enough * some.count());
            NodeStatus status = iterate(phase, FINE_PHASE, settings.maximumIterations() / 2, progress);
            if (status == NodeStatus.CONVERGED && settings.accuracy() == Accuracy.EXACT) {
                status = iterate(phase.withCubic(), FINE_PHASE / 2, settings.maximumIterations() / 2, progress);
            }
            if (status != NodeStatus.CONVERGED) {
                map = start;
                iterations = 0;
            }
        }
    }

    /**
     * Iterations of one kind.
     *
     * @param enough voxels that must take part
     */
    private record Phase(SumSource source, ReferenceSums whole, NormalEquations equations, boolean cubic,
        double enough) {

        Phase withCubic() {
            return new Phase(source, whole, equations, true, enough);
        }
    }

    /**
     * CONVERGED once no corner moves, or would move in the next step, by the tolerance, MAX_ITERATIONS at the limit, or
     * why it cannot go on.
     */
    private NodeStatus iterate(final Phase phase, final double tolerance, final int limit, final Progress progress) {
        equations = phase.equations;
        double before = Double.MAX_VALUE;
        double last = 0;
        double smallest = Double.MAX_VALUE;
        int restless = 0;
        while (iterations < limit) {
            progress.check();
            sums = phase.source.target(phase.whole, map, phase.cubic, shiftG);
            final Optional<NodeStatus> unusable = examine(before, phase.enough);
            if (unusable.isPresent()) {
                return unusable.get();
            }
            before = residual();
            if (!adapt(phase)) {
                return NodeStatus.SINGULAR;
            }
            shiftG += sums.g() / sums.count();
            iterations++;
            final double moved = step(equations.increment(sums));
            final Optional<NodeStatus> failed = examineMap();
            if (failed.isPresent()) {
                return failed.get();
            }
            if (moved < tolerance || moved < LINEAR * last && moved * moved / last < tolerance) {
                return NodeStatus.CONVERGED;
            }
            last = moved;
            restless = moved < smallest ? 0 : restless + 1;
            smallest = Math.min(moved, smallest);
            if (restless > PATIENCE) {
                return NodeStatus.DIVERGED;
            }
        }
        return NodeStatus.MAX_ITERATIONS;
    }

    /** Takes the matrix of what is left of the window; false if that has too little texture. */
    private boolean adapt(final Phase phase) {
        final Optional<ReferenceSums> remaining = phase.source.remaining(phase.whole, sums);
        if (remaining.isPresent()) {
            final Optional<NormalEquations> other = equations(phase.source, remaining.get());
            if (other.isEmpty()) {
                return false;
            }
            equations = other.get();
        }
        return true;
    }

    /** Composes the map with the inverse of the increment; the largest movement of a corner. */
    private double step(final double[] p) {
        double squares = 0;
        for (final double parameter : p) {
            squares += parameter * parameter;
        }
        norm = Math.sqrt(squares);
        final double[] f = {1 + p[0], p[1], p[2], p[4], 1 + p[5], p[6], p[8], p[9], 1 + p[10]};
        final Transformation increment = model.restrict(
            Transformation.of(f, new Point(p[3], p[7], p[11])));
        map = map.after(increment.inverse());
        return frame.cornerDistance(increment, Transformation.IDENTITY);
    }

    private Optional<NodeStatus> examine(final double before, final double enough) {
        if (!(sums.count() >= enough)) {
            return Optional.of(NodeStatus.REFUSED);
        }
        final double magnitude = sums.gg() + 2 * shiftG * sums.g() + shiftG * shiftG * sums.count();
        if (!(sums.contrastG() > 1e-10 * magnitude && sums.contrastF() > 0)) {
            return Optional.of(NodeStatus.SINGULAR);
        }
        final boolean late = 2 * iterations > settings.maximumIterations();
        return late && residual() > GROWTH * before ? Optional.of(NodeStatus.DIVERGED) : Optional.empty();
    }

    private Optional<NodeStatus> examineMap() {
        if (!map.isFinite()) {
            return Optional.of(NodeStatus.SINGULAR_TRANSFORMATION);
        }
        final double change = map.determinant();
        if (!(change <= LARGEST_CHANGE && change >= SMALLEST_CHANGE)) {
            return Optional.of(NodeStatus.VOLUME_CHANGE);
        }
        final boolean lost = frame.cornerDistance(map, start) > frame.searchRange();
        return lost ? Optional.of(NodeStatus.DIVERGED) : Optional.empty();
    }

    private Point uncertainty() {
        final double[] deviation = equations.uncertainty(sums);
        return new Point(deviation[0], deviation[1], deviation[2]);
    }

    private double residual() {
        return 2 * (1 - sums.zncc());
    }

    private NodeResult result(final NodeStatus status) {
        final boolean known = sums != null && sums.count() > 0;
        return new NodeResult(map, status, known ? sums.zncc() : Double.NaN, known ? residual() : Double.NaN,
            iterations, norm, NodeResult.UNKNOWN);
    }
}
