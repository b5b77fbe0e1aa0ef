// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;

class MorphologyNodesTest {

    private static final String[] BRIDGED = {
        "..........",
        ".222..222.",
        ".22222222.",
        ".222..222.",
        "....1....."};

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private BufferedDataTable masks(final String... rows) throws Exception {
        return tester.table(LabelImages.spec("Mask"), new DataCell[]{new StringCell("T0"),
            tester.stored(LabelImages.image("mask", rows))});
    }

    @Test
    void anOpeningCutsABridge() throws Exception {
        final Result result = tester.node(new BinaryMorphologyNodeFactory()).set("radius", 0.71).run(masks(BRIDGED));
        assertArrayEquals(new String[] {
            "..........",
            ".111..111.",
            ".111..111.",
            ".111..111.",
            ".........."}, LabelImages.drawn(result.cell(0, 0, "Mask (#1)")));
        assertEquals("label", VolumeDisplay.of(((VolumeValue)result.cell(0, 0, "Mask (#1)")).getVolume()).unit());
    }

    @Test
    void aCrossOfVoxelsIsAddedToOneLabel() throws Exception {
        final Result result = tester.node(new BinaryMorphologyNodeFactory()).set("operation", "DILATION")
            .set("element", "CROSS").set("labels", "1").run(masks(BRIDGED));
        assertArrayEquals(new String[] {"..........", "..........", "..........", "....1.....", "...111...."},
            LabelImages.drawn(result.cell(0, 0, "Mask (#1)")));
    }

    @Test
    void theBorderMayBeErodedToo() throws Exception {
        final Result result = tester.node(new BinaryMorphologyNodeFactory()).set("operation", "EROSION")
            .set("radius", 0.5).set("border", "BACKGROUND").run(masks("111", "111", "111"));
        assertArrayEquals(new String[] {"...", ".1.", "..."}, LabelImages.drawn(result.cell(0, 0, "Mask (#1)")));
    }

    @Test
    void nothingLeftIsAWarning() throws Exception {
        final Result all = tester.node(new BinaryMorphologyNodeFactory()).set("radius", 1.0).run(masks(BRIDGED));
        assertEquals("T0: nothing is left of the mask: the radius of 1.0 µm may be too large.",
            all.warning().orElseThrow().getSummary());
        final Result cube = tester.node(new BinaryMorphologyNodeFactory()).set("element", "CUBE")
            .set("operation", "EROSION").run(masks("....", ".11."));
        assertEquals("T0: nothing is left of the mask: the radius of 1 voxel may be too large.",
            cube.warning().orElseThrow().getSummary());
        final Result empty = tester.node(new BinaryMorphologyNodeFactory()).run(masks("..."));
        assertEquals("T0: the mask is empty.", empty.warning().orElseThrow().getSummary());
        assertTrue(tester.node(new BinaryMorphologyNodeFactory()).run(masks(BRIDGED)).warning().isEmpty(),
            "a radius below the edge of a voxel removes nothing");
    }

    @Test
    void aGreyVolumeIsNoMask() throws Exception {
        final BufferedDataTable greys = tester.table(LabelImages.spec("Mask"), new DataCell[]{new StringCell("T0"),
            tester.stored(TestVolumes.floats("grey", new Shape(2, 1, 1), 1, 2))});
        Failures.of(tester.node(new BinaryMorphologyNodeFactory()), greys)
            .says("The values of the mask must be integers, but grey is of type FLOAT32.")
            .resolution("Change the setting");
    }

    @Test
    void aRadiusIsGreaterThanZero() {
        assertThrows(InvalidSettingsException.class,
            () -> tester.node(new BinaryMorphologyNodeFactory()).set("radius", 0.0).run(masks("1")));
        assertThrows(InvalidSettingsException.class,
            () -> tester.node(new GreyMorphologyNodeFactory()).set("radius", 51).run(masks("1")));
    }

    @Test
    void brightSpotsAreRemovedFromGreyVolumes() throws Exception {
        final BufferedDataTable greys = tester.table(LabelImages.spec("Volume"), new DataCell[]{new StringCell("T0"),
            tester.stored(LabelImages.image("grey", "11911", "11111", "55511", "55511", "55511"))});
        final Result result = tester.node(new GreyMorphologyNodeFactory()).run(greys);
        assertArrayEquals(new String[] {"11111", "11111", "55511", "55511", "55511"},
            LabelImages.drawn(result.cell(0, 0, "Morphology")));
    }

    @Test
    void rowsWithoutMaskAreAWarning() throws Exception {
        final BufferedDataTable missing = tester.table(LabelImages.spec("Mask", "Volume"),
            new DataCell[]{new StringCell("T0"), new MissingCell("no"), new MissingCell("no")});
        for (final var factory : new NodeFactory<?>[]{new BinaryMorphologyNodeFactory(),
            new GreyMorphologyNodeFactory(), new WatershedNodeFactory()}) {
            final Result result = tester.node(factory).run(missing);
            assertTrue(result.warning().orElseThrow().getSummary().contains("missing"));
            assertEquals(0, tester.node(factory).run(tester.table(LabelImages.spec("Mask", "Volume"))).table(0).size());
        }
    }
}
