// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.Arrays;
import java.util.List;
import org.electrode4d.transport.linear.AlgebraicMultigrid;
import org.electrode4d.transport.linear.ConjugateGradients;
import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.volume.Progress;

/**
 * The steady currents of a particle at a mean state of charge, and where they end.
 *
 * <p><b>Ionic</b>: when a constant current has flowed for long, the state of charge falls equally fast everywhere, and
 * its differences stay. They are proportional to the current, {@code s = mean + I w}, with the potential at rest
 * linear about the mean; the ionic limit is the current at which s becomes 0 somewhere at the surface (1, while lithium
 * is put in). <b>Electronic</b>: the electrons that lithium leaves behind at the ionic surface flow through the
 * particle to its contacts, {@code div(sigma grad phi) = 0}, phi = 0 at the contacts; the electronic limit is the
 * current at which the mean of phi where they start, weighted by the current, reaches a given drop.
 */
public final class SteadyCurrent {

    private static final double TOLERANCE = 1e-12;
    private static final int MOST_ITERATIONS = 1000;
    /** Makes the matrix of pure diffusion regular; relative to its slowest decay about 1e-9. */
    private static final double SHIFT = 1e-9;
    private static final double PICOAMPERES = 1e6;

    private final ParticleModel model;
    private final double soc;
    private final double[] conductances;
    /** Per pA. */
    private final double[] differences;
    /** Part of the current at each node. */
    private final double[] currents;
    private final double resistance;

    private SteadyCurrent(final ParticleModel model, final SurfaceKinetics kinetics, final double soc,
        final Progress progress) {
        this.model = model;
        this.soc = soc;
        conductances = model.conductances(kinetics);
        differences = new double[conductances.length];
        currents = new double[conductances.length];
        if (model.surface().ionicArea() > 0) {
            solveIonic(progress);
        }
        resistance = model.surface().ionicArea() > 0 ? solveElectronic(progress) : Double.POSITIVE_INFINITY;
    }

    /**
     * Solves for the currents.
     *
     * @param soc mean state of charge, 0 to 1
     */
    public static SteadyCurrent of(final ParticleModel model, final SurfaceKinetics kinetics, final double soc,
        final Progress progress) {
        return new SteadyCurrent(model, kinetics, soc, progress);
    }

    private void solveIonic(final Progress progress) {
        final double slope = model.material().equilibrium().slope(soc);
        final double total = Arrays.stream(conductances).sum();
        final SurfaceSystem system = new SurfaceSystem(model, TOLERANCE, progress);
        final double length = Math.cbrt(model.volume());
        final double shift = SHIFT * model.material().micrometresSquaredPerSecond() / (length * length);
        system.set(shift, Arrays.stream(conductances).map(g -> -g * slope).toArray());
        final double[] release = Arrays.stream(model.loads()).map(load -> load / model.volume()).toArray();
        double overpotential = 1 / total;
        if (slope == 0) {
            for (int i = 0; i < release.length; i++) {
                release[i] -= conductances[i] * overpotential;
            }
            system.solve(release, differences);
        } else {
            final double[] response = new double[release.length];
            system.solve(release, differences);
            system.solve(conductances, response);
            overpotential = model.mean(differences) / model.mean(response);
            for (int i = 0; i < response.length; i++) {
                differences[i] -= overpotential * response[i];
            }
        }
        final double mean = model.mean(differences);
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= mean;
            currents[i] = conductances[i] * (overpotential - slope * differences[i]);
        }
    }

    /** V per pA. */
    private double solveElectronic(final Progress progress) {
        final boolean[] contacts = model.contacts();
        boolean hasContact = false;
        for (final boolean contact : contacts) {
            hasContact |= contact;
        }
        if (!hasContact) {
            return Double.POSITIVE_INFINITY;
        }
        final SparseMatrix conduction = new SparseMatrix(model.stiffness().pattern());
        conduction.setSum(conduction, PICOAMPERES * model.material().conductivity(), model.stiffness());
        hold(conduction, contacts);
        final double[] source = new double[contacts.length];
        Arrays.setAll(source, i -> contacts[i] ? 0 : currents[i]);
        final double[] drop = new double[contacts.length];
        final AlgebraicMultigrid multigrid = AlgebraicMultigrid.of(conduction, new SparseMatrix(conduction.pattern()),
            model.space().order() == 1 ? List.of() : List.of(model.space().fromLinear()), progress);
        new ConjugateGradients(conduction, multigrid, MOST_ITERATIONS).solve(source, drop, TOLERANCE, progress);
        double mean = 0;
        for (int i = 0; i < drop.length; i++) {
            mean += currents[i] * drop[i];
        }
        return mean;
    }

    /** Takes the nodes that are held at zero out of the equations of the others. */
    private static void hold(final SparseMatrix matrix, final boolean[] held) {
        final int[] starts = matrix.pattern().starts();
        final int[] columns = matrix.pattern().indices();
        for (int row = 0; row < held.length; row++) {
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                if (columns[entry] != row && (held[row] || held[columns[entry]])) {
                    matrix.values()[entry] = 0;
                }
            }
        }
    }

    /** The differences from the mean at the nodes that 1 pA of lithium leaving makes. */
    double[] differences() {
        return differences;
    }

    /**
     * The current at which the surface is empty somewhere, or full, in C; 0 without ionic surface.
     *
     * @param delithiation whether lithium is taken out
     */
    public double ionicLimit(final boolean delithiation) {
        if (model.surface().ionicArea() == 0) {
            return 0;
        }
        double worst = 0;
        for (final double difference : differences) {
            worst = Math.max(worst, -difference);
        }
        final double room = delithiation ? soc : 1 - soc;
        return room / worst / model.capacity();
    }

    /**
     * The current at which the drop of the electrons' potential reaches a limit, in C; 0 without contacts.
     *
     * @param drop V
     */
    public double electronicLimit(final double drop) {
        return drop / resistance / model.capacity();
    }

    /** The drop of the electrons' potential at a rate in C, V; infinite without contacts. */
    public double electronicOverpotential(final double rate) {
        return model.current(rate) * resistance;
    }

    /**
     * How far the potential is from that at rest at a rate in C, V, above zero while lithium is taken out; NaN beyond
     * the ionic limit.
     */
    public double ionicOverpotential(final double rate, final boolean delithiation) {
        if (rate > ionicLimit(delithiation)) {
            return Double.NaN;
        }
        final double current = (delithiation ? 1 : -1) * model.current(rate);
        final EquilibriumPotential equilibrium = model.material().equilibrium();
        double sum = current;
        double total = 0;
        for (int i = 0; i < conductances.length; i++) {
            sum += conductances[i] * equilibrium.at(soc + current * differences[i]);
            total += conductances[i];
        }
        return sum / total - equilibrium.at(soc);
    }
}
