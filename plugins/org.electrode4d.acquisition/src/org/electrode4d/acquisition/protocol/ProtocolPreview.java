// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.acquisition.SafetyLimits;

/** A protocol in plain language, with its rates as currents of the cell. */
public final class ProtocolPreview {

    private static final double HOUR = 3600;
    private static final double TENTHS = 10;

    private final Protocol protocol;
    private final Words words;
    private final List<String> lines = new ArrayList<>();

    private ProtocolPreview(final Protocol protocol) {
        this.protocol = protocol;
        this.words = new Words(protocol.capacity());
    }

    /**
     * One line for the protocol, one for the safety limits, one for each step (two blanks deeper within a loop), and
     * two for what it needs at most.
     */
    public static List<String> lines(final Protocol protocol) {
        final ProtocolPreview preview = new ProtocolPreview(protocol);
        preview.head();
        preview.steps(protocol.steps(), "");
        preview.longest();
        return List.copyOf(preview.lines);
    }

    private void head() {
        final String cell = protocol.capacity().isPresent()
            ? "a cell of " + words.charge(protocol.capacity().getAsDouble()) : "a cell of unknown capacity";
        lines.add(protocol.name() + ": " + cell + ", a sample each " + words.time(protocol.samplingPeriod()) + ".");
        final SafetyLimits limits = protocol.limits();
        lines.add("Whatever the steps say, the output is switched off when the potential leaves "
            + words.potential(limits.minPotential()) + " to " + words.potential(limits.maxPotential())
            + ", the current exceeds " + words.current(limits.maxCurrent()) + ", the net charge exceeds "
            + words.charge(limits.maxCharge())
            + (Double.isInfinite(limits.maxTemperature()) ? ""
                : ", the temperature exceeds " + Dimension.TEMPERATURE.format(limits.maxTemperature(),
                    Amount.Unit.COUNT))
            + ", or " + words.time(limits.maxTime()) + " have passed.");
    }

    private void steps(final List<Step> steps, final String indent) {
        for (final Step step : steps) {
            lines.add(indent + step.name() + ": " + sentence(step));
            if (step instanceof Step.Loop loop) {
                steps(loop.steps(), indent + "  ");
            }
        }
    }

    private String sentence(final Step step) {
        if (step instanceof Step.Loop loop) {
            return "Repeat until " + words.condition(loop.until()) + ", also from the midst of a step:";
        }
        if (step instanceof Step.Scan scan) {
            return scan.count() == 1 ? "Scan: " + rest() + "the scan."
                : "Take " + scan.count() + " scans, one directly after the other: " + rest() + "the scans.";
        }
        final Step.Timed timed = (Step.Timed) step;
        return does(timed) + " until " + words.condition(timed.end())
            + timed.scanWhen().map(this::pauses).orElse("") + ".";
    }

    private String does(final Step.Timed step) {
        if (step instanceof Step.ConstantCurrent constant) {
            return moves(constant.current());
        }
        if (step instanceof Step.ConstantPotential hold) {
            return "Hold " + words.amount(hold.potential()) + " with at most " + words.amount(hold.maxCurrent());
        }
        if (step instanceof Step.ConstantCurrentConstantPotential both) {
            return moves(both.current()) + " to " + words.amount(both.potential()) + ", and hold it";
        }
        return "Rest at open circuit";
    }

    private String moves(final Amount current) {
        return (current.value() > 0 ? "Charge with " : "Discharge with ")
            + words.amount(new Amount(Math.abs(current.value()), current.unit()));
    }

    private String pauses(final EndCondition condition) {
        final boolean regular = condition instanceof EndCondition.Threshold threshold
            && threshold.quantity() == Quantity.TIME && threshold.atLeast();
        return (regular ? "; after each " + words.amount(((EndCondition.Threshold) condition).value())
            : "; each time when " + words.condition(condition) + ",") + " pause for a scan: " + rest() + "the scan";
    }

    private String rest() {
        return protocol.restBeforeScan() == 0 ? "" : words.time(protocol.restBeforeScan()) + " at open circuit, then ";
    }

    private void longest() {
        final LongestRun longest = LongestRun.of(protocol);
        lines.add(Double.isInfinite(longest.scans()) ? "The number of scans is not bounded."
            : longest.scans() == 0 ? "No scans are taken." : "Scans: at most " + Math.round(longest.scans()) + ".");
        final double seconds = longest.seconds() + longest.rests() * protocol.restBeforeScan();
        final double safe = protocol.limits().maxTime();
        lines.add(Double.isInfinite(seconds) || Double.isNaN(seconds)
            ? "The duration is bounded only by the safety limit of " + words.time(safe) + "."
            : "Duration: at most " + Math.ceil(seconds / HOUR * TENTHS) / TENTHS + " h"
                + (longest.scans() > 0 ? ", and the scans themselves." : ".")
                + (seconds > safe ? " The safety limit of " + words.time(safe) + " may end it before." : ""));
    }
}
