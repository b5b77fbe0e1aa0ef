// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.Optional;

import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.protocol.Amount;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;
import org.electrode4d.acquisition.protocol.Step.ConstantCurrent;
import org.electrode4d.acquisition.protocol.Step.ConstantCurrentConstantPotential;
import org.electrode4d.acquisition.protocol.Step.ConstantPotential;
import org.electrode4d.acquisition.protocol.Step.Timed;

/**
 * What the instrument is told in each phase of a step, with bounds such that the cell is safe if nothing more is told.
 *
 * @param protocol whose limits hold
 * @param conditions that know the capacity
 */
record Setpoints(Protocol protocol, Conditions conditions) {

    /** Room for noise at the change from a constant current to a constant potential, which must not end the hold. */
    private static final double HOLD_CURRENT = 1.1;

    /** The phase in which a step begins, and in which it goes on after a pause. */
    static Phase first(final Step step) {
        if (step instanceof ConstantCurrent || step instanceof ConstantCurrentConstantPotential) {
            return Phase.CURRENT;
        }
        if (step instanceof ConstantPotential) {
            return Phase.POTENTIAL;
        }
        return step instanceof Step.Scan ? Phase.BEFORE_SCAN : Phase.REST;
    }

    /** Whether a step has a phase of constant potential. */
    static boolean canHold(final Step step) {
        return step instanceof ConstantPotential || step instanceof ConstantCurrentConstantPotential;
    }

    /**
     * The set point.
     *
     * @param counters at the moment at which it is applied
     * @param time of that moment, second of the run
     */
    Setpoint of(final Timed step, final Phase phase, final Counters counters, final double time) {
        final double maxTime = maxTime(step, counters, time);
        if (step instanceof ConstantCurrent current) {
            return current(si(current.current()), potentialBound(step.end(), si(current.current())), maxTime);
        }
        if (step instanceof ConstantPotential hold) {
            return new Setpoint.Potential(hold.potential().value(), bounded(si(hold.maxCurrent())), maxTime);
        }
        if (step instanceof ConstantCurrentConstantPotential both) {
            final double current = si(both.current());
            return phase == Phase.POTENTIAL
                ? new Setpoint.Potential(both.potential().value(), bounded(HOLD_CURRENT * Math.abs(current)), maxTime)
                : current(current, nearer(current, both.potential().value(), potentialBound(step.end(), current)),
                    maxTime);
        }
        return new Setpoint.OpenCircuit();
    }

    /** Why a set point must not be applied: it is beyond the safety limits, or no number. */
    Optional<String> refusal(final Timed step, final Setpoint setpoint) {
        final SafetyLimits limits = protocol.limits();
        if (setpoint instanceof Setpoint.Current current && !(Math.abs(current.current()) <= limits.maxCurrent())) {
            return refusal(step, Wording.current(current.current()), Wording.current(limits.maxCurrent()));
        }
        if (setpoint instanceof Setpoint.Potential hold && !(hold.maxCurrent() > 0)) {
            return refusal(step, Wording.current(hold.maxCurrent()), Wording.current(limits.maxCurrent()));
        }
        final double held = held(step);
        if (held < limits.minPotential() || held > limits.maxPotential() || Double.isNaN(held)) {
            return refusal(step, Wording.potential(held), "from " + Wording.potential(limits.minPotential()) + " to "
                + Wording.potential(limits.maxPotential()));
        }
        return Optional.empty();
    }

    private static Optional<String> refusal(final Timed step, final String value, final String limit) {
        return Optional.of("step " + step.name() + " asks for " + value + ", the safety limit is " + limit);
    }

    private double held(final Timed step) {
        if (step instanceof ConstantPotential hold) {
            return hold.potential().value();
        }
        return step instanceof ConstantCurrentConstantPotential both ? both.potential().value()
            : protocol.limits().minPotential();
    }

    private Setpoint current(final double current, final double bound, final double maxTime) {
        final SafetyLimits limits = protocol.limits();
        final double within = Math.max(limits.minPotential(), Math.min(limits.maxPotential(), bound));
        return new Setpoint.Current(current, current < 0 ? within : limits.minPotential(),
            current > 0 ? within : limits.maxPotential(), maxTime);
    }

    private double potentialBound(final EndCondition end, final double current) {
        return conditions.bound(end, Quantity.POTENTIAL, current >= 0);
    }

    private static double nearer(final double current, final double one, final double other) {
        return current >= 0 ? Math.min(one, other) : Math.max(one, other);
    }

    private double bounded(final double current) {
        return Math.min(protocol.limits().maxCurrent(), current);
    }

    private double si(final Amount amount) {
        return amount.si(conditions.capacity());
    }

    private double maxTime(final Timed step, final Counters counters, final double time) {
        final double grace = 2 * protocol.samplingPeriod();
        final double toEnd = conditions.bound(step.end(), Quantity.TIME, true) - counters.step().time();
        final double toScan = step.scanWhen().map(when -> conditions.bound(when, Quantity.TIME, true))
            .orElse(Double.POSITIVE_INFINITY) - counters.segment().time();
        final double rest = protocol.limits().maxTime() - time;
        return Math.max(grace, Math.min(rest, Math.min(toEnd, toScan) + grace));
    }
}
