// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.acquisition.protocol.InSituProtocol;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.ProtocolText;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;

class CyclingProtocolNodeTest {

    private static final String CYCLE = """
        protocol: one charge
        capacity: 2 mAh
        sampling: 1 s
        rest before scan: 1 min
        safety: {potential: 2 V to 4.3 V, current: 5 mA, time: 10 h, charge: 3 mAh}
        steps:
          - charge: {name: charge, at: C/2, until: potential >= 4.2 V or time >= 3 h}
        """;

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

    private Node node() {
        return tester.node(new CyclingProtocolNodeFactory());
    }

    private static Protocol protocol(final Result result) {
        return ProtocolText.parse(result.cell(0, 0, "Protocol").toString(), "output");
    }

    private static String words(final Result result, final String step) {
        for (final DataRow row : result.table(1)) {
            if (row.getCell(0).toString().strip().equals(step)) {
                return row.getCell(1).toString();
            }
        }
        throw new AssertionError("no step " + step);
    }

    @Test
    void theDefaultIsTheProtocolOfThePaper() throws Exception {
        final Result result = node().run();
        assertEquals(InSituProtocol.paper().protocol(), protocol(result));
        assertEquals(1, result.table(0).size());
        assertEquals(0.0333, ((DoubleValue)result.cell(0, 0, "Capacity [mAh]")).getDoubleValue(), 1e-12);
        assertEquals("", result.cell(0, 0, "Cell").toString(), "nothing of the paper's cell is taken for the user's");
        assertTrue(result.warning().isEmpty(), result.warning()::toString);
    }

    @Test
    void thePreviewSaysWhatHappensStepByStep() throws Exception {
        final Result result = node().run();
        assertEquals("Protocol", result.cell(1, 0, "Step").toString());
        assertEquals("Safety limits", result.cell(1, 1, "Step").toString());
        assertTrue(words(result, "constant current").contains("11.1 µA"), words(result, "constant current"));
        assertTrue(words(result, "discharge").contains("2.5 V"), words(result, "discharge"));
        assertFalse(words(result, "discharge").startsWith("discharge"), words(result, "discharge"));
        assertEquals("  constant current", result.cell(1, 5, "Step").toString(), "indented in the loop");
        assertTrue(words(result, "Duration").contains("at most"), words(result, "Duration"));
    }

    @Test
    void aParameterIsAPartOfTheProtocol() throws Exception {
        final Protocol protocol = protocol(node().set("capacity", 0.05).set("chargeRate", "0.5 C")
            .set("chargingScans", 3).set("finalScans", 1).set("restBeforeScan", 90.0).set("scanInterval", 20.0).run());
        assertEquals(0.18, protocol.capacity().getAsDouble());
        assertEquals(90, protocol.restBeforeScan());
        assertTrue(protocol.steps().get(2).toString().contains("value=0.5, unit=C_RATE"), protocol.toString());
        assertTrue(protocol.steps().get(2).toString().contains("1200.0"), protocol.toString());
        assertTrue(protocol.steps().get(4).toString().contains("count=1"), protocol.toString());
    }

    @Test
    void cyclesHaveNoScans() throws Exception {
        final Result result = node().set("source", "CC_CV").set("cycles", 4).set("longestCharge", 6.0).run();
        assertFalse(protocol(result).steps().toString().contains("Scan["), protocol(result).toString());
        assertTrue(words(result, "cycles").contains("4"), words(result, "cycles"));
    }

    @Test
    void ownLimitsTakeThePlaceOfThoseOfTheProtocol() throws Exception {
        final Result result = node().set("limits", "OWN").set("minPotential", 2.48).set("maxPotential", 4.32)
            .set("maxCurrent", 0.02).set("maxTime", 30.0).set("maxCharge", 0.04).set("maxTemperature", 45.0).run();
        assertEquals("SafetyLimits[minPotential=2.48, maxPotential=4.32, maxCurrent=2.0E-5, maxTime=108000.0, "
            + "maxCharge=0.144, maxTemperature=45.0]", protocol(result).limits().toString());
    }

    @Test
    void aTextOfOnesOwnIsTaken() throws Exception {
        final Result result = node().set("source", "TEXT").set("text", CYCLE).run();
        assertEquals("one charge", result.cell(0, 0, "Name").toString());
        assertEquals(2.0, ((DoubleValue)result.cell(0, 0, "Capacity [mAh]")).getDoubleValue(), 1e-12);
    }

    @Test
    void aFileOfOnesOwnIsTaken() throws Exception {
        final Path file = Files.writeString(folder.resolve("protocol.yaml"), CYCLE);
        assertEquals("one charge",
            node().set("source", "FILE").set("path", file).run().cell(0, 0, "Name").toString());
    }

    @Test
    void whatIsKnownOfTheCellIsHandedOn() throws Exception {
        final Result result = node().set("cell", "C7").set("operator", "A. Volta")
            .set("more", "Stack pressure [MPa]: 0.3\n\nGlue: lacquer: red").run();
        assertEquals("Cell: C7\nOperator: A. Volta\nStack pressure [MPa]: 0.3\nGlue: lacquer: red",
            result.cell(0, 0, "Cell").toString());
    }

    @Test
    void aProtocolWithoutLimitsIsRefused() {
        Failures.of(node().set("source", "TEXT").set("text", CYCLE.replaceAll("safety: .*", "")))
            .says("safety").resolution("Correct the protocol");
    }

    @Test
    void aRateWithoutACapacityIsRefused() {
        Failures.of(node().set("source", "TEXT").set("text", CYCLE.replace("capacity: 2 mAh\n", "")))
            .says("capacity").resolution("Correct the protocol");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        Failures.of(node().set("source", "FILE").set("path", folder.resolve("none.yaml"))).says("none.yaml")
            .resolution("Correct the path");
    }

    @Test
    void settingsThatMeanNothingAreRefused() {
        Failures.assertInvalid(node().set("chargeRate", "3"), InvalidSettingsException.class);
        Failures.assertInvalid(node().set("capacity", 0.0), InvalidSettingsException.class);
        Failures.assertInvalid(node().set("lowerPotential", 4.4), InvalidSettingsException.class);
        Failures.assertInvalid(node().set("more", "no title"), InvalidSettingsException.class);
        Failures.assertInvalid(node().set("source", "TEXT"), InvalidSettingsException.class);
        Failures.assertInvalid(node().set("limits", "OWN").set("minPotential", 5.0), InvalidSettingsException.class);
    }
}
