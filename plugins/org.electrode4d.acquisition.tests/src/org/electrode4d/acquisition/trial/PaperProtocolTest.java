// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.control.AcquisitionRun;
import org.electrode4d.acquisition.control.Alarm;
import org.electrode4d.acquisition.control.InstrumentOpener;
import org.electrode4d.acquisition.control.RunDescription;
import org.electrode4d.acquisition.control.RunDevices;
import org.electrode4d.acquisition.control.RunOptions;
import org.electrode4d.acquisition.control.RunResult;
import org.electrode4d.acquisition.control.RunSetup;
import org.electrode4d.acquisition.control.SafeStateRetries;
import org.electrode4d.acquisition.control.Watchdog;
import org.electrode4d.acquisition.instrument.Instrument;
import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.instrument.InstrumentSetup;
import org.electrode4d.acquisition.instrument.TextCommands;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.link.Transcript;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogFile;
import org.electrode4d.acquisition.log.LoggedScan;
import org.electrode4d.acquisition.log.RunLog;
import org.electrode4d.acquisition.log.RunLogReader;
import org.electrode4d.acquisition.log.ScanRow;
import org.electrode4d.acquisition.log.ScanTable;
import org.electrode4d.acquisition.protocol.InSituProtocol;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.ProtocolCheck;
import org.electrode4d.acquisition.protocol.ProtocolText;
import org.electrode4d.acquisition.scan.SimulatedScanTrigger;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.InProcessLink;
import org.electrode4d.acquisition.simulation.InstrumentServer;
import org.electrode4d.acquisition.simulation.PseudoTerminal;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedInstrument;
import org.electrode4d.acquisition.simulation.SimulatedPotentiostat;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The protocol of the paper from beginning to end, in the language of every instrument: the states and scans that the
 * paper describes, each scan after a minute at open circuit, and the potential of the cell where it belongs.
 */
class PaperProtocolTest {

    private static final double SCAN = 13 * 60;
    private static final Protocol PROTOCOL = InSituProtocol.paper().protocol();
    private static final List<String> STEPS = List.of("open circuit: REST", "pristine: BEFORE_SCAN",
        "pristine: SCANNING", "constant current: CURRENT", "constant current: BEFORE_SCAN",
        "constant current: SCANNING", "constant current: CURRENT", "constant current: BEFORE_SCAN",
        "constant current: SCANNING", "constant current: CURRENT", "constant potential: POTENTIAL",
        "constant potential: BEFORE_SCAN", "constant potential: SCANNING", "constant potential: POTENTIAL",
        "constant potential: BEFORE_SCAN", "constant potential: SCANNING", "constant potential: POTENTIAL",
        "constant potential: BEFORE_SCAN", "constant potential: SCANNING", "constant potential: POTENTIAL",
        "constant potential: BEFORE_SCAN", "constant potential: SCANNING", "discharge: CURRENT",
        "discharge: BEFORE_SCAN", "discharge: SCANNING", "discharge: CURRENT", "discharged: BEFORE_SCAN",
        "discharged: SCANNING", "discharged: SCANNING", "FINISHED");

    @TempDir
    Path folder;

    /** One run, with a cell and a log of its own. */
    private record Trial(InstrumentKind kind, Path folder, SimulatedPotentiostat potentiostat) {

        static Trial of(final InstrumentKind kind, final Path folder) {
            return new Trial(kind, folder, new SimulatedPotentiostat(new SimulatedCell(CellModel.microCell())));
        }

        InstrumentSetup setup(final LinkAddress address, final double answerTime)
            throws IOException {
            final Optional<Path> template = kind == InstrumentKind.TEXT
                ? Optional.of(Files.writeString(folder.resolve("example.yaml"),
                    TextCommands.shipped("example-instrument.yaml")))
                : Optional.empty();
            return new InstrumentSetup(kind, address, template, answerTime);
        }

        RunResult run(final InstrumentSetup instrument, final InstrumentOpener opener, final Clock clock)
            throws IOException {
            final RunOptions options = new RunOptions(3, OptionalDouble.of(3 * instrument.answerTime() + 15), 1800,
                SafeStateRetries.DEFAULT);
            try (RunLog log = RunLog.create(folder.resolve("run.log"), clock, LogFile::unforced)) {
                return AcquisitionRun.fresh(new RunSetup(new RunDescription("run", ProtocolText.format(PROTOCOL),
                    instrument.text(), Map.of()), PROTOCOL, new RunDevices(opener, Optional.empty(),
                        new SimulatedScanTrigger(clock, SCAN), log, clock), options, Alarm.NONE,
                    identity -> Watchdog.NONE)).run(Progress.NONE);
            }
        }

        void assertIsThePapers(final RunResult result) throws IOException {
            assertTrue(result.finished(), kind + ": " + result.reason());
            assertTrue(result.safeState().verified());
            assertFalse(potentiostat.connected());
            assertEquals(10, result.scans());
            final List<String> steps = new ArrayList<>();
            final List<Sample> samples = new ArrayList<>();
            RunLogReader.read(folder.resolve("run.log"), kept -> {
                if (kept.event() instanceof LogEvent.Changed changed) {
                    steps.add(changed.transition().to());
                } else if (kept.event() instanceof LogEvent.Sampled sampled) {
                    samples.add(sampled.sample());
                }
            });
            assertEquals(STEPS, steps, kind::toString);
            assertEquals(result.samples(), samples.size());
            assertTrue(potentiostat.cell().history().maxPotentialSeen() <= 4.302, "max "
                + potentiostat.cell().history().maxPotentialSeen());
            assertTrue(potentiostat.cell().history().minPotentialSeen() >= 2.498, "min "
                + potentiostat.cell().history().minPotentialSeen());
            assertScansComeAfterRest(samples);
        }

        /** By the samples themselves: a minute without current before each scan, and none while it is taken. */
        private void assertScansComeAfterRest(final List<Sample> samples) throws IOException {
            final List<ScanRow> scans = new ArrayList<>(ScanTable.read(folder.resolve("run.log"),
                PROTOCOL.capacity()));
            assertEquals(List.of("T0", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9"),
                scans.stream().map(row -> row.scan().request().step()).toList());
            for (final ScanRow row : scans) {
                final LoggedScan scan = row.scan();
                final double start = scan.asked().time();
                final double rested = scan.request().step().equals("T9") ? SCAN : 60;
                for (final Sample sample : samples) {
                    final double time = sample.reading().time();
                    if (time > start - rested + 1 && time < scan.answered().orElseThrow().time()) {
                        assertEquals(0, sample.reading().current(), 1e-8, scan.request().step() + " at " + time + " s");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void inProcess(final InstrumentKind kind) throws IOException {
        final Trial trial = Trial.of(kind, folder);
        final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
        final InstrumentServer server = SimulatedInstrument.create(kind, trial.potentiostat());
        final InstrumentSetup instrument = trial.setup(new LinkAddress.Tcp("simulation", 1), 2);
        trial.assertIsThePapers(trial.run(instrument,
            transcript -> instrument.on(new InProcessLink(server, clock), clock, transcript), clock));
    }

    /** All at the same time, because most of theirs is spent waiting. */
    @Test
    void overPseudoTerminals() throws Exception {
        assumeTrue(PseudoTerminal.isSupported(), "this system has no pseudo-terminals");
        final List<Callable<Boolean>> runs = new ArrayList<>();
        for (final InstrumentKind kind : InstrumentKind.values()) {
            final Trial trial = Trial.of(kind, Files.createDirectory(folder.resolve(kind.name())));
            runs.add(() -> overAPseudoTerminal(trial));
        }
        final ExecutorService threads = Executors.newFixedThreadPool(runs.size());
        try {
            for (final Future<Boolean> run : threads.invokeAll(runs)) {
                assertTrue(run.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean overAPseudoTerminal(final Trial trial) throws IOException {
        final SharedClock clock = new SharedClock();
        try (PseudoTerminal terminal =
            PseudoTerminal.open(SimulatedInstrument.create(trial.kind(), trial.potentiostat()), clock)) {
            final InstrumentSetup instrument = trial.setup(LinkAddress.Serial.of(terminal.port(), 115_200), 60);
            try (Instrument known = instrument.connect(clock, Transcript.NONE, PROTOCOL.samplingPeriod())) {
                assertEquals(List.of(), ProtocolCheck.check(PROTOCOL, known.range()));
            }
            trial.assertIsThePapers(trial.run(instrument,
                InstrumentOpener.of(instrument, clock, PROTOCOL.samplingPeriod()), clock));
        }
        return true;
    }
}
