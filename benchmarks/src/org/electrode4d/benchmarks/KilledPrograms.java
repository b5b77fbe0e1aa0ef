// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

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
import org.electrode4d.acquisition.control.RunResumption;
import org.electrode4d.acquisition.control.RunSetup;
import org.electrode4d.acquisition.control.SafeStateRetries;
import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.instrument.InstrumentSetup;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogFile;
import org.electrode4d.acquisition.log.LogRecord;
import org.electrode4d.acquisition.log.LogReport;
import org.electrode4d.acquisition.log.RunLog;
import org.electrode4d.acquisition.log.RunLogReader;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.ProtocolText;
import org.electrode4d.acquisition.scan.SimulatedScanTrigger;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedInstrument;
import org.electrode4d.acquisition.simulation.SimulatedPotentiostat;
import org.electrode4d.acquisition.simulation.TcpHost;
import org.electrode4d.volume.Progress;

/**
 * Real processes: a program runs a short protocol, in real time and with its guard, on a simulated Keithley 2450 behind
 * a TCP port of this process, and stops dead ({@code Runtime.halt}) at a record of its log. The guard must switch the
 * output off; a second program must resume the run to its end. Once for every record, or every n-th.
 *
 * <p>Run with n (1 where none is given; about 12 s a record):
 * <pre>{@code java -cp <class path> org.electrode4d.benchmarks.KilledPrograms 25}</pre>
 */
public final class KilledPrograms {

    private static final double SOON = 15;
    private static final Protocol PROTOCOL = ProtocolText.parse("""
        protocol: killed
        sampling: 0.5 s
        rest before scan: 1 s
        safety: {potential: 2.4 V to 4.35 V, current: 20 µA, time: 1 h, charge: 1 mAh, temperature: 60 °C}
        steps:
          - charge: {at: 10 µA, until: time >= 2 s or potential >= 4.3 V}
          - scan: {}
          - discharge: {at: 10 µA, until: time >= 1 s or potential <= 2.5 V}
        """, "killed");

    private KilledPrograms() {
    }

    public static void main(final String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 1) {
            program(InstrumentSetup.parse(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            return;
        }
        final int step = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
        final Tally tally = new Tally();
        int record = 0;
        while (kill(record, tally)) {
            record += step;
        }
        System.out.println(tally);
    }

    /** What came of it. */
    private static final class Tally {
        private int killed;
        private int on;
        private int notResumed;
        private int samplesWrong;
        private double slowest;

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d programs killed: output left on %d, off after at most %.1f s; not "
                + "resumed to the end %d; logs with lost or doubled samples %d", killed, on, slowest, notResumed,
                samplesWrong);
        }
    }

    /** Whether the program had got as far as that record. */
    private static boolean kill(final int record, final Tally tally) throws IOException, InterruptedException {
        final Path folder = Files.createTempDirectory("killed-programs");
        final SystemClock clock = new SystemClock();
        final SimulatedPotentiostat potentiostat =
            new SimulatedPotentiostat(new SimulatedCell(CellModel.microCell().withInitialCharge(0.5)));
        try (TcpHost host = TcpHost.open(SimulatedInstrument.create(InstrumentKind.KEITHLEY_2450, potentiostat),
            clock)) {
            final InstrumentSetup instrument = InstrumentSetup.of(InstrumentKind.KEITHLEY_2450,
                new LinkAddress.Tcp("127.0.0.1", host.port()));
            if (start(instrument, folder, record) == 0) {
                return false;
            }
            tally.killed++;
            final double dead = clock.seconds();
            while (potentiostat.connected() && clock.seconds() < dead + SOON) {
                clock.sleepUntil(clock.seconds() + 0.01);
            }
            final double off = clock.seconds() - dead;
            tally.on += potentiostat.connected() ? 1 : 0;
            tally.slowest = Math.max(tally.slowest, off);
            final boolean done = start(instrument, folder, -1) == 0;
            tally.notResumed += done || record == 0 ? 0 : 1;
            tally.samplesWrong += complete(folder.resolve("run.log")) ? 0 : 1;
            System.out.printf(Locale.ROOT, "record %d: off after %.2f s, resumed %s%n", record, off, done);
        }
        return true;
    }

    private static boolean complete(final Path log) throws IOException {
        final List<Long> samples = new ArrayList<>();
        final LogReport report = RunLogReader.read(log, kept -> {
            if (kept.event() instanceof LogEvent.Sampled sampled) {
                samples.add(sampled.sample().number());
            }
        });
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i) != i) {
                return false;
            }
        }
        return report.damageCount() <= 1;
    }

    private static int start(final InstrumentSetup instrument, final Path folder, final int record)
        throws IOException, InterruptedException {
        final Process process = new ProcessBuilder(System.getProperty("java.home") + File.separator + "bin"
            + File.separator + "java", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
            KilledPrograms.class.getName(), instrument.text(), folder.toString(), Integer.toString(record))
            .redirectErrorStream(true).redirectOutput(folder.resolve("program.log").toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    private static void program(final InstrumentSetup instrument, final Path folder, final int record)
        throws IOException {
        final Clock clock = new SystemClock();
        final Path file = folder.resolve("run.log");
        final List<LogRecord> former = new ArrayList<>();
        if (record < 0) {
            RunLogReader.read(file, former::add);
        }
        final Optional<RunResumption> resumption =
            record < 0 ? Optional.of(RunResumption.of(PROTOCOL, former)) : Optional.empty();
        try (RunLog log = record < 0 ? RunLog.resume(file, clock)
            : RunLog.create(file, clock, disk -> new Deadly(disk, record))) {
            final RunSetup setup = new RunSetup(
                new RunDescription("killed", ProtocolText.format(PROTOCOL), instrument.text(), Map.of()), PROTOCOL,
                new RunDevices(InstrumentOpener.of(instrument, clock, PROTOCOL.samplingPeriod()),
                    Optional.of(instrument.address()), new SimulatedScanTrigger(clock, 1), log, clock),
                new RunOptions(3, OptionalDouble.empty(), 60, SafeStateRetries.DEFAULT), Alarm.NONE,
                identity -> GuardProcess.start(new GuardSettings("killed", instrument.text(), identity,
                    GuardSettings.TIMEOUT, SafeStateRetries.DEFAULT, folder, "")));
            final AcquisitionRun run = resumption.isPresent() ? AcquisitionRun.resumed(setup, resumption.get())
                : AcquisitionRun.fresh(setup);
            if (!run.run(Progress.NONE).finished()) {
                throw new IOException("The run is not finished.");
            }
        }
    }

    /** A file at whose n-th record the program stops dead, in the midst of it. */
    private static final class Deadly implements LogFile {

        private final LogFile file;
        private int left;

        Deadly(final LogFile file, final int record) {
            this.file = file;
            this.left = record;
        }

        @Override
        public void append(final ByteBuffer bytes) throws IOException {
            if (left-- == 0) {
                final ByteBuffer part = bytes.duplicate();
                part.limit(part.position() + part.remaining() / 2);
                file.append(part);
                Runtime.getRuntime().halt(137);
            }
            file.append(bytes);
        }

        @Override
        public void force() throws IOException {
            file.force();
        }

        @Override
        public void releaseReserve() throws IOException {
            file.releaseReserve();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
