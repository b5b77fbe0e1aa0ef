// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.List;

/** Whether a loop has something to do, and ends. */
final class LoopCheck {

    private final Step.Loop loop;
    private final List<Step.Loop> around;
    private final Inspection inspection;
    private final Prospects prospects;
    private final ThresholdCheck thresholds;

    /** @param around the loops that the loop is in */
    LoopCheck(final Step.Loop loop, final List<Step.Loop> around, final Inspection inspection) {
        this.loop = loop;
        this.around = around;
        this.inspection = inspection;
        this.prospects = Prospects.of(loop, inspection.protocol());
        this.thresholds = new ThresholdCheck(loop.name(), "until", loop.until(), prospects, inspection);
    }

    void check() {
        if (loop.steps().isEmpty()) {
            inspection.error(loop.name(), "The loop is empty. Add steps to it, or delete it.");
            return;
        }
        thresholds.check();
        if (loop.until() instanceof EndCondition.Never && !Flow.isLeft(loop, around, inspection.protocol())) {
            inspection.error(loop.name(), "The loop never ends. Write for instance 'until: passes >= 3', or let a loop "
                + "around it end.");
        }
        if (prospects.isMetAtOnce(loop.until())) {
            inspection.warning(loop.name(), thresholds.written() + " is already met when the loop begins, so that it "
                + "ends with the first scan or step. Correct the value, or write the steps without a loop.");
        }
        final boolean bounded = Conditions.holds(loop.until(), Conditions::growsSurely);
        if (!bounded && around.isEmpty() && !(loop.until() instanceof EndCondition.Never)) {
            inspection.warning(loop.name(), thresholds.written() + " has no limit in passes, scans, time or charge, so "
                + "that with a cell that does not do what is expected only the safety limits end it. Add for instance "
                + "'or passes >= 10'.");
        }
    }
}
