// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

/** Whether the thresholds of a condition make sense by themselves. */
final class ThresholdCheck {

    private final String step;
    private final String key;
    private final EndCondition condition;
    private final Prospects prospects;
    private final Inspection inspection;

    /** @param key under which the condition is written: {@code until} or {@code scan when} */
    ThresholdCheck(final String step, final String key, final EndCondition condition, final Prospects prospects,
        final Inspection inspection) {
        this.step = step;
        this.key = key;
        this.condition = condition;
        this.prospects = prospects;
        this.inspection = inspection;
    }

    /** Checks every threshold, and whether the condition can be met at all. */
    void check() {
        Conditions.thresholds(condition).forEach(this::capacity);
        Conditions.thresholds(condition).forEach(this::instrument);
        if (Conditions.contradicts(condition, inspection.capacity())) {
            inspection.error(step, written() + " has parts that exclude each other and are joined by 'and'. Correct "
                + "one of them, or join them by 'or'.");
            return;
        }
        final boolean possible = prospects.canBeMet(condition) || condition instanceof EndCondition.Never;
        for (final EndCondition.Threshold threshold : Conditions.thresholds(condition)) {
            if (prospects.isImpossible(threshold)) {
                final boolean severe = !possible || threshold.quantity() == Quantity.POTENTIAL
                    || isNegative(threshold);
                final String message = written() + " can never be met by '" + ConditionText.format(threshold) + "': "
                    + why(threshold);
                inspection.findings().add(new Finding(severe ? Finding.Severity.ERROR : Finding.Severity.WARNING, step,
                    message));
            } else if (isNegative(threshold)) {
                inspection.error(step, written() + " has a negative value in '" + ConditionText.format(threshold)
                    + "': magnitudes, times and numbers are never below 0. Write a value above 0.");
            }
        }
    }

    /** How the condition is written in the text of the protocol, in quotes. */
    String written() {
        return "'" + key + ": " + ConditionText.format(condition) + "'";
    }

    private static boolean isNegative(final EndCondition.Threshold threshold) {
        return threshold.quantity() != Quantity.POTENTIAL && threshold.value().value() < 0;
    }

    private void capacity(final EndCondition.Threshold threshold) {
        if (threshold.value().unit().needsCapacity() && inspection.protocol().capacity().isEmpty()) {
            inspection.error(step, written() + " needs the capacity of the cell. Add 'capacity: ...' to the protocol, "
                + "or write absolute values.");
        }
    }

    private void instrument(final EndCondition.Threshold threshold) {
        final double value = inspection.si(threshold.value());
        final boolean beyond = switch (threshold.quantity()) {
            case POTENTIAL -> value < inspection.range().minPotential() || value > inspection.range().maxPotential();
            case CURRENT -> value > inspection.range().maxCurrent();
            default -> false;
        };
        if (beyond) {
            inspection.error(step, written() + " looks for " + Dimension.format(threshold.value())
                + ", which is beyond what the instrument measures: potentials of "
                + inspection.potential(inspection.range().minPotential()) + " to "
                + inspection.potential(inspection.range().maxPotential()) + ", currents up to "
                + inspection.current(inspection.range().maxCurrent()) + ". Write a value within it.");
        }
    }

    private String why(final EndCondition.Threshold threshold) {
        return switch (threshold.quantity()) {
            case POTENTIAL -> "the safety limits of " + inspection.potential(prospects.limits().minPotential()) + " to "
                + inspection.potential(prospects.limits().maxPotential()) + " end the run before. Write a potential "
                + "within them, or widen them.";
            case CURRENT -> "the current of this step does not get there. Look at the potential, the time or the "
                + "charge instead, or correct the value.";
            case TIME -> "the run ends after " + inspection.time(prospects.limits().maxTime())
                + " for safety. Write a shorter time, or raise that limit.";
            case CHARGE -> "so much charge does not pass in this step within the safety limits. Correct the value, or "
                + "look at the time instead.";
            case SCANS -> "no scan is taken in it. Add 'scan when' or a scan.";
            case PASSES -> "only loops whose steps all end have passes. Move it to the 'until' of the loop, or look at "
                + "scans or the time.";
        };
    }
}
