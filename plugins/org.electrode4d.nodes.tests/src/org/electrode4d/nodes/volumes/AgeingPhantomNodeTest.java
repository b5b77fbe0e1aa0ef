// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DoubleValue;

class AgeingPhantomNodeTest {

    private static NodeTester.Node node(final NodeTester tester) {
        return tester.node(new AgeingPhantomNodeFactory()).set("sizeX", 40).set("sizeY", 36).set("sizeZ", 32);
    }

    private static double number(final Result result, final int row, final String column) {
        return ((DoubleValue)result.cell(1, row, column)).getDoubleValue();
    }

    @Test
    void hasARowPerNumberOfCycles() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Result result = node(tester).set("cycles", "0, 1, 300").run();
            assertEquals(3, result.table(0).size());
            assertEquals("pristine", result.cell(0, 0, "Step").toString());
            assertEquals("1 cycle", result.cell(0, 1, "Step").toString());
            assertEquals("300 cycles", result.cell(0, 2, "Step").toString());
            assertEquals(300, ((DoubleValue)result.cell(0, 2, "Cycles")).getDoubleValue());
            final LabelVolume phases = LabelVolume.of(((VolumeValue)result.cell(0, 2, "Phases")).getVolume());
            assertEquals("SEI and carbon-binder", phases.name(1));
            assertEquals(0.65, phases.volume().voxelSize().x());
            final Volume particles = ((VolumeValue)result.cell(0, 2, "Particles")).getVolume();
            assertEquals(VoxelType.INT32, particles.type());
            assertEquals(new Shape(40, 36, 32), particles.shape());
        }
    }

    @Test
    void theTruthHoldsTheChangesAgainstThePristineAnode() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Result result = node(tester).set("cycles", "3, 100").run();
            assertEquals(-37.2, number(result, 0, "Change of the pores [%]"), 0.5);
            assertEquals(-58.8, number(result, 1, "Change of the pores [%]"), 0.5);
            assertTrue(number(result, 1, "Change of SEI and carbon-binder [%]") > 20);
            assertEquals(100, number(result, 1, "Pores [%]") + number(result, 1, "SEI and carbon-binder [%]")
                + number(result, 1, "Graphite [%]") + number(result, 1, "Silicon compound [%]"), 1e-9);
            assertTrue(number(result, 1, "Pieces of silicon compound")
                > 3 * number(result, 0, "Pieces of silicon compound"));
            assertTrue(number(result, 1, "Mean size of the pieces [µm]")
                < 0.7 * number(result, 0, "Mean size of the pieces [µm]"));
        }
    }

    private static List<String> texts(final Result result, final String column) {
        return IntStream.range(0, (int)result.table(2).size()).mapToObj(row -> result.cell(2, row, column).toString())
            .toList();
    }

    @Test
    void tellsWhatAWorkflowShouldFind() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Result result = node(tester).set("cycles", "0, 300").run();
            final List<String> quantities = texts(result, "Quantity");
            final int change = quantities.indexOf("Volume, change");
            assertEquals("Pore", result.cell(2, change, "Phase").toString());
            assertEquals("300 cycles", result.cell(2, change, "Step").toString());
            assertEquals(-76.5, ((DoubleValue)result.cell(2, change, "Published")).getDoubleValue());
            assertEquals(-76.5, ((DoubleValue)result.cell(2, change, "True")).getDoubleValue(), 0.5);
            final int deep = quantities.indexOf("Mean tortuosity, 26 neighbours");
            assertEquals("7.800000000000001", result.cell(2, deep, "Depth [µm]").toString(), "as the slices have it");
            assertTrue(((DoubleValue)result.cell(2, deep, "True")).getDoubleValue() > 1);
            final int distance = quantities.indexOf("Mean");
            assertEquals("Silicon compound", result.cell(2, distance, "To").toString());
            assertEquals(3.62, ((DoubleValue)result.cell(2, distance, "Published")).getDoubleValue());
        }
    }

    @Test
    void changesAreToldAgainstThePristineAnodeOnly() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Result result = node(tester).set("cycles", "3").run();
            assertFalse(texts(result, "Quantity").contains("Volume, change"));
        }
    }

    @Test
    void aMicrographIsAnImage() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Result result = node(tester).set("structure", AgeingStructure.MICROGRAPH).set("sizeX", 125)
                .set("sizeY", 200).set("sizeZ", 1).set("cycles", "100").run();
            final Volume phases = ((VolumeValue)result.cell(0, 0, "Phases")).getVolume();
            assertEquals(0.02, phases.voxelSize().x());
            assertEquals(0, number(result, 0, "Graphite [%]"));
            assertEquals(37.54 * 0.412, number(result, 0, "Pores [%]"), 0.1);
            assertFalse(texts(result, "Quantity").contains("Connections"), "there is no depth");
            assertEquals(0.33, ((DoubleValue)result.cell(2, 1, "Published")).getDoubleValue(), "the mean size");
        }
    }

    private static String failure(final NodeTester.Node node) {
        return assertThrows(Exception.class, node::run).getMessage();
    }

    @Test
    void moreCyclesThanAreKnownAreNamed() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final String message = failure(node(tester).set("cycles", "0, 500"));
            assertTrue(message.contains("The ageing is known from 0 to 300 cycles, not at 500.0."), message);
            assertTrue(failure(node(tester).set("cycles", "")).contains("'Cycles' is empty."));
        }
    }

    @Test
    void poresThatDoNotFitAreNamed() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final String message = failure(node(tester).set("structure", AgeingStructure.OWN).set("graphite", 0.0)
                .set("silicon", 15.0).set("pores", 70.0));
            assertTrue(message.contains("Pores of 70.0 % do not fit"), message);
        }
    }
}
