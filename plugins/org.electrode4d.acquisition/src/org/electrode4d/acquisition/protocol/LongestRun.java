// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.List;

/**
 * How long a protocol lasts at most, and how many scans it takes at most, as far as its limits tell.
 *
 * @param seconds of the steps, without pauses for scans; infinite if not bounded
 * @param scans number of scans; infinite if not bounded
 * @param rests number of rests before scans
 */
record LongestRun(double seconds, double scans, double rests) {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    static LongestRun of(final Protocol protocol) {
        return of(protocol.steps(), protocol.capacity().orElse(Double.NaN));
    }

    private static LongestRun of(final List<Step> steps, final double capacity) {
        double seconds = 0;
        double scans = 0;
        double rests = 0;
        for (final Step step : steps) {
            final LongestRun part = of(step, capacity);
            seconds += part.seconds;
            scans += part.scans;
            rests += part.rests;
        }
        return new LongestRun(seconds, scans, rests);
    }

    private static LongestRun of(final Step step, final double capacity) {
        if (step instanceof Step.Scan scan) {
            return new LongestRun(0, scan.count(), 1);
        }
        return step instanceof Step.Loop loop ? of(loop, capacity) : of((Step.Timed) step, capacity);
    }

    private static LongestRun of(final Step.Timed step, final double capacity) {
        final double segment = longestSegment(step, capacity);
        final double seconds = Conditions.moment(step.end(), threshold -> threshold.quantity() == Quantity.SCANS
            && threshold.atLeast() && threshold.value().value() > 0 ? threshold.value().value() * segment
                : latest(step, threshold, capacity));
        if (step.scanWhen().isEmpty()) {
            return new LongestRun(seconds, 0, 0);
        }
        final double shortest = Conditions.moment(step.scanWhen().get(),
            threshold -> Math.min(latest(step, threshold, capacity), mayBeEarlier(step, threshold) ? 0 : NEVER));
        final double counted = Conditions.moment(step.end(),
            threshold -> threshold.quantity() == Quantity.SCANS && threshold.atLeast() ? threshold.value().value()
                : NEVER);
        final double fitting = shortest > 0 && seconds < NEVER ? Math.max(0, Math.ceil(seconds / shortest) - 1) : NEVER;
        final double scans = Math.min(counted, fitting);
        return new LongestRun(seconds, scans, scans);
    }

    /** Seconds from the beginning or a scan to the next scan; infinite if no time tells. */
    private static double longestSegment(final Step.Timed step, final double capacity) {
        return step.scanWhen().map(condition -> Conditions.moment(condition,
            threshold -> latest(step, threshold, capacity))).orElse(NEVER);
    }

    /** Seconds after which a threshold is met at the latest. */
    private static double latest(final Step.Timed step, final EndCondition.Threshold threshold,
        final double capacity) {
        if (!threshold.atLeast()) {
            return NEVER;
        }
        final double value = threshold.value().si(capacity);
        final double seconds = threshold.quantity() == Quantity.TIME ? value
            : threshold.quantity() == Quantity.CHARGE && step instanceof Step.ConstantCurrent constant
                ? value / Math.abs(constant.current().si(capacity)) : NEVER;
        return Double.isNaN(seconds) ? NEVER : seconds;
    }

    private static boolean mayBeEarlier(final Step.Timed step, final EndCondition.Threshold threshold) {
        final boolean known = threshold.quantity() == Quantity.TIME
            || threshold.quantity() == Quantity.CHARGE && step instanceof Step.ConstantCurrent;
        return !known || !threshold.atLeast();
    }

    private static LongestRun of(final Step.Loop loop, final double capacity) {
        final LongestRun pass = of(loop.steps(), capacity);
        final double scans = bound(loop, Quantity.SCANS);
        final int sure =
            loop.steps().stream().mapToInt(step -> step instanceof Step.Scan scan ? scan.count() : 0).sum();
        final double passes = Math.min(bound(loop, Quantity.PASSES), sure > 0 ? Math.ceil(scans / sure) : NEVER);
        final double most = Math.min(scans, times(passes, pass.scans));
        return new LongestRun(Math.min(times(passes, pass.seconds), throughScans(loop, scans, capacity)), most,
            Math.min(most, times(passes, pass.rests)));
    }

    private static double bound(final Step.Loop loop, final Quantity quantity) {
        return Conditions.moment(loop.until(), threshold -> threshold.quantity() == quantity && threshold.atLeast()
            ? Math.max(1, Math.ceil(threshold.value().value())) : NEVER);
    }

    private static double times(final double count, final double each) {
        return each == 0 ? 0 : count * each;
    }

    /**
     * Seconds of a loop that is passed once, because one of its steps lasts until the loop ends: each scan comes a
     * longest segment after the one before it, and each step that is left on the way adds a segment without a scan.
     */
    private static double throughScans(final Step.Loop loop, final double scans, final double capacity) {
        double longest = 0;
        double left = 0;
        for (final Step step : loop.steps()) {
            if (!(step instanceof Step.Timed timed)) {
                return NEVER;
            }
            final double segment = longestSegment(timed, capacity);
            if (timed.end() instanceof EndCondition.Never) {
                return scans * Math.max(longest, segment) + left;
            }
            longest = Math.max(longest, segment);
            left += Math.min(segment, of(timed, capacity).seconds);
        }
        return NEVER;
    }
}
