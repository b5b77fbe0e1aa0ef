// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.electrode4d.acquisition.machine.MachineState;
import org.electrode4d.acquisition.machine.Phase;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;

/**
 * When the next scan comes, as far as the protocol tells it by time: a pause of the active step for a scan, or the end
 * of a step that a scan follows. Conditions on potential or current may bring it earlier.
 */
final class NextScan {

    private static final double MINUTE = 60;

    private final Protocol protocol;

    NextScan(final Protocol protocol) {
        this.protocol = protocol;
    }

    /** {@code next scan T3 in at most 12 min}. */
    String inWords(final MachineState state, final double time) {
        final String scan = "T" + state.counters().scans();
        if (state.position().phase() == Phase.SCANNING) {
            return String.format(Locale.ROOT, "scan %s for %s", scan, duration(time - state.position().phaseStart()));
        }
        if (state.position().phase() == Phase.BEFORE_SCAN) {
            final double left = state.position().phaseStart() + protocol.restBeforeScan() - time;
            return "next scan " + scan + " in " + duration(Math.max(0, left));
        }
        final OptionalDouble left = left(state);
        return "next scan " + scan + (left.isPresent() ? " in at most " + duration(left.getAsDouble()) : "");
    }

    private OptionalDouble left(final MachineState state) {
        List<Step> level = protocol.steps();
        Step active = null;
        Step following = null;
        for (final int index : state.position().path()) {
            if (index < 0 || index >= level.size()) {
                return OptionalDouble.empty();
            }
            active = level.get(index);
            following = index + 1 < level.size() ? level.get(index + 1) : null;
            level = active instanceof Step.Loop loop ? loop.steps() : List.of();
        }
        if (!(active instanceof Step.Timed timed)) {
            return OptionalDouble.empty();
        }
        final double segment = state.counters().segment().time();
        final double step = state.counters().step().time();
        final Stream<Double> pause = timed.scanWhen().stream().flatMap(NextScan::times).map(t -> t - segment);
        final Stream<Double> end = following instanceof Step.Scan ? times(timed.end()).map(t -> t - step)
            : Stream.empty();
        return Stream.concat(pause, end).mapToDouble(t -> Math.max(0, t)).min();
    }

    /** Times that alone suffice for the condition. */
    private static Stream<Double> times(final EndCondition condition) {
        if (condition instanceof EndCondition.Any any) {
            return any.parts().stream().flatMap(NextScan::times);
        }
        return condition instanceof EndCondition.Threshold threshold && threshold.quantity() == Quantity.TIME
            && threshold.atLeast() ? Stream.of(threshold.value().si(0)) : Stream.empty();
    }

    private static String duration(final double seconds) {
        return seconds < 2 * MINUTE ? String.format(Locale.ROOT, "%.0f s", seconds)
            : String.format(Locale.ROOT, "%.0f min", seconds / MINUTE);
    }
}
