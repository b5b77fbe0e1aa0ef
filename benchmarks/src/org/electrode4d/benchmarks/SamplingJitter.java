// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.control.AcquisitionRun;
import org.electrode4d.acquisition.control.Alarm;
import org.electrode4d.acquisition.control.GuardProcess;
import org.electrode4d.acquisition.control.GuardSettings;
import org.electrode4d.acquisition.control.InstrumentOpener;
import org.electrode4d.acquisition.control.RunDescription;
import org.electrode4d.acquisition.control.RunDevices;
import org.electrode4d.acquisition.control.RunOptions;
import org.electrode4d.acquisition.control.RunResult;
import org.electrode4d.acquisition.control.RunSetup;
import org.electrode4d.acquisition.control.SafeStateRetries;
import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.instrument.InstrumentSetup;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogSink;
import org.electrode4d.acquisition.log.RunLog;
import org.electrode4d.acquisition.protocol.Amount;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;
import org.electrode4d.acquisition.scan.ScanAnswer;
import org.electrode4d.acquisition.scan.ScanRequest;
import org.electrode4d.acquisition.scan.ScanTrigger;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.InstrumentServer;
import org.electrode4d.acquisition.simulation.PseudoTerminal;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedInstrument;
import org.electrode4d.acquisition.simulation.TcpHost;
import org.electrode4d.volume.Progress;

/**
 * A soak of the real-time loop: samples every 0.1 s of a simulated Keithley 2450 over a pseudo-terminal (TCP where there
 * is none), with the log forced to the disk and a guard, as in a real run. Prints how late the questions and the
 * readings are against the grid, and how long a cycle takes from the question to the sample on the disk. The simulated
 * instrument looks for questions every 20 ms.
 *
 * <p>Run with the seconds as argument, 600 where none is given:
 * <pre>{@code java -cp <class path> org.electrode4d.benchmarks.SamplingJitter 600}</pre>
 */
public final class SamplingJitter {

    private static final double PERIOD = 0.1;
    private static final double CURRENT = 1e-6;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 100};
    private static final Path FOLDER = Path.of("benchmarks", "target", "sampling-jitter");

    private SamplingJitter() {
    }

    public static void main(final String[] arguments) throws IOException {
        final double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 600;
        final Clock clock = new SystemClock();
        final InstrumentServer server = SimulatedInstrument.create(InstrumentKind.KEITHLEY_2450,
            new SimulatedCell(CellModel.microCell()));
        if (PseudoTerminal.isSupported()) {
            try (PseudoTerminal host = PseudoTerminal.open(server, clock)) {
                soak(seconds, clock, LinkAddress.Serial.of(host.port(), 115_200));
            }
        } else {
            try (TcpHost host = TcpHost.open(server, clock)) {
                soak(seconds, clock, new LinkAddress.Tcp("127.0.0.1", host.port()));
            }
        }
    }

    private static void soak(final double seconds, final Clock clock, final LinkAddress address) throws IOException {
        Files.createDirectories(FOLDER);
        final Path file = FOLDER.resolve("run.log");
        Files.deleteIfExists(file);
        final InstrumentSetup instrument = InstrumentSetup.of(InstrumentKind.KEITHLEY_2450, address);
        final Protocol protocol = protocol(seconds);
        try (RunLog log = RunLog.create(file, clock)) {
            final GridClock grid = new GridClock(clock);
            final Watch watch = new Watch(log, grid);
            final RunResult result = AcquisitionRun.fresh(new RunSetup(
                new RunDescription("soak", protocol.name(), instrument.text(), Map.of()), protocol,
                new RunDevices(InstrumentOpener.of(instrument, clock, PERIOD), Optional.of(address), new NoScans(),
                    watch, grid), RunOptions.DEFAULT, Alarm.NONE, identity -> GuardProcess.start(new GuardSettings(
                        "soak", instrument.text(), identity, GuardSettings.TIMEOUT, SafeStateRetries.DEFAULT, FOLDER,
                        "")))).run(Progress.NONE);
            System.out.println(result.reason() + " " + result.safeState().inWords() + " " + result.lostReadings()
                + " readings lost.");
            watch.print(address);
        }
    }

    private static Protocol protocol(final double seconds) {
        final EndCondition end =
            new EndCondition.Threshold(Quantity.TIME, true, new Amount(seconds, Amount.Unit.SECOND));
        return new Protocol("soak", OptionalDouble.empty(), PERIOD, 0,
            new SafetyLimits(2, 4.3, 1e-4, seconds + 60, 10, 60), List.of(new Step.ConstantCurrent("charge",
                new Amount(CURRENT, Amount.Unit.AMPERE), end, Optional.empty())));
    }

    /** Knows the grid of the run: what it waits for, since the period is short, is the next point of the grid. */
    private static final class GridClock implements Clock {

        private final Clock clock;
        private double point;

        GridClock(final Clock clock) {
            this.clock = clock;
        }

        @Override
        public double seconds() {
            return clock.seconds();
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public void sleepUntil(final double time) throws InterruptedException {
            point = time;
            clock.sleepUntil(time);
        }

        /** Seconds since the last point of the grid. */
        double late(final double time) {
            final double since = time - point;
            return since - PERIOD * Math.floor(since / PERIOD);
        }
    }

    /** Hands on to a log, and takes the times. */
    private static final class Watch implements LogSink {

        private final LogSink log;
        private final GridClock clock;
        private final List<Double> questions = new ArrayList<>();
        private final List<Double> readings = new ArrayList<>();
        private final List<Double> cycles = new ArrayList<>();
        private double first = Double.NaN;
        private double last;
        private double asked = Double.NaN;

        Watch(final LogSink log, final GridClock clock) {
            this.log = log;
            this.clock = clock;
        }

        @Override
        public void append(final double time, final LogEvent event) throws IOException {
            final double now = clock.seconds();
            if (event instanceof LogEvent.Sent && Double.isNaN(asked)) {
                asked = now;
            }
            log.append(time, event);
            if (event instanceof LogEvent.Sampled sampled) {
                last = sampled.sample().reading().time();
                if (Double.isNaN(first)) {
                    // this cycle began with opening the instrument
                    first = last;
                } else {
                    questions.add(clock.late(asked));
                    readings.add(clock.late(last + now - time));
                    cycles.add(clock.seconds() - asked);
                }
                asked = Double.NaN;
            }
        }

        void print(final LinkAddress address) {
            final long grid = Math.round((last - first) / PERIOD);
            System.out.printf(Locale.ROOT, "%s, %d samples every %.0f ms, %d of the grid missed%n", address.text(),
                cycles.size(), PERIOD * 1e3, grid - cycles.size());
            final MarkdownTable table =
                new MarkdownTable("percentile", "question late [ms]", "reading late [ms]", "cycle [ms]");
            for (final double percentile : PERCENTILES) {
                table.add(percentile == 100 ? "max" : "p" + (percentile + "").replace(".0", ""),
                    milliseconds(questions, percentile), milliseconds(readings, percentile),
                    milliseconds(cycles, percentile));
            }
            System.out.print(table);
        }

        private static String milliseconds(final List<Double> values, final double percentile) {
            final List<Double> sorted = values.stream().sorted().toList();
            final int index = (int)Math.ceil(percentile / 100 * sorted.size()) - 1;
            return String.format(Locale.ROOT, "%.3f", sorted.get(Math.max(0, index)) * 1e3);
        }
    }

    private static final class NoScans implements ScanTrigger {

        @Override
        public void check() {
            // none is asked for
        }

        @Override
        public void start(final ScanRequest request) {
            // none is asked for
        }

        @Override
        public Optional<ScanAnswer> poll() {
            return Optional.empty();
        }

        @Override
        public void abort() {
            // none is asked for
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
