// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.log.LogDamage;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogRecord;
import org.electrode4d.acquisition.log.LogReport;
import org.electrode4d.acquisition.simulation.CellHistory;

/** What must be true after a trial, whatever went wrong. */
final class TrialJudge {

    private static final double ROUNDING = 1e-6;

    private final TrialStation station;
    private final List<Violation> violations = new ArrayList<>();

    TrialJudge(final TrialStation station) {
        this.station = station;
    }

    void check(final boolean right, final Violation.Kind kind, final String violation) {
        if (!right) {
            violations.add(new Violation(kind, violation));
        }
    }

    TrialReport report(final boolean finished, final int programs, final List<LogRecord> records,
        final LogReport found, final double slowest, final List<String> alarms) {
        final CellHistory history = station.history();
        check(history.longestBeyond() <= station.allowance(TrialProtocol.PROTOCOL.samplingPeriod()),
            Violation.Kind.LIMIT, String.format(Locale.ROOT,
                "beyond a safety limit for %.2f s: %.4f V to %.4f V, %.3g A", history.longestBeyond(),
                history.minPotentialSeen(), history.maxPotentialSeen(), history.maxCurrentSeen()));
        station.scansUnderCurrent().forEach(scan -> check(false, Violation.Kind.SCAN, scan));
        checkLog(records, found);
        // each program may die while it writes what it has just read
        check(station.readings() - found.samples() <= programs, Violation.Kind.LOG,
            found.samples() + " samples of " + station.readings() + " readings");
        checkRests(records);
        return new TrialReport(finished, programs, found.records(), found.samples(), scans(records), slowest,
            alarms.size(), station.holdsLimits(), history.longestBeyond(), history.maxPotentialSeen(),
            history.minPotentialSeen(), violations);
    }

    private static long scans(final List<LogRecord> records) {
        return records.stream().filter(r -> r.event() instanceof LogEvent.ScanFinished).count();
    }

    /** Samples one after the other, none missing but where the disk was full, none twice. */
    private void checkLog(final List<LogRecord> records, final LogReport found) {
        for (final LogDamage damage : found.damages()) {
            check(damage.kind() == LogDamage.Kind.TORN || damage.kind() == LogDamage.Kind.RECORDS_LOST,
                Violation.Kind.LOG, damage.toString());
        }
        long next = 0;
        double time = Double.NEGATIVE_INFINITY;
        for (final LogRecord kept : records) {
            if (kept.event() instanceof LogEvent.Sampled sampled) {
                final Sample sample = sampled.sample();
                check(sample.number() == next, Violation.Kind.LOG,
                    "sample " + sample.number() + " came in place of " + next);
                check(sample.reading().time() > time, Violation.Kind.LOG,
                    "sample " + next + " is not later than the one before");
                next = sample.number() + 1;
                time = sample.reading().time();
            }
        }
    }

    /** Each scan after a minute at open circuit, or directly after another scan; none was finished twice. */
    private void checkRests(final List<LogRecord> records) {
        final Set<String> finished = new HashSet<>();
        double rest = Double.NaN;
        boolean afterScan = false;
        for (final LogRecord kept : records) {
            if (kept.event() instanceof LogEvent.Changed changed) {
                final String phase = changed.transition().state().position().phase().name();
                rest = phase.equals("BEFORE_SCAN") ? kept.time() : rest;
                afterScan &= phase.equals("SCANNING");
            } else if (kept.event() instanceof LogEvent.ScanRequested requested) {
                check(afterScan || kept.time() - rest >= TrialProtocol.PROTOCOL.restBeforeScan() - ROUNDING,
                    Violation.Kind.SCAN,
                    "scan " + requested.request().step() + " " + (kept.time() - rest) + " s after the rest began");
            } else if (kept.event() instanceof LogEvent.ScanFinished done) {
                check(finished.add(done.step()), Violation.Kind.SCAN, "scan " + done.step() + " was finished twice");
                afterScan = true;
            }
        }
    }
}
