// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import org.electrode4d.acquisition.SafetyLimits;

/**
 * Which thresholds a step or a loop can come to. Where a value needs a capacity that is not known, nothing is claimed.
 *
 * @param owner of the conditions
 * @param current magnitude in ampere: the constant one, or the largest of a hold
 * @param takesScans whether a scan can be completed while the owner is active
 * @param completesPasses whether the owner is a loop whose steps all end
 * @param limits of the run
 * @param capacity in coulomb, or NaN
 */
record Prospects(Owner owner, double current, boolean takesScans, boolean completesPasses, SafetyLimits limits,
    double capacity) {

    private enum Owner {
        REST, CURRENT, HOLD, CURRENT_AND_HOLD, LOOP
    }

    static Prospects of(final Step.Timed step, final Protocol protocol) {
        final double capacity = protocol.capacity().orElse(Double.NaN);
        final boolean scans = step.scanWhen().isPresent();
        if (step instanceof Step.ConstantCurrent constant) {
            return new Prospects(Owner.CURRENT, Math.abs(constant.current().si(capacity)), scans, false,
                protocol.limits(), capacity);
        }
        if (step instanceof Step.ConstantPotential hold) {
            return new Prospects(Owner.HOLD, hold.maxCurrent().si(capacity), scans, false, protocol.limits(), capacity);
        }
        if (step instanceof Step.ConstantCurrentConstantPotential both) {
            return new Prospects(Owner.CURRENT_AND_HOLD, Math.abs(both.current().si(capacity)), scans, false,
                protocol.limits(), capacity);
        }
        return new Prospects(Owner.REST, 0, scans, false, protocol.limits(), capacity);
    }

    static Prospects of(final Step.Loop loop, final Protocol protocol) {
        return new Prospects(Owner.LOOP, Double.NaN, Flow.takesScans(loop, protocol),
            loop.steps().stream().allMatch(step -> Flow.ends(step, protocol)), protocol.limits(),
            protocol.capacity().orElse(Double.NaN));
    }

    /** Whether a condition can be met at all. */
    boolean canBeMet(final EndCondition condition) {
        return Conditions.holds(condition, threshold -> !isImpossible(threshold))
            && !(condition instanceof EndCondition.All && Conditions.contradicts(condition, capacity));
    }

    /** Whether a condition is met when its owner begins, whatever the cell does. */
    boolean isMetAtOnce(final EndCondition condition) {
        return Conditions.holds(condition, this::isMetAtOnce);
    }

    /** Whether a threshold is never reached, or not before the safety limits end the run. */
    boolean isImpossible(final EndCondition.Threshold threshold) {
        final double value = threshold.value().si(capacity);
        final boolean atLeast = threshold.atLeast();
        return switch (threshold.quantity()) {
            case POTENTIAL -> atLeast ? value > limits.maxPotential() : value < limits.minPotential();
            case CURRENT -> isImpossibleCurrent(atLeast, value);
            case TIME -> atLeast ? value > limits.maxTime() : value < 0;
            case CHARGE -> atLeast ? value > (owner == Owner.REST ? 0 : 2 * limits.maxCharge()) : value < 0;
            case SCANS -> atLeast ? value > 0 && !takesScans : value < 0;
            case PASSES -> owner != Owner.LOOP || (atLeast ? value > 0 && !completesPasses : value < 0);
        };
    }

    private boolean isImpossibleCurrent(final boolean atLeast, final double value) {
        return switch (owner) {
            case REST -> atLeast ? value > 0 : value < 0;
            case CURRENT -> atLeast ? value > current : value < current;
            case HOLD, CURRENT_AND_HOLD -> atLeast ? value > current : value <= 0;
            case LOOP -> !atLeast && value < 0;
        };
    }

    private boolean isMetAtOnce(final EndCondition.Threshold threshold) {
        final double value = threshold.value().si(capacity);
        final boolean atLeast = threshold.atLeast();
        return switch (threshold.quantity()) {
            case POTENTIAL -> atLeast ? value <= limits.minPotential() : value >= limits.maxPotential();
            case CURRENT -> switch (owner) {
                case REST, CURRENT -> atLeast ? value <= current : value >= current;
                case HOLD, CURRENT_AND_HOLD -> atLeast ? value <= 0 : value >= current;
                case LOOP -> atLeast && value <= 0;
            };
            case TIME, CHARGE, SCANS -> atLeast ? value <= 0 : value >= 0;
            case PASSES -> owner == Owner.LOOP && (atLeast ? value <= 0 : value >= 0);
        };
    }
}
