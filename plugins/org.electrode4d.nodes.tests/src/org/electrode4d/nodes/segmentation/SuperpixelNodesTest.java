// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class SuperpixelNodesTest {

    private static final Volume SCAN =
        GreyScans.scan(new int[]{10, 12, 14, 90, 90, 200}, new int[]{10, 10, 10, 10, 10, 200});

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private Node superpixels() {
        return tester.node(new SuperpixelsNodeFactory()).set("scale", 5.0).set("sigma", 0.0).set("minimumSize", 1);
    }

    private Node classifier() {
        return tester.node(new SuperpixelClassifierNodeFactory());
    }

    @Test
    void regionsOfSlicesHaveAnArea() throws Exception {
        final Result result =
            superpixels().set("limitSource", "VALUE").set("limit", 11.0).run(GreyScans.table(tester, SCAN));
        assertArrayEquals(new int[]{1, 1, 1, 2, 2, 3, 4, 4, 4, 4, 4, 5},
            GreyScans.values(result.cell(0, 0, "Superpixels")));
        assertEquals("5", result.cell(0, 0, "Number of superpixels").toString());
        assertEquals(5, result.table(1).size());
        assertEquals("0.75", result.cell(1, 0, "Area [µm²]").toString());
        assertEquals("12.0", result.cell(1, 0, "Mean [grey value]").toString());
        assertEquals("2", result.cell(1, 0, "Voxels above").toString());
        assertEquals("0.5", result.cell(1, 3, "Centre z [µm]").toString());
    }

    @Test
    void regionsOfAVolumeReachThroughSlices() throws Exception {
        final Result result = superpixels().set("scale", 20.0).set("space", "VOLUME")
            .run(GreyScans.table(tester, SCAN));
        assertArrayEquals(new int[]{1, 1, 1, 2, 2, 3, 1, 1, 1, 1, 1, 3},
            GreyScans.values(result.cell(0, 0, "Superpixels")));
        assertEquals("1.0", result.cell(1, 0, "Volume [µm³]").toString());
        assertEquals("90.0", result.cell(1, 0, "Limit [grey value]").toString(), "Otsu's threshold");
    }

    @Test
    void scalesBelowZeroAreRefused() {
        assertThrows(InvalidSettingsException.class, () -> superpixels().set("scale", -1.0)
            .configure(GreyScans.SCANS));
    }

    @Test
    void rulesMakePhases() throws Exception {
        final Result regions = superpixels().run(GreyScans.table(tester, SCAN));
        final Result result = classifier().set("rules", "Silicon: mean > 150\nPore: maximum <= 14; voxels >= 3")
            .run(regions.table(0), regions.table(1));
        assertArrayEquals(new int[]{2, 2, 2, 0, 0, 1, 2, 2, 2, 2, 2, 1},
            GreyScans.values(result.cell(0, 0, "Phases")));
        assertEquals(Map.of(1, "Silicon", 2, "Pore"), GreyScans.labels(result.cell(0, 0, "Phases")).names());
        assertEquals("Pore", result.cell(1, 0, "Class").toString());
        assertTrue(result.cell(1, 1, "Class").isMissing());
        assertTrue(result.warning().get().getSummary().contains("1 regions have no class and became 0"),
            result.warning().get().getSummary());
    }

    /** Classes have the same labels in all scans, in whichever order they appear. */
    @Test
    void aLearnersColumnMakesPhases() throws Exception {
        final Volume reversed = GreyScans.scan(new int[]{200, 200, 10});
        final Result regions =
            superpixels().run(GreyScans.table(tester, GreyScans.scan(new int[]{10, 200, 200}), reversed));
        final DataTableSpec spec = new DataTableSpec(SeriesColumns.column("Row", StringCell.TYPE),
            SeriesColumns.column("Superpixel", IntCell.TYPE), SeriesColumns.column("Prediction", StringCell.TYPE));
        final BufferedDataTable classes = tester.table(spec, classified("Row0", 1, "Pore"),
            classified("Row0", 2, "Silicon"), classified("Row1", 1, "Silicon"), classified("Row1", 2, "Pore"));
        final Result result = classifier().set("source", "COLUMN").run(regions.table(0), classes);
        assertArrayEquals(new int[]{1, 2, 2}, GreyScans.values(result.cell(0, 0, "Phases")));
        assertArrayEquals(new int[]{2, 2, 1}, GreyScans.values(result.cell(0, 1, "Phases")));
        final Result ordered = classifier().set("source", "COLUMN").set("order", "Silicon, Pore")
            .run(regions.table(0), classes);
        assertArrayEquals(new int[]{2, 1, 1}, GreyScans.values(ordered.cell(0, 0, "Phases")));
    }

    private static DataCell[] classified(final String row, final int region, final String name) {
        return new DataCell[]{new StringCell(row), new IntCell(region), new StringCell(name)};
    }

    @Test
    void aRuleOfAnUnknownFeatureIsRefused() throws Exception {
        final Result regions = superpixels().run(GreyScans.table(tester, SCAN));
        final InvalidSettingsException failure = assertThrows(InvalidSettingsException.class,
            () -> classifier().set("rules", "Silicon: brightness > 3").run(regions.table(0), regions.table(1)));
        assertTrue(failure.getMessage().startsWith("The rule of Silicon asks for 'brightness', but the regions have "
            + "the features area, centre x"), failure.getMessage());
    }

    @Test
    void labelsThatAreNoIntegersAreAnError() throws Exception {
        final Result regions = superpixels().run(GreyScans.table(tester, SCAN));
        final Volume floats = TestVolumes.floats("floats", SCAN.shape(), new float[12]);
        Failures.of(classifier().set("labelColumn", "Volume"), GreyScans.table(tester, floats), regions.table(1))
            .says("The values of the labels of regions must be integers");
    }

    @Test
    void emptyAndMissingTables() throws Exception {
        final DataTableSpec labels = new DataTableSpec(SeriesColumns.column("Superpixels", VolumeCell.TYPE));
        final DataTableSpec features = SuperpixelFeatureTable.spec(true);
        assertEquals(0, classifier().run(tester.table(labels), tester.table(features)).table(0).size());
        final DataCell[] missing = new DataCell[features.getNumColumns()];
        Arrays.fill(missing, new MissingCell("not measured"));
        final Result result = classifier().run(tester.table(labels, new DataCell[]{new MissingCell("lost")}),
            tester.table(features, missing));
        assertTrue(result.warning().get().getSummary().contains("missing"));
    }
}
