// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.machine.Phase;
import org.electrode4d.acquisition.scan.ScanRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTablesTest {

    private static final OptionalDouble CAPACITY = OptionalDouble.of(0.08);

    @TempDir
    Path folder;

    private Path write(final List<LogRecord> records) throws IOException {
        final Path file = folder.resolve("run.log");
        final VirtualClock clock = new VirtualClock(ExampleRun.START);
        try (RunLog log = RunLog.create(file, clock, LogFile::unforced)) {
            ExampleRun.write(records, clock, log);
        }
        return file;
    }

    @Test
    void theScanTableTellsTheCellInTheMiddleOfEachScan() throws IOException {
        final List<ScanRow> rows = ScanTable.read(write(ExampleRun.records()), CAPACITY);
        assertEquals(2, rows.size());
        final ScanRow first = rows.get(0);
        assertEquals("scan_0001", first.scan().scanId());
        assertEquals(new ScanRow.CellState(140, 3.27, 0, 0.04, 0.5), first.middle());
        assertEquals("charge", first.protocolStep());
        assertEquals("CURRENT", first.phase());
        assertEquals(60, first.scan().rest());
        final ScanRow second = rows.get(1);
        assertEquals(220, second.middle().time());
        assertEquals(3.25 - 0.01 * 70 / 110, second.middle().potential(), 1e-12);
        assertEquals("the shutter, \"A\", is closed", second.scan().failure());
        assertEquals(0, second.scan().rest(), "directly after another scan");
    }

    @Test
    void theScanTableAsText() throws IOException {
        final Path csv = folder.resolve("scans.csv");
        ScanTableCsv.write(ScanTable.read(write(ExampleRun.records().subList(0, 15)), OptionalDouble.empty()), csv);
        assertEquals("""
            Step,Scan,Start [s],End [s],Start,End,Potential [V],Current [A],Charge [mAh],State of charge [%],\
            Protocol step,Phase,Rest before scan [s],Failure
            T0,scan_0001,100.0,180.0,2026-03-01T08:01:40Z,2026-03-01T08:03:00Z,3.27,0.0,0.011111111111111112,,\
            charge,CURRENT,60.0,
            T1,,180.0,260.0,2026-03-01T08:03:00Z,2026-03-01T08:04:20Z,3.25,0.0,0.011111111111111112,,\
            charge,CURRENT,0.0,"the shutter, ""A"", is closed"
            """, Files.readString(csv));
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
        }
    }

    @Test
    void aScanWithoutEndHasNoMiddleAndDoesNotHinderTheNext() throws IOException {
        final List<LogRecord> records = new ArrayList<>(ExampleRun.records().subList(0, 12));
        records.add(new LogRecord(0, 160, ExampleRun.START,
            new LogEvent.ScanRequested(new ScanRequest("T1", "run-1", 3.2, 0.04))));
        records.add(new LogRecord(0, 240, ExampleRun.START, new LogEvent.ScanFinished("T1", "scan_0002")));
        records.add(ExampleRun.records().get(15));
        final List<ScanRow> rows = ScanTable.read(write(records), CAPACITY);
        assertTrue(Double.isNaN(rows.get(0).middle().potential()));
        assertTrue(rows.get(0).scan().answered().isEmpty());
        assertEquals("scan_0002", rows.get(1).scan().scanId());
        assertEquals(200, rows.get(1).middle().time());
    }

    @Test
    void theSeriesHasAllSamplesAndTheScanOfEach() throws IOException {
        final List<SeriesRow> rows = new ArrayList<>();
        SeriesTable.read(write(ExampleRun.records()), CAPACITY, rows::add);
        assertEquals(List.of("", "", "", "", "T0 scan_0001", "T0 scan_0001", ""),
            rows.stream().map(row -> (row.scanStep() + " " + row.scanId()).trim()).toList());
        assertEquals(List.of(0.0, 0.25, 0.5, 0.5, 0.5, 0.5, 0.5),
            rows.stream().map(SeriesRow::stateOfCharge).toList());
    }

    @Test
    void theSeriesAsText() throws IOException {
        final Path csv = folder.resolve("series.csv");
        SeriesCsv.write(write(ExampleRun.records()), CAPACITY, csv);
        final List<String> lines = Files.readAllLines(csv);
        assertEquals(8, lines.size());
        assertEquals("Sample,Time [s],Date and time,Potential [V],Current [A],Charge [mAh],State of charge [%],"
            + "Temperature [°C],Protocol step,Phase,Step,Scan", lines.get(0));
        assertEquals("4,130.0,2026-03-01T08:02:10Z,3.29,0.0,0.011111111111111112,50.0,,charge,SCANNING,T0,scan_0001",
            lines.get(5));
    }

    @Test
    void theHistoryTellsWhereARunStands() throws IOException {
        final RunHistory running = RunHistory.read(write(ExampleRun.records().subList(0, 11)));
        assertEquals("run-1", running.started().orElseThrow().run());
        assertEquals(Phase.BEFORE_SCAN, running.lastState().orElseThrow().position().phase());
        assertEquals(List.of(3L, 4L), running.samplesSinceLastState().stream().map(sample -> sample.number()).toList());
        assertEquals(4, running.lastSample().orElseThrow().number());
        assertEquals(2, running.transitions().size());
        assertTrue(running.scans().get(0).answered().isEmpty());
        assertTrue(running.ended().isEmpty() && running.madeSafe().isEmpty());
    }

    @Test
    void theHistoryTellsHowARunEnded() throws IOException {
        final Path file = write(ExampleRun.records());
        final RunHistory ended = RunHistory.read(file);
        assertEquals(new LogEvent.Ended(false, "the scan failed"), ended.ended().orElseThrow());
        assertEquals(1, ended.madeSafe().orElseThrow().attempts());
        assertEquals("{Run=run-1, Started=2026-03-01T08:00:00Z, Instrument=KEITHLEY_2450 tcp:localhost:5025, "
            + "Manufacturer=KEITHLEY, Model=2450, Serial number=01234567, Firmware=1.7, Ended=2026-03-01T08:04:21Z, "
            + "Finished=no: the scan failed, Stack pressure [MPa]=0.3}", ended.metadata().toString());
        try (RunLog log = RunLog.resume(file, new VirtualClock(ExampleRun.START))) {
            assertTrue(RunHistory.read(file).ended().isPresent(), "a note changes nothing");
            log.append(300, ExampleRun.records().get(3).event());
        }
        assertTrue(RunHistory.read(file).ended().isEmpty(), "it goes on");
    }

    @Test
    void metadataKeepTheOrderOfThePaperAndOtherFields() {
        final CellMetadata paper = CellMetadata.ofPaper().with("Beam energy [keV]", "29.6")
            .with(CellField.STACK_PRESSURE, "0.3").with(CellField.OPERATOR, " ");
        assertEquals("0.3", paper.get(CellField.STACK_PRESSURE));
        assertEquals("", paper.get(CellField.OPERATOR));
        final List<String> titles = List.copyOf(paper.toMap().keySet());
        assertEquals("Beam line", titles.get(0));
        assertEquals("Beam energy [keV]", titles.get(titles.size() - 1));
        assertEquals(paper, CellMetadata.of(paper.toMap()));
        assertEquals("3.5", paper.get(CellField.CATHODE_CAPACITY));
    }
}
