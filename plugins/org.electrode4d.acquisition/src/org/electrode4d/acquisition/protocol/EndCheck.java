// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.List;

import org.electrode4d.acquisition.SafetyLimits;

/** Whether a step ends, and ends in time. */
final class EndCheck {

    private static final double MARGIN = 0.05;

    private final Step.Timed step;
    private final List<Step.Loop> loops;
    private final Inspection inspection;
    private final Prospects prospects;
    private final ThresholdCheck thresholds;

    /** @param loops that the step is in, the outermost first */
    EndCheck(final Step.Timed step, final List<Step.Loop> loops, final Inspection inspection) {
        this.step = step;
        this.loops = loops;
        this.inspection = inspection;
        this.prospects = Prospects.of(step, inspection.protocol());
        this.thresholds = new ThresholdCheck(step.name(), "until", step.end(), prospects, inspection);
    }

    void check() {
        thresholds.check();
        if (prospects.isMetAtOnce(step.end())) {
            inspection.warning(step.name(), thresholds.written() + " is already met when the step begins, so that it "
                + "ends at once. Correct the value, or delete the step.");
        }
        margin();
        if (ends() & staysWithinPotentials()) {
            bound();
        }
    }

    /** Whether it or a loop around it ends. */
    private boolean ends() {
        final boolean ends =
            !(step.end() instanceof EndCondition.Never) || Flow.isLeft(step, loops, inspection.protocol());
        if (!ends) {
            inspection.error(step.name(), "It never ends: " + thresholds.written() + ", but there is no loop around it "
                + "that can end while it lasts. Write a condition with a potential, a current, a time or a charge; or "
                + "take scans in it, and let a loop end after a number of scans or a time.");
        }
        return ends;
    }

    /** Nothing but a limit keeps a constant current from going too far. */
    private boolean staysWithinPotentials() {
        if (!(step instanceof Step.ConstantCurrent constant)) {
            return true;
        }
        final boolean charges = constant.current().value() > 0;
        final boolean limited = Conditions.holds(step.end(),
            threshold -> threshold.quantity() == Quantity.POTENTIAL && threshold.atLeast() == charges);
        if (!limited) {
            final SafetyLimits limits = inspection.protocol().limits();
            final double example = charges ? limits.maxPotential() - MARGIN : limits.minPotential() + MARGIN;
            inspection.error(step.name(), "Missing limit: " + thresholds.written() + " does not end the "
                + (charges ? "charge at an upper" : "discharge at a lower") + " potential. Write for instance "
                + (charges ? "'potential >= " : "'potential <= ") + inspection.potential(example) + " or ...'.");
        }
        return limited;
    }

    private void margin() {
        final SafetyLimits limits = inspection.protocol().limits();
        for (final EndCondition.Threshold threshold : Conditions.thresholds(step.end())) {
            final double value = threshold.value().value();
            if (threshold.quantity() == Quantity.POTENTIAL
                && value == (threshold.atLeast() ? limits.maxPotential() : limits.minPotential())) {
                inspection.warning(step.name(), "'" + ConditionText.format(threshold) + "' is exactly a safety limit, "
                    + "which may end the run first. Leave a margin of some mV.");
            }
        }
    }

    private void bound() {
        final boolean bounded = isBounded(step.end()) || step.scanWhen().map(EndCheck::isBounded).orElse(false)
            && loops.stream().anyMatch(loop -> isBounded(loop.until()));
        if (!bounded) {
            inspection.warning(step.name(), thresholds.written() + " has no limit in time or charge, so that with a "
                + "cell that does not do what is expected only the safety limits end it. Add for instance "
                + "'or time >= 10 h'.");
        }
    }

    /** Whether it is met after some time, some charge or some scans, whatever else happens. */
    private static boolean isBounded(final EndCondition condition) {
        return Conditions.holds(condition, Conditions::growsSurely);
    }
}
