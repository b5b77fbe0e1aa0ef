// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

/** Whether the scans within a step are taken, and not all the time. */
final class ScanCheck {

    private final Step.Timed step;
    private final EndCondition condition;
    private final Inspection inspection;
    private final Prospects prospects;
    private final ThresholdCheck thresholds;

    ScanCheck(final Step.Timed step, final EndCondition condition, final Inspection inspection) {
        this.step = step;
        this.condition = condition;
        this.inspection = inspection;
        this.prospects = Prospects.of(step, inspection.protocol());
        this.thresholds = new ThresholdCheck(step.name(), "scan when", condition, prospects, inspection);
    }

    void check() {
        thresholds.check();
        if (condition instanceof EndCondition.Never) {
            inspection.error(step.name(), thresholds.written() + " is never met. Delete it, or write a condition.");
        }
        final boolean counts = Conditions.thresholds(condition).stream()
            .anyMatch(part -> part.quantity() == Quantity.SCANS || part.quantity() == Quantity.PASSES);
        if (counts) {
            inspection.error(step.name(), thresholds.written() + " counts scans or passes: both begin anew after each "
                + "scan. Write a time, a charge, a current or a potential.");
        } else if (prospects.isMetAtOnce(condition)) {
            inspection.error(step.name(), thresholds.written() + " is met at once after each scan, so that scans would "
                + "follow one another without an end. Correct the value.");
        } else {
            interval();
        }
    }

    private void interval() {
        final double interval = Conditions.moment(condition, ScanCheck::time);
        final double rest = inspection.protocol().restBeforeScan();
        if (interval < rest) {
            inspection.warning(step.name(), thresholds.written() + " takes scans more often than the cell rests before "
                + "each, " + inspection.time(rest) + ". Write a longer time.");
        }
        if (Conditions.holds(condition, part -> part.quantity() == Quantity.POTENTIAL)) {
            inspection.warning(step.name(), thresholds.written() + " looks at the potential, which may still be there "
                + "after the scan: scans would follow one another. Add for instance 'and time >= 30 min', in "
                + "parentheses.");
        }
        final double earliest = Conditions.moment(condition, part -> part.quantity() == Quantity.TIME ? time(part) : 0);
        final double end = Conditions.moment(step.end(), ScanCheck::time);
        if (earliest >= end && Double.isFinite(earliest)) {
            inspection.warning(step.name(), thresholds.written() + " is never met, because the step ends after "
                + inspection.time(end) + ". Write a shorter time, or delete it.");
        }
    }

    /** Seconds after which a threshold is met at the latest; infinite if no time tells. */
    private static double time(final EndCondition.Threshold threshold) {
        return threshold.quantity() == Quantity.TIME && threshold.atLeast() ? threshold.value().value()
            : Double.POSITIVE_INFINITY;
    }
}
