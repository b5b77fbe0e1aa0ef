// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.instrument.InstrumentRange;

/**
 * Looks at a protocol before anything is switched on: for steps that never end or are never reached, for limits that
 * are missing, for what the cell or the instrument does not allow.
 *
 * <p>A protocol without errors can still hurt a cell whose limits were chosen wrongly: the check knows the protocol and
 * the instrument, not the cell.</p>
 */
public final class ProtocolCheck {

    private final Inspection inspection;
    private final Set<String> names = new HashSet<>();

    private ProtocolCheck(final Inspection inspection) {
        this.inspection = inspection;
    }

    /**
     * Checks a protocol.
     *
     * @param range of the instrument that is to run it
     * @return what was found, in the order of the steps; empty if all is well
     */
    public static List<Finding> check(final Protocol protocol, final InstrumentRange range) {
        final Inspection inspection = new Inspection(protocol, range);
        checkInstrument(inspection);
        new ProtocolCheck(inspection).steps(protocol.steps(), List.of());
        return List.copyOf(inspection.findings());
    }

    private static void checkInstrument(final Inspection inspection) {
        final Protocol protocol = inspection.protocol();
        final InstrumentRange range = inspection.range();
        final SafetyLimits limits = protocol.limits();
        if (protocol.steps().isEmpty()) {
            inspection.error("", "The protocol has no steps. Add at least one.");
        }
        if (protocol.samplingPeriod() < range.minSamplingPeriod()) {
            inspection.error("", "The sampling period of " + inspection.time(protocol.samplingPeriod())
                + " is shorter than the instrument allows. Set it to " + inspection.time(range.minSamplingPeriod())
                + " or more.");
        }
        if (limits.minPotential() < range.minPotential() || limits.maxPotential() > range.maxPotential()) {
            inspection.warning("", "The safety limits of the potential, " + inspection.potential(limits.minPotential())
                + " to " + inspection.potential(limits.maxPotential()) + ", reach beyond what the instrument measures, "
                + inspection.potential(range.minPotential()) + " to " + inspection.potential(range.maxPotential())
                + ". Set them within it.");
        }
        if (limits.maxCurrent() > range.maxCurrent()) {
            inspection.warning("", "The safety limit of the current, " + inspection.current(limits.maxCurrent())
                + ", is beyond what the instrument can deliver, " + inspection.current(range.maxCurrent())
                + ". Set it to that or less.");
        }
    }

    private void steps(final List<Step> steps, final List<Step.Loop> loops) {
        boolean reached = true;
        for (final Step step : steps) {
            if (!names.add(step.name())) {
                inspection.error(step.name(), "Another step has the same name. Give each step a name of its own.");
            }
            if (!reached) {
                inspection.error(step.name(), "It is never reached, because the step before it does not end by itself. "
                    + "Give that step an end, or move this one behind the loop.");
            }
            step(step, loops);
            reached = Flow.ends(step, inspection.protocol());
        }
    }

    private void step(final Step step, final List<Step.Loop> loops) {
        if (step instanceof Step.Timed timed) {
            SetpointCheck.check(timed, inspection);
            new EndCheck(timed, loops, inspection).check();
            timed.scanWhen().ifPresent(condition -> new ScanCheck(timed, condition, inspection).check());
        } else if (step instanceof Step.Loop loop) {
            new LoopCheck(loop, loops, inspection).check();
            final List<Step.Loop> inner = new ArrayList<>(loops);
            inner.add(loop);
            steps(loop.steps(), inner);
        }
    }
}
