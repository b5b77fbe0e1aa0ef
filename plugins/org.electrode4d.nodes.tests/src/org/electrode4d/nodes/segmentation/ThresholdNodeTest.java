// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class ThresholdNodeTest {

    private static final Volume SCAN = GreyScans.scan(new int[]{10, 20, 21, 80, 200});

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
        return tester.node(new ThresholdNodeFactory());
    }

    @Test
    void findsTheThresholdOfEveryScan() throws Exception {
        final Result result = node().run(GreyScans.table(tester, SCAN, GreyScans.scan(new int[]{1, 1, 5, 5, 5})));
        assertArrayEquals(new int[]{0, 0, 0, 0, 1}, GreyScans.values(result.cell(0, 0, "Mask")));
        assertArrayEquals(new int[]{0, 0, 1, 1, 1}, GreyScans.values(result.cell(0, 1, "Mask")));
        assertEquals("80.0", result.cell(0, 0, "Threshold [grey value]").toString());
        assertEquals("1.0", result.cell(0, 1, "Threshold [grey value]").toString());
        assertEquals(4, result.table(1).size());
        assertEquals("60.0", result.cell(1, 3, "Part [%]").toString());
        assertTrue(result.cell(1, 3, "Up to [grey value]").isMissing());
        assertEquals("Row1", result.cell(1, 3, "Row").toString());
        assertTrue(result.warning().isEmpty());
    }

    @Test
    void givesPhasesOfSeveralClasses() throws Exception {
        final Result result = node().set("classes", 3).set("result", "PHASES").run(GreyScans.table(tester, SCAN));
        assertArrayEquals(new int[]{1, 1, 1, 2, 3}, GreyScans.values(result.cell(0, 0, "Phases")));
        assertEquals("21.0", result.cell(0, 0, "Threshold 1 [grey value]").toString());
        assertEquals("80.0", result.cell(0, 0, "Threshold 2 [grey value]").toString());
    }

    @Test
    void aRimOfBlurIsNoPhase() throws Exception {
        final Volume blurred = GreyScans.scan(new int[]{10, 10, 100, 200, 200, 100, 100, 100, 10});
        final Node node = node().set("method", "FIXED").set("thresholds", "50, 150").set("result", "PHASES");
        assertArrayEquals(new int[]{1, 1, 2, 3, 3, 2, 2, 2, 1},
            GreyScans.values(node.run(GreyScans.table(tester, blurred)).cell(0, 0, "Phases")));
        assertArrayEquals(new int[]{1, 1, 3, 3, 3, 2, 2, 2, 1},
            GreyScans.values(node.set("rim", 1.0).run(GreyScans.table(tester, blurred)).cell(0, 0, "Phases")));
        assertArrayEquals(new int[]{1, 1, 2, 3, 3, 2, 2, 2, 1}, GreyScans.values(
            node.set("rimPhases", "1, 3").run(GreyScans.table(tester, blurred)).cell(0, 0, "Phases")));
    }

    @Test
    void theThresholdsOfTheFirstScanCanHoldForAll() throws Exception {
        final Result result = node().set("ofFirst", true)
            .run(GreyScans.table(tester, SCAN, GreyScans.scan(new int[]{1, 1, 5, 81, 250})));
        assertEquals("80.0", result.cell(0, 1, "Threshold [grey value]").toString());
        assertArrayEquals(new int[]{0, 0, 0, 1, 1}, GreyScans.values(result.cell(0, 1, "Mask")));
        final Exception failure = assertThrows(Exception.class,
            () -> node().set("ofFirst", true).set("sliceWise", true).run(GreyScans.table(tester, SCAN)));
        assertTrue(failure.getMessage().contains("switch one of both off"), failure.getMessage());
    }

    @Test
    void withoutTheFirstScanTheThresholdsAreThoseOfTheSecond() throws Exception {
        final BufferedDataTable series = tester.table(GreyScans.SCANS,
            new DataCell[]{new StringCell("T0"), new MissingCell("not measured")},
            new DataCell[]{new StringCell("T1"), tester.stored(SCAN)});
        final Result result = node().set("ofFirst", true).run(series);
        assertTrue(result.warning().orElseThrow().getSummary()
            .endsWith("The series refers to T1, the first scan with all inputs."), result.warning().toString());
        assertEquals("80.0", result.cell(0, 1, "Threshold [grey value]").toString());
        assertFalse(node().run(series).warning().orElseThrow().getSummary().contains("refers"));
    }

    @Test
    void keepsDimVoxelsBesideBrightOnes() throws Exception {
        final Result result = node().set("method", "FIXED").set("thresholds", "20, 100").set("result", "HYSTERESIS")
            .run(GreyScans.table(tester, GreyScans.scan(new int[]{30, 0, 30, 120, 30, 10})));
        assertArrayEquals(new int[]{0, 0, 1, 1, 1, 0}, GreyScans.values(result.cell(0, 0, "Mask")));
    }

    @Test
    void looksInsideOfAMaskOnly() throws Exception {
        final Result result = node().set("useMask", true).set("method", "RIDLER_CALVARD").set("result", "DARK")
            .run(GreyScans.masked(tester, SCAN, GreyScans.scan(new int[]{1, 1, 0, 1, 0})));
        assertArrayEquals(new int[]{1, 1, 0, 0, 0}, GreyScans.values(result.cell(0, 0, "Mask (#1)")));
        assertEquals("47.5", result.cell(0, 0, "Threshold [grey value]").toString());
    }

    @Test
    void aConstantSliceIsAWarning() throws Exception {
        final Result result = node().set("sliceWise", true)
            .run(GreyScans.table(tester, GreyScans.scan(new int[]{1, 1, 5}, new int[]{7, 7, 7})));
        assertArrayEquals(new int[]{0, 0, 1, 0, 0, 0}, GreyScans.values(result.cell(0, 0, "Mask")));
        assertEquals(2, result.table(1).size(), "two classes of the first slice");
        assertEquals("0", result.cell(1, 0, "Slice").toString());
        assertTrue(result.warning().get().getSummary().contains(
            "1 slices have no threshold and became 0, the first 1"), result.warning().get().getSummary());
    }

    @Test
    void aClassWithoutVoxelsIsAWarning() throws Exception {
        final Result result = node().set("method", "FIXED").set("thresholds", "250").run(
            GreyScans.table(tester, SCAN));
        assertTrue(result.warning().get().getSummary().contains("class 2 has no voxel"),
            result.warning().get().getSummary());
    }

    @Test
    void aScanOfOneValueIsAnError() throws Exception {
        Failures.of(node(), GreyScans.table(tester, GreyScans.scan(new int[]{7, 7, 7})))
            .says("cannot make 2 classes of voxels that have all the same value, 7.0");
    }

    @Test
    void anEmptyMaskIsAnError() throws Exception {
        Failures.of(node().set("useMask", true),
            GreyScans.masked(tester, SCAN, GreyScans.scan(new int[]{0, 0, 0, 0, 0}))).says("Is the mask empty?");
    }

    @Test
    void hysteresisNeedsTwoThresholds() {
        assertThrows(InvalidSettingsException.class,
            () -> node().set("result", "HYSTERESIS").configure(GreyScans.SCANS));
    }

    @Test
    void drawsTheHistogram() throws Exception {
        final Result result = node().set("pictures/folder", folder.toString()).run(GreyScans.table(tester, SCAN));
        final Path picture = Path.of(result.cell(3, 0, "Picture path").toString());
        assertEquals("threshold-Row0.png", picture.getFileName().toString());
        assertTrue(ImageIO.read(picture.toFile()).getWidth() > 1000);
        assertEquals(191, result.table(2).size());
    }

    @Test
    void missingAndEmptyTables() throws Exception {
        for (final Node node : new Node[]{node(), tester.node(new MultistageThresholdNodeFactory()),
            tester.node(new SuperpixelsNodeFactory())}) {
            assertEquals(0, node.run(tester.table(GreyScans.SCANS)).table(0).size());
            final Result result = node.run(tester.table(GreyScans.SCANS,
                new DataCell[]{new StringCell("T0"), new MissingCell("not measured")}));
            assertTrue(result.warning().get().getSummary().contains("missing"));
        }
    }
}
