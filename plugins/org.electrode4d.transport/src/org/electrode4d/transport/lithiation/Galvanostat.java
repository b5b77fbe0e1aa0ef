// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.Arrays;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Progress;

/**
 * Lithium in a particle under a constant current: {@code ds/dt = div(D grad s)} for the state of charge s, with the
 * current density {@code j = (U - Ueq(s)) / R} through the ionic surface, positive while lithium leaves, and none
 * through the rest. The potential U is the same on the whole surface and not known: it is such that the current
 * densities add up to the current (Müller et al. 2021, whose model is in a supplement that was not at hand).
 *
 * <p>BDF2 with steps that grow, the first one implicit Euler. Every step is solved by Newton's method for s and U
 * together; the row of U is eliminated by a second solution with the same matrix (Schur complement), as the balance of
 * charge, which does not cancel where the surface hardly resists.
 * The integral of the current density over a facet takes R of the facet and s of the nodes with the weights of the basis
 * functions.
 * The mean state of charge follows the current to rounding, other values to about 1e-6 besides the errors of steps and
 * elements.
 */
public final class Galvanostat {

    /** Of the linear systems; what they leave, the next iteration of Newton's method takes. */
    private static final double RESIDUAL = 1e-4;
    /** Newton's method squares the error, or multiplies it by some times that residual: below 1e-6 after that. */
    private static final double LAST_CHANGE = 1e-5;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final int MOST_ITERATIONS = 30;

    private final ParticleModel model;
    private final EquilibriumPotential equilibrium;
    private final double[] conductances;
    private final SurfaceSystem system;
    private final Progress progress;
    private final double current;
    /** Of the full particle, pC. */
    private final double charge;
    private final double[] previous;
    private final double[] last;
    private final double[] next;
    private final double[] response;
    private double potential;

    private Galvanostat(final ParticleModel model, final SurfaceKinetics kinetics, final LithiationProtocol protocol,
        final Progress progress) {
        this.model = model;
        this.progress = progress;
        equilibrium = model.material().equilibrium();
        conductances = model.conductances(kinetics);
        final double conductance = Arrays.stream(conductances).sum();
        if (!(conductance > 0)) {
            throw new TransportException("The particle has no surface that lithium ions pass: neither pore nor SEI "
                + "touches it. Check the labels, or choose another particle.");
        }
        system = new SurfaceSystem(model, RESIDUAL, progress);
        charge = model.material().charge() * model.volume();
        current = (protocol.isDelithiation() ? 1 : -1) * model.current(protocol.rate());
        last = new double[conductances.length];
        Arrays.fill(last, protocol.start());
        previous = last.clone();
        next = last.clone();
        response = new double[last.length];
        potential = equilibrium.at(protocol.start()) + current / conductance;
    }

    /**
     * Runs until the mean is reached or the surface is empty or full somewhere, whichever comes first.
     *
     * @throws TransportException for a particle without ionic surface
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static LithiationState run(final ParticleModel model, final SurfaceKinetics kinetics,
        final LithiationProtocol protocol, final Progress progress) {
        return new Galvanostat(model, kinetics, protocol, progress).run(protocol);
    }

    private LithiationState run(final LithiationProtocol protocol) {
        for (int step = 1; step <= protocol.steps(); step++) {
            progress.check();
            progress.report((step - 1.0) / protocol.steps(), "Lithium at " + protocol.rate() + " C");
            final double length = protocol.time(step) - protocol.time(step - 1);
            final double before = potential;
            advance(length, step == 1 ? 0 : length / (protocol.time(step - 1) - protocol.time(step - 2)));
            balance(protocol.start() - current / model.capacity() * protocol.time(step) / SECONDS_PER_HOUR);
            final double part = partInside();
            if (part < 1) {
                return cut(part, protocol.time(step - 1) + part * length, before);
            }
            System.arraycopy(last, 0, previous, 0, last.length);
            System.arraycopy(next, 0, last, 0, last.length);
        }
        return new LithiationState(model, last, protocol.duration(), potential, LithiationState.Ending.REACHED);
    }

    /** @param ratio of the length of the step to that of the one before; 0 for the first */
    private void advance(final double length, final double ratio) {
        final double factor = (1 + 2 * ratio) / (1 + ratio) / length;
        final double[] history = new double[last.length];
        for (int i = 0; i < history.length; i++) {
            history[i] = (-(1 + ratio) * last[i] + ratio * ratio / (1 + ratio) * previous[i]) / length;
            next[i] = last[i] + ratio * (last[i] - previous[i]);
        }
        double change = Double.POSITIVE_INFINITY;
        for (int iteration = 0; change > LAST_CHANGE; iteration++) {
            if (iteration == MOST_ITERATIONS) {
                throw new TransportException("The potential of the particle was not found in " + MOST_ITERATIONS
                    + " iterations. Take more steps in time.");
            }
            change = iterate(factor, history, iteration == 0);
        }
    }

    /**
     * One iteration of Newton's method; the largest change of a state of charge.
     *
     * @param isFirst whether the response to the potential is computed anew: later in the step it hardly changes
     */
    private double iterate(final double factor, final double[] history, final boolean isFirst) {
        final int size = next.length;
        final double[] slopes = new double[size];
        final double[] rate = new double[size];
        for (int i = 0; i < size; i++) {
            slopes[i] = -conductances[i] * equilibrium.slope(next[i]);
            rate[i] = factor * next[i] + history[i];
        }
        system.set(factor, slopes);
        final double[] residual = system.mass().times(rate);
        final double[] diffused = system.diffusion().times(next);
        for (int i = 0; i < size; i++) {
            residual[i] = -residual[i] - diffused[i] - conductances[i] * (potential - equilibrium.at(next[i]));
        }
        final double[] change = new double[size];
        system.solve(residual, change);
        if (isFirst) {
            system.solve(conductances, response);
        }
        final double rise = (charge * (model.mean(rate) + factor * model.mean(change)) + current)
            / (charge * factor * model.mean(response));
        potential += rise;
        double largest = 0;
        for (int i = 0; i < size; i++) {
            final double total = change[i] - rise * response[i];
            next[i] += total;
            largest = Math.max(largest, Math.abs(total));
        }
        return largest;
    }

    /** What the solutions leave of a constant, some 1e-9, is known: the mean follows the current. */
    private void balance(final double mean) {
        final double missing = mean - model.mean(next);
        for (int i = 0; i < next.length; i++) {
            next[i] += missing;
        }
    }

    /**
     * The part of the step after which the first node is empty, or full while lithium is put in; 1 where none is. On
     * the other side linear elements may overshoot a little.
     */
    private double partInside() {
        double part = 1;
        for (int i = 0; i < next.length; i++) {
            if (current > 0 && next[i] < 0) {
                part = Math.min(part, last[i] / (last[i] - next[i]));
            } else if (current < 0 && next[i] > 1) {
                part = Math.min(part, (1 - last[i]) / (next[i] - last[i]));
            }
        }
        return Math.max(0, part);
    }

    private LithiationState cut(final double part, final double time, final double before) {
        for (int i = 0; i < next.length; i++) {
            next[i] = last[i] + part * (next[i] - last[i]);
        }
        return new LithiationState(model, next, time, before + part * (potential - before),
            current > 0 ? LithiationState.Ending.EMPTY : LithiationState.Ending.FULL);
    }
}
