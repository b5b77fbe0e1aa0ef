// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** A row of eight voxels of 0.5 µm: pore, silicon with a blurred rim, graphite, pore. */
class TwoScanSegmentationNodeTest {

    private static final DataTableSpec SCANS = new DataTableSpec(
        SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
        SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE),
        SeriesColumns.column("Contrast", VolumeCell.TYPE));
    private static final Shape SHAPE = new Shape(8, 1, 1);

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private BufferedDataTable scans(final Volume sharp, final Volume contrast) throws Exception {
        return tester.table(SCANS, new DataCell[]{new StringCell("T0"), tester.stored(sharp),
            tester.stored(contrast)});
    }

    private static Volume sharp() {
        return TestVolumes.floats("sharp", SHAPE, 1, 8, 8, 8, 8, 8, 8, 1);
    }

    private static Volume contrast() {
        return TestVolumes.floats("contrast", SHAPE, 0, 20, 50, 50, 20, 20, 20, 0);
    }

    private Node node() {
        return tester.node(new TwoScanSegmentationNodeFactory()).set("classes", "Graphite, Silicon")
            .set("thresholds", "35").set("rim", 0.5);
    }

    @Test
    void phasesAndTheirShares() throws Exception {
        final Result result = node().run(scans(sharp(), contrast()));
        assertTrue(result.warning().isEmpty());
        final Volume phases = ((VolumeValue)result.cell(0, 0, "Phases")).getVolume();
        final float[] labels = new float[8];
        phases.read(new Block(0, 0, 0, 8, 1, 1), labels);
        assertArrayEquals(new float[] {0, 2, 2, 2, 1, 1, 1, 0}, labels);
        assertEquals("Silicon", LabelVolume.of(phases).name(2));
        assertEquals("35.0000", result.cell(0, 0, "Thresholds [grey value]").toString());
        assertEquals(100.0 / 6, result.number(0, 0, "Reassigned [%]"), 1e-9);
        assertEquals(3, result.table(1).size());
        assertEquals("Pore", result.cell(1, 0, "Phase").toString());
        assertEquals(37.5, result.number(1, 2, "Share [%]"), 1e-9);
        assertEquals(0.375, result.number(1, 2, "Volume [µm³]"), 1e-9);
    }

    @Test
    void aPhaseThatIsMissingIsAWarning() throws Exception {
        final Result result = node().set("thresholds", "90").run(scans(sharp(), contrast()));
        assertTrue(result.warning().orElseThrow().getSummary().contains("T0: no voxel is Silicon."));
    }

    @Test
    void scansOfDifferentPlaces() throws Exception {
        Failures.of(node(), scans(sharp(), contrast().withOrigin(new Point(50, 0, 0))))
            .says("contrast and sharp have no place in common").says("Register one to the other");
    }

    @Test
    void allOfOneGreyValue() throws Exception {
        final Volume flat = TestVolumes.floats("flat", SHAPE, 3, 3, 3, 3, 3, 3, 3, 3);
        Failures.of(node(), scans(flat, contrast())).says("flat has too few different grey values for 2 classes");
        Failures.of(node().set("automaticSolid", false).set("solid", 40.0), scans(flat, contrast()))
            .says("There is no solid in flat: no voxel is brighter than 40.0");
    }

    @Test
    void listsMustFitTheClasses() throws Exception {
        final BufferedDataTable input = scans(sharp(), contrast());
        assertTrue(assertThrows(InvalidSettingsException.class, () -> node().set("openings", "0.1").run(input))
            .getMessage().contains("needs one number for each of the 2 classes Graphite, Silicon"));
        assertTrue(assertThrows(InvalidSettingsException.class, () -> node().set("thresholds", "1, 2").run(input))
            .getMessage().contains("2 classes need 1 thresholds between them, but there are 2"));
        assertTrue(assertThrows(InvalidSettingsException.class, () -> node().set("filled", "Copper").run(input))
            .getMessage().contains("the classes are Graphite, Silicon"));
    }

    @Test
    void nothingAndMissingScans() throws Exception {
        assertEquals(0, node().run(tester.table(SCANS)).table(1).size());
        final Result result = node().run(tester.table(SCANS,
            new DataCell[] {new StringCell("T0"), tester.stored(sharp()), new MissingCell("lost")}));
        assertTrue(result.warning().orElseThrow().getSummary().contains("1 row has missing inputs"));
        assertTrue(result.cell(0, 0, "Phases").isMissing());
    }
}
