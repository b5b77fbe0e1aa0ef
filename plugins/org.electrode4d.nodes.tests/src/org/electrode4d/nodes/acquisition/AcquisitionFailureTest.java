// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.control.InstrumentLock;
import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.instrument.TextCommands;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.link.Links;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.FaultyInstrument;
import org.electrode4d.acquisition.simulation.InstrumentServer;
import org.electrode4d.acquisition.simulation.PseudoTerminal;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedInstrument;
import org.electrode4d.acquisition.simulation.TcpHost;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** What goes wrong before a step is begun, and what a user reads; no output was ever switched on. */
class AcquisitionFailureTest {

    private final Clock clock = new SystemClock();

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

    /** Whatever is sent to it, it answers something that means nothing, as at a wrong baud rate. */
    private static final class Garbage implements InstrumentServer {
        private boolean asked;

        @Override
        public void receive(final byte[] bytes, final double time) {
            asked = true;
        }

        @Override
        public double nextEvent() {
            return asked ? 0 : Double.POSITIVE_INFINITY;
        }

        @Override
        public byte[] advance(final double time) {
            final boolean answers = asked;
            asked = false;
            return answers ? new byte[]{(byte)0xfe, 0x1c, (byte)0xe0, 0x03, (byte)0x8f, '\n'} : new byte[0];
        }
    }

    private static FaultyInstrument instrument(final InstrumentKind kind) {
        return SimulatedInstrument.create(kind, new SimulatedCell(CellModel.microCell()));
    }

    private BufferedDataTable protocol() {
        return ProtocolTables.of(tester, ProtocolTables.SHORT);
    }

    private Node simulated() {
        return tester.node(new AcquisitionControlNodeFactory()).set("folder", folder).set("speed", 1e5)
            .set("trigger/duration", 2.0);
    }

    private Node serial(final String port) {
        return simulated().set("instrument", "KEITHLEY_2450").set("connection/port", port).set("answerTime", 0.3)
            .set("guard", false);
    }

    private Node tcp(final String kind, final int port) {
        return simulated().set("instrument", kind).set("connection/choice", "TCP").set("connection/host", "localhost")
            .set("connection/tcpPort", port).set("answerTime", 0.3).set("guard", false);
    }

    private void assertNothingWasWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.filter(file -> file.getFileName().toString().startsWith("run-")).toList());
        }
    }

    @Test
    void aProtocolWithoutLimitsIsRefused() throws Exception {
        Failures.of(simulated(), ProtocolTables.of(tester, ProtocolTables.SHORT.replaceAll("safety: .*", "")))
            .says("safety").resolution("Correct the protocol");
        assertNothingWasWritten();
    }

    @Test
    void aRateWithoutACapacityIsRefused() throws Exception {
        Failures.of(simulated(), ProtocolTables.of(tester, ProtocolTables.SHORT.replaceAll("capacity: .*", "")))
            .says("capacity").resolution("Correct the protocol");
        assertNothingWasWritten();
    }

    @Test
    void aCurrentBeyondTheInstrumentIsRefusedBeforeAnythingIsOpened() throws Exception {
        final String strong = ProtocolTables.SHORT.replace("capacity: 33.3 µAh", "capacity: 33 Ah")
            .replace("current: 20 µA", "current: 20 A").replace("charge: 50 µAh", "charge: 50 Ah");
        Failures.of(serial("/dev/none"), ProtocolTables.of(tester, strong)).says("must not be run").says("charge")
            .resolution("nothing was switched on");
        assertNothingWasWritten();
    }

    @Test
    void aTableWithoutARowIsExplained() throws Exception {
        Failures.of(simulated(), tester.table(ProtocolColumns.SPEC)).says("0 rows").resolution("Cycling Protocol");
        assertNothingWasWritten();
    }

    @Test
    void aMissingProtocolIsExplained() {
        Failures.of(simulated(), ProtocolTables.of(tester, " ")).says("missing").resolution("Cycling Protocol");
    }

    @Test
    void anUnknownPortIsNamed() throws Exception {
        Failures.of(serial("/dev/ttyNONE7"), protocol()).says("/dev/ttyNONE7").says("No step was begun")
            .resolution("");
        assertNothingWasWritten();
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        Assumptions.assumeTrue(PseudoTerminal.isSupported(), "no pseudo-terminals here");
        try (PseudoTerminal terminal = PseudoTerminal.open(instrument(InstrumentKind.KEITHLEY_2450), clock);
            Link other = Links.open(LinkAddress.Serial.of(terminal.port(), 115200), clock)) {
            Failures.of(serial(terminal.port()), protocol()).says(terminal.port()).says("in use by another")
                .says("No step was begun. No log was written.");
            assertEquals("serial:" + terminal.port(), other.name());
        }
        assertNothingWasWritten();
    }

    @Test
    void aWrongBaudRateIsSuspected() throws Exception {
        Assumptions.assumeTrue(PseudoTerminal.isSupported(), "no pseudo-terminals here");
        try (PseudoTerminal terminal = PseudoTerminal.open(new Garbage(), clock)) {
            Failures.of(serial(terminal.port()), protocol()).says(terminal.port()).says("the baud rate is wrong")
                .says("No step was begun");
        }
        assertNothingWasWritten();
    }

    @Test
    void anInstrumentOfAnotherKindIsFoundOut() throws Exception {
        final FaultyInstrument zahner = instrument(InstrumentKind.ZAHNER);
        try (TcpHost host = TcpHost.open(zahner, clock)) {
            Failures.of(tcp("KEITHLEY_2450", host.port()), protocol()).says("No step was begun")
                .resolution("instrument");
        }
        assertEquals(0, zahner.cell().history().maxCurrentSeen(), 1e-12);
        assertNothingWasWritten();
    }

    @Test
    void nobodyAnsweringIsExplained() throws Exception {
        try (TcpHost host = TcpHost.open(new Garbage(), clock)) {
            final int port = host.port();
            host.close();
            Failures.of(tcp("KEITHLEY_2450", port), protocol()).says("localhost").says("No step was begun");
        }
        assertNothingWasWritten();
    }

    @Test
    void twoRunsOnOneInstrumentAreRefused() throws Exception {
        try (TcpHost host = TcpHost.open(instrument(InstrumentKind.KEITHLEY_2450), clock);
            InstrumentLock lock = InstrumentLock.acquire(new LinkAddress.Tcp("localhost", host.port()), "run-1")) {
            Failures.of(tcp("KEITHLEY_2450", host.port()), protocol()).says("in use by run run-1")
                .resolution("execute the node again");
        }
        assertNothingWasWritten();
    }

    @Test
    void aTemplateWithEmptyFieldsIsRefused() throws Exception {
        final Path template = Files.writeString(folder.resolve("origaflex.yaml"),
            TextCommands.shipped("origaflex-ogf500.yaml"), StandardCharsets.UTF_8);
        Failures.of(tcp("TEXT", 4711).set("template", template), protocol()).says("origaflex.yaml").says("has no value "
            + "for source")
            .resolution("Do what the message says");
        assertNothingWasWritten();
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        Failures.of(simulated().set("folder", folder.resolve("none")), protocol()).says("none")
            .resolution("Create folders");
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws Exception {
        Failures.of(simulated().set("folder", Files.createFile(folder.resolve("file"))), protocol())
            .says("is not a folder").resolution("Choose a folder");
    }

    @Test
    void thereIsNothingToResumeInAnEmptyFolder() {
        Failures.of(simulated().set("unfinished", "RESUME"), protocol()).says("There is no log")
            .resolution("start a new run");
    }

    @Test
    void aFinishedRunIsNotResumed() throws Exception {
        simulated().run(protocol());
        Failures.of(simulated().set("unfinished", "RESUME"), protocol()).says("finished").says("nothing to resume")
            .resolution("Do what the message says");
    }

    @Test
    void anotherProtocolIsNotResumed() throws Exception {
        Failures.of(simulated().set("scanTimeout", 1.0), protocol()).says("ended before its time");
        Failures.of(simulated().set("unfinished", "RESUME"),
            ProtocolTables.of(tester, ProtocolTables.SHORT.replace("protocol: short", "protocol: other")))
            .says("another protocol");
    }

    @Test
    void aScanThatDoesNotAnswerEndsTheRunSafely() throws Exception {
        Failures.of(simulated().set("scanTimeout", 1.0), protocol()).says("The run ended before its time").says("T0")
            .says("The output is off, verified").says(".log").resolution("Resume");
    }

    @Test
    void aLimitThatIsPassedEndsTheRunSafely() throws Exception {
        Failures.of(simulated(), ProtocolTables.of(tester, ProtocolTables.SHORT.replace("2.4 V to 4.35 V",
            "3.1 V to 4.35 V"))).says("The run ended before its time").says("The output is off, verified");
    }

    @Test
    void whatIsNotSetIsAskedForInTheDialog() {
        assertThrows(InvalidSettingsException.class, () -> simulated().set("folder", "").configure(
            ProtocolColumns.SPEC));
        assertThrows(InvalidSettingsException.class, () -> serial("").configure(ProtocolColumns.SPEC));
        assertThrows(InvalidSettingsException.class, () -> tcp("TEXT", 1).configure(ProtocolColumns.SPEC));
        assertThrows(InvalidSettingsException.class, () -> simulated().set("trigger/choice", "COMMAND")
            .configure(ProtocolColumns.SPEC));
        assertThrows(InvalidSettingsException.class, () -> simulated().configure(ProtocolColumns.PREVIEW));
        assertFalse(Files.exists(folder.resolve("run.log")));
    }
}
