// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.Random;

/**
 * What is behind every dialect: a relay, a regulator of current or potential, limits of its own, and a converter. Time
 * passes when it is told to; limits at which it switches off are looked at every 0.1 s of it. For one thread.
 */
public final class SimulatedPotentiostat {

    private static final double SUB_STEP = 0.1;

    /** What it is doing. */
    public enum State {
        /** Relay open. */
        OFF,
        /** Off, but with a load on the cell, as some instruments leave it. */
        LOADED,
        /** Measuring without current. */
        OCV,
        /** Regulating a current. */
        CC,
        /** Regulating a potential. */
        CV,
        /** Relay open because a limit was reached. */
        LIMIT,
        /** Relay open until an error is cleared. */
        ERROR,
        /** Relay open because a measurement was aborted, until that is cleared. */
        ABORTED
    }

    /**
     * Limits at which it opens its relay.
     *
     * @param minPotential volt
     * @param maxPotential volt
     * @param minCurrent ampere, signed
     * @param maxCurrent ampere, signed
     */
    public record Limits(double minPotential, double maxPotential, double minCurrent, double maxCurrent) {
        /** No limits. */
        public static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        boolean broken(final double potential, final double current) {
            return potential < minPotential || potential > maxPotential || current < minCurrent
                || current > maxCurrent;
        }
    }

    /**
     * How well it measures.
     *
     * @param potentialRange volt at full scale
     * @param currentRange ampere at full scale
     * @param bits of its converter over plus and minus full scale; 0 for a perfect one
     * @param noise standard deviation, as a fraction of full scale
     * @param seed of the noise
     */
    public record Converter(double potentialRange, double currentRange, int bits, double noise, long seed) {
        /** Measures what is. */
        public static final Converter PERFECT = new Converter(5, 1e-4, 0, 0, 0);

        double convert(final double value, final double range, final Random random) {
            final double noisy = noise == 0 ? value : value + random.nextGaussian() * noise * range;
            if (bits == 0) {
                return noisy;
            }
            final double unit = 2 * range / (1L << bits);
            return Math.rint(noisy / unit) * unit;
        }
    }

    private final SimulatedCell cell;
    private final Converter converter;
    private final Random random;
    private State state = State.OFF;
    private Drive drive = new Drive.Open();
    private Limits limits = Limits.NONE;
    private double now = Double.NaN;
    private int ignoredOffs;

    /** A perfect one. */
    public SimulatedPotentiostat(final SimulatedCell cell) {
        this(cell, Converter.PERFECT);
    }

    /** One that measures through a converter. */
    public SimulatedPotentiostat(final SimulatedCell cell, final Converter converter) {
        this.cell = cell;
        this.converter = converter;
        this.random = new Random(converter.seed());
    }

    /** Lets time pass; the first call only says what time it is. A time that has passed already changes nothing. */
    public void advance(final double time) {
        if (Double.isNaN(now)) {
            now = time;
        }
        while (time > now && regulates() && !limits.equals(Limits.NONE)) {
            // the last part is not left over as a sliver by rounding
            final double step = time - now <= SUB_STEP * 1.001 ? time - now : SUB_STEP;
            cell.advance(step, drive);
            now = step == SUB_STEP ? now + step : time;
            checkLimits();
        }
        if (time > now) {
            cell.advance(time - now, drive);
            now = time;
        }
    }

    private boolean regulates() {
        return state == State.CC || state == State.CV;
    }

    private void checkLimits() {
        if (regulates() && limits.broken(cell.potential(), cell.current())) {
            open(State.LIMIT);
        }
    }

    private void open(final State reason) {
        set(reason, new Drive.Open());
    }

    private void set(final State next, final Drive nextDrive) {
        state = next;
        drive = nextDrive;
        cell.advance(0, drive);
        checkLimits();
    }

    /** Opens the relay. */
    public void off() {
        if (!ignoresOff()) {
            open(State.OFF);
        }
    }

    /** Off with a load: a source of 0 V with a bound of its current. */
    public void load(final double maxCurrent) {
        if (!ignoresOff()) {
            set(State.LOADED, new Drive.Potential(0, maxCurrent));
        }
    }

    private boolean ignoresOff() {
        if (ignoredOffs > 0 && state != State.OFF) {
            ignoredOffs--;
            return true;
        }
        return false;
    }

    /** Measures without current. */
    public void rest() {
        open(State.OCV);
    }

    /** Regulates a current within bounds of the potential. */
    public void current(final Drive.Current wanted) {
        set(State.CC, wanted);
    }

    /** Regulates a potential with a bound of the current. */
    public void potential(final Drive.Potential wanted) {
        set(State.CV, wanted);
    }

    /** Opens the relay until {@link #clear()}. */
    public void fail() {
        open(State.ERROR);
    }

    /** Opens the relay until {@link #clear()}, because a measurement was aborted. */
    public void abort() {
        open(State.ABORTED);
    }

    /** Leaves {@link State#LIMIT}, {@link State#ERROR} and {@link State#ABORTED} for {@link State#OFF}. */
    public void clear() {
        if (latched()) {
            open(State.OFF);
        }
    }

    /** Whether it waits for {@link #clear()}. */
    public boolean latched() {
        return state == State.LIMIT || state == State.ERROR || state == State.ABORTED;
    }

    /** Limits from now on. */
    public void limits(final Limits wanted) {
        limits = wanted;
        checkLimits();
    }

    /** The limits in force. */
    public Limits limits() {
        return limits;
    }

    /** A fault: the next commands to switch off are not followed. */
    public void ignoreOff(final int times) {
        ignoredOffs = times;
    }

    /** Loses its power and gets it back: relay open, no limits. */
    public void restart() {
        limits = Limits.NONE;
        open(State.OFF);
    }

    /** What it is doing. */
    public State state() {
        return state;
    }

    /** Whether current can flow through the cell. */
    public boolean connected() {
        return regulates() || state == State.LOADED;
    }

    /** Whether it stays at a bound of its drive. */
    public boolean bounded() {
        return cell.bounded();
    }

    /** Measured potential, V. */
    public double potential() {
        return converter.convert(cell.potential(), converter.potentialRange(), random);
    }

    /** Measured current, A. */
    public double current() {
        return converter.convert(cell.current(), converter.currentRange(), random);
    }

    /** Measured temperature, degree Celsius; NaN without a sensor. */
    public double temperature() {
        return cell.temperature();
    }

    /** Second up to which time has passed; NaN before the first. */
    public double now() {
        return now;
    }

    /** The cell at its terminals. */
    public SimulatedCell cell() {
        return cell;
    }
}
