// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.machine.Counters;
import org.electrode4d.acquisition.machine.Elapsed;
import org.electrode4d.acquisition.machine.MachineState;
import org.electrode4d.acquisition.machine.Phase;
import org.electrode4d.acquisition.machine.Position;
import org.electrode4d.acquisition.machine.Transition;
import org.electrode4d.acquisition.scan.ScanRequest;

/** A short run: a charge of 1 mA over 40 s, a rest of 60 s, a scan from 100 s to 180 s, a second one to 260 s. */
final class ExampleRun {

    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final List<LogRecord> records = new ArrayList<>();
    private long sample;

    private ExampleRun() {
    }

    /** All records of the run, with their times. */
    static List<LogRecord> records() {
        final ExampleRun run = new ExampleRun();
        run.add(0, started());
        run.add(0, new LogEvent.Sent("*IDN?"));
        run.add(0, new LogEvent.Received("KEITHLEY INSTRUMENTS,MODEL 2450,\u00b5\uD800\u0000,1.7"));
        run.sample(0, 3.0, 0.001, "charge", "CURRENT", 0);
        run.add(0, changed("start: CURRENT", Phase.CURRENT, 0));
        run.sample(20, 3.2, 0.001, "charge", "CURRENT", 0.02);
        run.sample(40, 3.4, 0.001, "charge", "CURRENT", 0.04);
        run.add(40, changed("charge: BEFORE_SCAN", Phase.BEFORE_SCAN, 40));
        run.sample(100, 3.3, 0, "charge", "BEFORE_SCAN", 0.04);
        run.add(100, new LogEvent.ScanRequested(new ScanRequest("T0", "run-1", 3.3, 0.04)));
        run.sample(130, 3.29, 0, "charge", "SCANNING", 0.04);
        run.sample(150, 3.25, 0, "charge", "SCANNING", 0.04);
        run.add(180, new LogEvent.ScanFinished("T0", "scan_0001"));
        run.add(180, new LogEvent.ScanRequested(new ScanRequest("T1", "run-1", 3.25, 0.04)));
        run.add(260, new LogEvent.ScanFailed("T1", "the shutter, \"A\", is closed"));
        run.sample(260, 3.24, 0, "charge", "SCANNING", 0.04);
        run.add(261, new LogEvent.MadeSafe(true, 1, "the scan failed"));
        run.add(261, new LogEvent.Ended(false, "the scan failed"));
        return run.records;
    }

    private static LogEvent.Started started() {
        return new LogEvent.Started("run-1", "name: example\n", "KEITHLEY_2450 tcp:localhost:5025",
            new Identity("KEITHLEY", "2450", "01234567", "1.7"), Map.of("Stack pressure [MPa]", "0.3"));
    }

    private static LogEvent.Changed changed(final String to, final Phase phase, final double time) {
        final Elapsed elapsed = new Elapsed(time, 1. / 3, 0, 2);
        return new LogEvent.Changed(new Transition("before", to, "time " + time + " s",
            new MachineState(new Position(List.of(0, 2), phase, time, 1),
                new Counters(List.of(elapsed), elapsed, Elapsed.NOTHING, 3, 0.1),
                Optional.of(new Reading(time, 3.1, -0.001, 25.1, false)))));
    }

    private void sample(final double time, final double potential, final double current, final String step,
        final String phase, final double charge) {
        add(time, new LogEvent.Sampled(new Sample(sample, new Reading(time, potential, current, Double.NaN, false),
            step, phase, charge)));
        sample++;
    }

    private void add(final double time, final LogEvent event) {
        records.add(new LogRecord(records.size(), time, START.plusSeconds((long)time), event));
    }

    /** Appends records as the run did. */
    static void write(final List<LogRecord> records, final VirtualClock clock, final LogSink log)
        throws IOException {
        for (final LogRecord logged : records) {
            clock.sleepUntil(logged.time());
            log.append(logged.time(), logged.event());
        }
    }
}
