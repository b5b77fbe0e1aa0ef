// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.RunHistory;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedInstrument;
import org.electrode4d.acquisition.simulation.TcpHost;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;

class AcquisitionControlNodeTest {

    @TempDir
    Path folder;

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private BufferedDataTable protocol(final String text) throws Exception {
        return ProtocolTables.of(tester, text);
    }

    private Node node() {
        return tester.node(new AcquisitionControlNodeFactory()).set("folder", folder).set("speed", 1e5)
            .set("trigger/duration", 2.0);
    }

    private List<String> files(final String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches(".*" + ending)).sorted()
                .toList();
        }
    }

    private Path log() throws IOException {
        assertEquals(1, files("[0-9].log").size(), files("").toString());
        return folder.resolve(files("[0-9].log").get(0));
    }

    private static List<String> column(final BufferedDataTable table, final String name) {
        final List<String> texts = new ArrayList<>();
        final int index = table.getDataTableSpec().findColumnIndex(name);
        for (final DataRow row : table) {
            texts.add(row.getCell(index).toString());
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource(DialectChoice.class)
    void aProtocolGivesScansSeriesAndTransitions(final DialectChoice dialect) throws Exception {
        final Result result = node().set("dialect", dialect.name()).run(protocol(ProtocolTables.SHORT));
        assertEquals(List.of("T0", "T1", "T2", "T3"), column(result.table(0), "Step"));
        assertEquals(List.of("scan_0001", "scan_0002", "scan_0003", "scan_0004"), column(result.table(0), "Scan"));
        assertEquals(0, result.number(0, 0, "Time [h]"));
        assertTrue(result.number(0, 1, "Potential [V]") > result.number(0, 0, "Potential [V]") + 0.1);
        // 5 min of C/3 are 1/36 of the capacity
        assertEquals(100. / 36, result.number(0, 1, "State of charge [%]"), 0.12);
        assertEquals(0.0333 / 36, result.number(0, 1, "Charge [mAh]"), 4e-5);
        assertTrue(result.table(1).size() > 150, result.table(1).size() + " samples");
        assertEquals("FINISHED", column(result.table(2), "To").get((int)result.table(2).size() - 1));
        assertTrue(result.warning().isEmpty(), result.warning()::toString);
    }

    @Test
    void logTablesAndCurvesAreBesideEachOther() throws Exception {
        node().run(protocol(ProtocolTables.SHORT));
        final String run = files("[0-9].log").get(0).replace(".log", "");
        assertTrue(files("").containsAll(List.of(run + "-curves.png", run + "-scans.csv", run + "-series.csv")),
            files("").toString());
    }

    @Test
    void whatIsKnownOfTheCellIsInTheLog() throws Exception {
        final Result input = tester.node(new CyclingProtocolNodeFactory()).set("source", "TEXT")
            .set("text", ProtocolTables.SHORT).set("cell", "C7").run();
        final Result result = node().run(input.table(0));
        assertEquals("C7", RunHistory.read(log()).metadata().get("Cell"));
        assertEquals("C7", result.cell(1, 0, "Cell").toString());
    }

    @Test
    void simulatedTimePassesWithTheSpeedThatIsAskedFor() throws Exception {
        final BufferedDataTable protocol = protocol(ProtocolTables.SHORT);
        final long before = System.nanoTime();
        final Result result = node().set("speed", 2000.0).run(protocol);
        final double seconds = (System.nanoTime() - before) * 1e-9;
        final double simulated = result.number(1, (int)result.table(1).size() - 1, "Time [s]");
        assertTrue(seconds > simulated / 2000, seconds + " s for " + simulated + " s");
        assertTrue(seconds < simulated / 2000 + 15, seconds + " s for " + simulated + " s");
    }

    @Test
    void noSampleIsLateWhateverTheSpeed() throws Exception {
        final Result result = node().set("speed", 1e6).run(protocol(ProtocolTables.SHORT));
        for (int i = 1; i < 40; i++) {
            assertEquals(5, result.number(1, i, "Time [s]") - result.number(1, i - 1, "Time [s]"), 0.3);
        }
    }

    @Test
    void aSecondRunHasALogOfItsOwn() throws Exception {
        node().run(protocol(ProtocolTables.SHORT));
        final byte[] first = Files.readAllBytes(log());
        final Path log = log();
        node().run(protocol(ProtocolTables.SHORT));
        assertEquals(2, files("[0-9].log").size());
        assertEquals(first.length, Files.size(log));
    }

    @Test
    void cancelSwitchesOffAndLeavesTheLog() throws Exception {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        final List<String> messages = new ArrayList<>();
        monitor.addProgressListener(event -> {
            final String message = event.getNodeProgress().getMessage();
            if (message != null && message.contains("constant current")) {
                messages.add(message);
                monitor.setExecuteCanceled();
            }
        });
        assertThrows(CanceledExecutionException.class,
            () -> node().set("speed", 1000.0).run(monitor, protocol(ProtocolTables.SHORT)));
        assertTrue(messages.get(0).matches("constant current, \\d\\.\\d+ V, 11\\.\\d µA, next scan T1.*"),
            messages.toString());
        final RunHistory history = RunHistory.read(log());
        assertTrue(history.madeSafe().orElseThrow().verified());
        assertFalse(history.ended().orElseThrow().finished());
        assertEquals(1, files("-curves.png").size());
    }

    /** The log of a run whose program died in the midst of a charge. */
    private void dieInTheMidst() throws Exception {
        node().run(protocol(ProtocolTables.SHORT));
        final List<String> lines = Files.readAllLines(log());
        final Path log = log();
        for (final String name : files("")) {
            Files.delete(folder.resolve(name));
        }
        int last = 0;
        for (int charging = 0; charging < 30; last++) {
            charging += lines.get(last).contains("\"phase\":\"CURRENT\",\"charge\"") ? 1 : 0;
        }
        Files.write(log, lines.subList(0, last));
    }

    @Test
    void aRunThatWasLeftStopsTheNext() throws Exception {
        dieInTheMidst();
        Failures.of(node(), protocol(ProtocolTables.SHORT)).says("has no end").says(".log").resolution("Resume");
        assertEquals(1, files("[0-9].log").size());
    }

    @Test
    void aRunThatWasLeftGoesOnWhereItStood() throws Exception {
        dieInTheMidst();
        final long left = RunHistory.read(log()).report().samples();
        final Result result = node().set("unfinished", "RESUME").run(protocol(ProtocolTables.SHORT));
        assertEquals(List.of("T0", "T1", "T2", "T3"), column(result.table(0), "Step"));
        assertTrue(result.table(1).size() > left + 50);
        assertTrue(RunHistory.read(log()).ended().orElseThrow().finished());
    }

    @Test
    void aRunThatWasLeftIsEnded() throws Exception {
        dieInTheMidst();
        final long left = RunHistory.read(log()).report().samples();
        final Result result = node().set("unfinished", "END").run(protocol(ProtocolTables.SHORT));
        assertTrue(result.warning().orElseThrow().getSummary().contains("The output is off"));
        assertEquals(left, result.table(1).size());
        assertFalse(RunHistory.read(log()).ended().orElseThrow().finished());
    }

    @Test
    void aRunThatWasLeftCanBeLeftAlone() throws Exception {
        dieInTheMidst();
        node().set("unfinished", "NEW_RUN").run(protocol(ProtocolTables.SHORT));
        assertEquals(2, files("[0-9].log").size());
    }

    @Test
    void aRealInstrumentIsGuarded() throws Exception {
        try (TcpHost host = TcpHost.open(SimulatedInstrument.create(InstrumentKind.KEITHLEY_2450,
            new SimulatedCell(CellModel.microCell())), new SystemClock())) {
            final Result result = node().set("instrument", "KEITHLEY_2450").set("connection/choice", "TCP")
                .set("connection/host", "localhost").set("connection/tcpPort", host.port())
                .set("trigger/duration", 0.01).run(protocol(ProtocolTables.SECONDS));
            assertEquals(List.of("T0"), column(result.table(0), "Step"));
        }
        assertTrue(Files.readString(folder.resolve("guard.log")).contains("the cell is safe"));
        assertTrue(RunHistory.read(log()).started().map(LogEvent.Started::instrument).orElseThrow()
            .startsWith("keithley_2450"));
    }
}
