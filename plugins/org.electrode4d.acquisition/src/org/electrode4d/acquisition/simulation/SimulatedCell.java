// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

/**
 * A cell that does not exist: an ohmic resistance, one polarisation branch, two wells of charge, a side reaction and a
 * leak, all between the same two terminals. Equations: docs/acquisition.md, "Simulation".
 *
 * <p>A step takes the current into the wells as constant and finds it from the state at the step's end (implicit), so
 * that every step is stable and charge is conserved to rounding. Steps are 1 s at most. For one thread.</p>
 */
public final class SimulatedCell {

    private static final double LONGEST_STEP = 1;
    private static final int MOST_ITERATIONS = 200;
    /** Beyond it the side current is linear. */
    private static final double LARGEST_EXPONENT = 20;
    private static final double RELATIVE = 1e-12;
    private static final double ABSOLUTE = 1e-15;

    private final CellModel model;
    private final CellHistory history = new CellHistory();
    private double mean;
    private double difference;
    private double polarisation;
    private double consumed;
    private double leaked;
    private double passed;
    private double inner;
    private double potential;
    private double current;
    private double temperature = 25;
    private boolean bounded;

    private double preparedStep = Double.NaN;
    private boolean preparedInward;
    private double exchange;
    private double wellSlope;
    private double relaxation;
    private double resistance;
    private double wellStart;
    private double potentialStart;

    /** @param model its parameters */
    public SimulatedCell(final CellModel model) {
        this.model = model;
        this.mean = model.initialCharge();
        advance(0, new Drive.Open());
        history.forget();
    }

    /**
     * Lets time pass.
     *
     * @param seconds at least 0; with 0 the terminals follow the drive at once, and nothing else changes
     * @param drive what the instrument does meanwhile
     */
    public void advance(final double seconds, final Drive drive) {
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException("A simulated cell cannot advance by " + seconds + " s.");
        }
        final int steps = Math.max(1, (int)Math.ceil(seconds / LONGEST_STEP));
        for (int n = 0; n < steps; n++) {
            step(seconds / steps, drive);
        }
    }

    private void step(final double seconds, final Drive drive) {
        prepare(seconds);
        wellStart = mean + (1 - model.wells().accessible()) * difference * exchange;
        potentialStart = polarisation * relaxation;
        inner = solve(drive);
        potential = potentialAt(inner);
        final double side = sideCurrent(potential);
        final double leak = potential / model.leakageResistance();
        current = inner + side + leak;
        final double accessible = model.wells().accessible();
        mean += inner * seconds / model.capacity();
        final double charged = wellStart + wellSlope * inner;
        difference = (charged - mean) / (1 - accessible);
        polarisation = polarisation * relaxation + model.polarisation().resistance() * (1 - relaxation) * inner;
        consumed += side * seconds;
        leaked += leak * seconds;
        passed += current * seconds;
        history.add(seconds, potential, current);
    }

    private void prepare(final double seconds) {
        final boolean inward = difference >= 0;
        if (seconds == preparedStep && inward == preparedInward) {
            return;
        }
        preparedStep = seconds;
        preparedInward = inward;
        final double accessible = model.wells().accessible();
        final double rate = inward ? model.wells().inward() : model.wells().outward();
        final double timeConstant = accessible * (1 - accessible) / rate;
        exchange = Math.exp(-seconds / timeConstant);
        wellSlope = (seconds + (1 - accessible) / accessible * timeConstant * (1 - exchange)) / model.capacity();
        relaxation = Math.exp(-seconds / model.polarisation().timeConstant());
        resistance = model.ohmicResistance() + model.polarisation().resistance() * (1 - relaxation);
    }

    private double solve(final Drive drive) {
        bounded = false;
        if (drive instanceof Drive.Current wanted) {
            final double free = innerForCurrent(wanted.current());
            final double reached = potentialAt(free);
            final double held = Math.min(Math.max(reached, wanted.minPotential()), wanted.maxPotential());
            bounded = held != reached;
            return bounded ? innerForPotential(held) : free;
        } else if (drive instanceof Drive.Potential wanted) {
            final double free = innerForPotential(wanted.potential());
            final double reached = terminalCurrent(free);
            bounded = Math.abs(reached) > wanted.maxCurrent();
            return bounded ? innerForCurrent(Math.copySign(wanted.maxCurrent(), reached)) : free;
        }
        return innerForCurrent(0);
    }

    private double potentialAt(final double x) {
        return model.openCircuitPotential(wellStart + wellSlope * x) + potentialStart + resistance * x;
    }

    private double potentialSlope(final double x) {
        return model.slope(wellStart + wellSlope * x) * wellSlope + resistance;
    }

    private double terminalCurrent(final double x) {
        final double volt = potentialAt(x);
        return x + sideCurrent(volt) + volt / model.leakageResistance();
    }

    private double sideCurrent(final double volt) {
        final double exponent = sideExponent(volt);
        final double inside = Math.min(exponent, LARGEST_EXPONENT);
        return sideFactor() * Math.exp(inside) * (1 + exponent - inside);
    }

    private double sideSlope(final double volt) {
        return sideFactor() * Math.exp(Math.min(sideExponent(volt), LARGEST_EXPONENT)) / model.sideReaction().slope();
    }

    private double sideExponent(final double volt) {
        return (volt - model.sideReaction().potential()) / model.sideReaction().slope();
    }

    private double sideFactor() {
        return model.sideReaction().current() / (1 + consumed / model.sideReaction().passivation());
    }

    private double innerForPotential(final double wanted) {
        // increasing and concave: Newton's steps come from below and cannot run away
        double x = inner;
        for (int n = 0; n < MOST_ITERATIONS; n++) {
            final double step = (potentialAt(x) - wanted) / potentialSlope(x);
            x -= step;
            if (Math.abs(step) <= RELATIVE * Math.abs(x) + ABSOLUTE) {
                return x;
            }
        }
        throw new IllegalStateException("No current holds the simulated cell at " + wanted + " V.");
    }

    private double innerForCurrent(final double wanted) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double x = inner;
        for (int n = 0; n < MOST_ITERATIONS; n++) {
            final double volt = potentialAt(x);
            final double error = x + sideCurrent(volt) + volt / model.leakageResistance() - wanted;
            low = error < 0 ? x : low;
            high = error > 0 ? x : high;
            final double slope = 1 + potentialSlope(x) * (sideSlope(volt) + 1 / model.leakageResistance());
            final double next = x - error / slope;
            if (Math.abs(next - x) <= RELATIVE * Math.abs(x) + ABSOLUTE) {
                return next;
            }
            x = next > low && next < high ? next : (low + high) / 2;
        }
        throw new IllegalStateException("The simulated cell has no state at " + wanted + " A.");
    }

    /** Volt between the terminals. */
    public double potential() {
        return potential;
    }

    /** Ampere through the terminals. */
    public double current() {
        return current;
    }

    /** Whether the last step could not follow its drive but stayed at a bound of it. */
    public boolean bounded() {
        return bounded;
    }

    /** State of charge: of both wells together; 0 as assembled, 1 full. */
    public double stateOfCharge() {
        return mean;
    }

    /** State of charge of the well that the potential follows. */
    public double accessibleCharge() {
        return mean + (1 - model.wells().accessible()) * difference;
    }

    /** Coulomb that have passed the terminals since the start. */
    public double passedCharge() {
        return passed;
    }

    /** Coulomb that the side reaction has consumed. */
    public double consumedCharge() {
        return consumed;
    }

    /** Coulomb that have leaked. */
    public double leakedCharge() {
        return leaked;
    }

    /** Degree Celsius; NaN where there is no sensor. Does not follow the current: a micro cell does not heat. */
    public double temperature() {
        return temperature;
    }

    /** Sets the temperature; NaN for a cell without sensor. */
    public void temperature(final double celsius) {
        temperature = celsius;
    }

    /** What the cell has really gone through, seen by no instrument. */
    public CellHistory history() {
        return history;
    }

    /** Its parameters. */
    public CellModel model() {
        return model;
    }
}
