// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.Arrays;
import java.util.List;

import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.linear.AlgebraicMultigrid;
import org.electrode4d.transport.linear.ConjugateGradients;
import org.electrode4d.transport.linear.RowChunks;
import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.volume.Progress;

/**
 * Solves {@code mass du/dt + stiffness u = 0} by backward differences of second order with variable steps (BDF2),
 * which are A-stable for constant steps and stable while a step is at most 2.4 times the one before; here at most twice.
 *
 * <p>The first step is one of implicit Euler, short enough that initial values which contradict the boundary condition
 * do no harm. From the third step on the error of a step follows from the difference between its result and the parabola
 * through the last three times, which is also where conjugate gradients start from. The largest error of any unknown
 * steers the step. Output times are met exactly.
 *
 * <p>The outflow is the time integral of {@code sum(stiffness u)} by the same formula as the steps: with it mass is
 * conserved to the residual of the linear systems, which is relative to what is still there.
 *
 * <p>An object is for one run.
 */
public final class BackwardDifferences {

    private static final int MOST_ITERATIONS = 500;

    /** Of the start: what is left below that need not be known to as many digits. */
    private static final double LITTLE = 1e-5;
    private static final int MOST_STEPS = 200_000;
    private static final double GROWTH = 2;
    private static final double SAFETY = 0.9;

    /** Steps shorter than this part of the time make no progress in double precision. */
    private static final double SHORTEST = 1e-14;

    private final SparseMatrix mass;
    private final SparseMatrix stiffness;
    private final StepSettings settings;
    private final AlgebraicMultigrid multigrid;
    private final SparseMatrix system;
    private final ConjugateGradients solver;
    private final double[] boundary;

    private final History history;
    private double shift = -1;
    private double startNorm;
    private double outflow;
    private double lastOutflow;
    private int steps;
    private int rejected;
    private long iterations;

    /**
     * @param mass symmetric and positive definite
     * @param stiffness symmetric and positive semidefinite, of the same pattern; constants are in the kernel of all of
     *     it but the boundary terms
     * @param prolongations of the finest grids, see {@link AlgebraicMultigrid}
     */
    public BackwardDifferences(final SparseMatrix mass, final SparseMatrix stiffness,
        final List<SparseMatrix> prolongations, final StepSettings settings, final Progress progress) {
        this.mass = mass;
        this.stiffness = stiffness;
        this.settings = settings;
        multigrid = AlgebraicMultigrid.of(stiffness, mass, prolongations, progress);
        system = new SparseMatrix(mass.pattern());
        solver = new ConjugateGradients(system, multigrid, MOST_ITERATIONS);
        final double[] ones = new double[mass.pattern().rows()];
        Arrays.fill(ones, 1);
        boundary = stiffness.times(ones);
        history = new History(ones.length);
    }

    /** What a run took. */
    public record Report(int unknowns, int steps, int rejected, long iterations, int levels) {
    }

    /**
     * Advances from time 0 to the last of some times.
     *
     * @param start the unknowns at time 0
     * @param times that are to be met exactly, in s: ascending, greater than zero, at least one
     * @throws TransportException if steps become too short or too many, or a linear system is not solved
     */
    public Report run(final double[] start, final double[] times, final StepObserver observer,
        final Progress progress) {
        history.start(start);
        final double[] there = mass.times(start);
        startNorm = Math.sqrt(RowChunks.dot(there, there));
        observer.accepted(0, history.latest(), 0);
        double time = 0;
        double step = Math.min(settings.firstStep(), times[0]);
        for (final double end : times) {
            while (time < end) {
                final double length = cut(step, end - time);
                final double error = attempt(length, progress);
                if (error > settings.tolerance()) {
                    rejected++;
                    step = shortened(length, error, time);
                    continue;
                }
                accept(length);
                time = length >= end - time ? end : time + length;
                observer.accepted(time, history.latest(), outflow);
                report(time, times[times.length - 1], progress);
                step = Math.max(step > length ? Math.min(step, GROWTH * length) : 0, next(length, error));
            }
        }
        return new Report(start.length, steps, rejected, iterations, multigrid.levels());
    }

    /** The step, or what is left; or half of that, so that no very short step remains. */
    private double cut(final double step, final double left) {
        if (step >= left * (1 - 1e-12)) {
            return left;
        }
        return Double.isInfinite(settings.tolerance()) || 2 * step <= left ? step : left / 2;
    }

    private double next(final double length, final double error) {
        if (Double.isInfinite(settings.tolerance())) {
            return settings.firstStep();
        }
        final double factor = SAFETY * Math.cbrt(settings.tolerance() / Math.max(error, 1e-300));
        return factor > 1.1 || factor < 1 ? length * Math.min(GROWTH, factor) : length;
    }

    private double shortened(final double length, final double error, final double time) {
        final double factor = steps == 0 ? 0.25
            : Math.max(0.25, SAFETY * Math.cbrt(settings.tolerance() / error));
        if (Double.isNaN(error) || length * factor < SHORTEST * Math.max(time, settings.firstStep() * SHORTEST)) {
            throw new TransportException("At " + time + " s a step of " + length + " s still has an error of " + error
                + ", above the tolerance of " + settings.tolerance() + ". Choose a larger tolerance.");
        }
        return length * factor;
    }

    /** Computes the unknowns after a step and returns its error. */
    private double attempt(final double length, final Progress progress) {
        final double leading = history.prepare(length);
        if (leading / length != shift) {
            shift = leading / length;
            system.setSum(stiffness, shift, mass);
            multigrid.shift(shift);
        }
        mass.multiply(history.past(), history.work());
        final double[] right = history.work();
        RowChunks.forEach(right.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                right[i] = -right[i] / length;
            }
        });
        iterations += solver.solve(right, history.candidate(), residual(right), progress);
        return Double.isInfinite(settings.tolerance()) ? 0 : history.error();
    }

    /** Relative to the right-hand side, or to a little of the one at the start if that is more. */
    private double residual(final double[] right) {
        final double norm = Math.sqrt(RowChunks.dot(right, right));
        return settings.residual() * Math.max(1, norm > 0 ? LITTLE * shift * startNorm / norm : 1);
    }

    private void accept(final double length) {
        history.accept();
        steps++;
        if (steps > MOST_STEPS) {
            throw new TransportException("More than " + MOST_STEPS + " steps would be needed. Choose a larger "
                + "tolerance.");
        }
        final double flux = RowChunks.dot(boundary, history.latest());
        final double part = (length * flux + history.oldest() * lastOutflow) / history.leading();
        outflow += part;
        lastOutflow = part;
    }

    /** Time passes on a logarithmic scale: a decade takes about as many steps as the next one. */
    private void report(final double time, final double end, final Progress progress) {
        final double fraction = Math.log10(time / end) / 8 + 1;
        progress.report(Math.max(0, Math.min(1, fraction)), "Step " + steps + ": " + (float)time + " s");
    }
}
