// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.List;
import java.util.regex.Pattern;

import org.electrode4d.acquisition.SafetyLimits;

/** Makes YAML of a protocol. */
final class ProtocolWriter {

    private static final Pattern PLAIN =
        Pattern.compile("(?!---|\\.\\.\\.)[\\p{L}\\p{N}(]([\\p{L}\\p{N} µ°%/.()_+<>=-]*[\\p{L}\\p{N}µ°%/.()_+-])?");
    private static final int FIRST_PRINTED = 0x20;
    private static final int LAST_PRINTED = 0x7e;

    private final StringBuilder text = new StringBuilder();

    String write(final Protocol protocol) {
        line(0, "protocol: " + quoted(protocol.name()));
        protocol.capacity().ifPresent(capacity -> line(0, "capacity: " + charge(capacity)));
        line(0, "sampling: " + time(protocol.samplingPeriod()));
        line(0, "rest before scan: " + time(protocol.restBeforeScan()));
        line(0, "safety: " + limits(protocol.limits()));
        steps(0, protocol.steps());
        return text.toString();
    }

    private void line(final int indent, final String line) {
        text.append(" ".repeat(indent)).append(line).append('\n');
    }

    private static String time(final double seconds) {
        return Dimension.TIME.format(seconds, Amount.Unit.SECOND);
    }

    private static String charge(final double coulomb) {
        return Dimension.CHARGE.format(coulomb, Amount.Unit.COULOMB);
    }

    private static String potential(final double volt) {
        return Dimension.POTENTIAL.format(volt, Amount.Unit.VOLT);
    }

    private static String limits(final SafetyLimits limits) {
        return "{potential: " + potential(limits.minPotential()) + " to " + potential(limits.maxPotential())
            + ", current: " + Dimension.CURRENT.format(limits.maxCurrent(), Amount.Unit.AMPERE)
            + ", time: " + time(limits.maxTime()) + ", charge: " + charge(limits.maxCharge())
            + (Double.isInfinite(limits.maxTemperature()) ? ""
                : ", temperature: " + Dimension.TEMPERATURE.format(limits.maxTemperature(), Amount.Unit.COUNT))
            + "}";
    }

    private void steps(final int indent, final List<Step> steps) {
        line(indent, steps.isEmpty() ? "steps: []" : "steps:");
        for (final Step step : steps) {
            if (step instanceof Step.Loop loop) {
                line(indent + 2, "- loop:");
                line(indent + 6, "name: " + quoted(loop.name()));
                line(indent + 6, "until: " + ConditionText.format(loop.until()));
                steps(indent + 6, loop.steps());
            } else {
                line(indent + 2, "- " + line(step));
            }
        }
    }

    private static String line(final Step step) {
        if (step instanceof Step.Scan scan) {
            return scan.count() == 2 ? group(StepReader.DOUBLE_SCAN, scan, "")
                : group(StepReader.SCAN, scan, scan.count() == 1 ? "" : ", count: " + scan.count());
        }
        final Step.Timed timed = (Step.Timed) step;
        return group(kind(timed), timed, settings(timed) + ", until: " + ConditionText.format(timed.end())
            + timed.scanWhen().map(ConditionText::format)
                .map(condition -> ", scan when: " + condition).orElse(""));
    }

    private static String group(final String kind, final Step step, final String rest) {
        return kind + ": {name: " + quoted(step.name()) + rest + "}";
    }

    private static String kind(final Step.Timed step) {
        if (step instanceof Step.ConstantCurrent constant) {
            return constant.current().value() > 0 ? StepReader.CHARGE : StepReader.DISCHARGE;
        }
        if (step instanceof Step.ConstantCurrentConstantPotential both) {
            return both.current().value() > 0 ? StepReader.CHARGE_AND_HOLD : StepReader.DISCHARGE_AND_HOLD;
        }
        return step instanceof Step.ConstantPotential ? StepReader.HOLD : StepReader.REST;
    }

    private static String settings(final Step.Timed step) {
        if (step instanceof Step.ConstantCurrent constant) {
            return ", at: " + magnitude(constant.current());
        }
        if (step instanceof Step.ConstantCurrentConstantPotential both) {
            return ", at: " + magnitude(both.current()) + ", to: " + Dimension.format(both.potential());
        }
        if (step instanceof Step.ConstantPotential hold) {
            return ", at: " + Dimension.format(hold.potential()) + ", max current: "
                + Dimension.format(hold.maxCurrent());
        }
        return "";
    }

    private static String magnitude(final Amount current) {
        return Dimension.format(new Amount(Math.abs(current.value()), current.unit()));
    }

    /** A text as it is where YAML takes it so, else in quotes. */
    static String quoted(final String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        final StringBuilder quoted = new StringBuilder("\"");
        for (final char letter : text.toCharArray()) {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter >= FIRST_PRINTED && letter <= LAST_PRINTED || Character.isLetter(letter)) {
                quoted.append(letter);
            } else {
                quoted.append(String.format("\\u%04x", (int) letter));
            }
        }
        return quoted.append('"').toString();
    }
}
