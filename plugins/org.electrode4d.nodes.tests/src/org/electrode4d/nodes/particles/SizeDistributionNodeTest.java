// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.table.SeriesColumns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

class SizeDistributionNodeTest {

    private static final DataTableSpec SPEC =
        new DataTableSpec(SeriesColumns.column("Step", StringCell.TYPE),
            SeriesColumns.column(ParticleColumns.DIAMETER, DoubleCell.TYPE),
            SeriesColumns.column(ParticleColumns.VOLUME, DoubleCell.TYPE),
            SeriesColumns.column(ParticleColumns.TOUCHES_BORDER, BooleanCell.TYPE));

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

    private static DataCell[] row(final String step, final double diameter, final boolean cut) {
        return new DataCell[]{new StringCell(step), new DoubleCell(diameter),
            new DoubleCell(Math.PI / 6 * Math.pow(diameter, 3)), cut ? BooleanCell.TRUE : BooleanCell.FALSE};
    }

    private NodeTester.Node node() {
        return tester.node(new SizeDistributionNodeFactory());
    }

    @Test
    void describesEveryStepByNumberAndVolume() throws Exception {
        final Result result = node().set("bins", 4).run(tester.table(SPEC, row("T0", 1, false), row("T0", 3, false),
            row("T0", 20, true), row("T1", 2, false)));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(4, result.table(0).size());
        assertEquals("Number", result.cell(0, 0, "Weighting").toString());
        assertEquals("2", result.cell(0, 0, "Particles").toString());
        assertEquals("1", result.cell(0, 0, "Left out").toString());
        assertEquals(2, result.number(0, 0, "d50 [µm]"));
        assertEquals(2.8, result.number(0, 0, "Sauter mean d32 [µm]"), 1e-12);
        assertEquals(82 / 28.0, result.number(0, 1, "Mean [µm]"), 1e-12);
        assertEquals("T1", result.cell(0, 2, "Step").toString());
        assertTrue(result.cell(0, 2, "SD [µm]").isMissing());
        assertEquals(8, result.table(1).size());
        assertEquals("1", result.cell(1, 0, "Particles").toString());
        assertEquals(50, result.number(1, 0, "Number below upper edge [%]"));
        assertEquals(100, result.number(1, 3, "Volume below upper edge [%]"), 1e-9);
        assertEquals(0, result.table(2).size());
    }

    @Test
    void drawsTheDistributions() throws Exception {
        final Result result = node().set("pictures/folder", folder.toString()).run(tester.table(SPEC,
            row("T0", 0.4, false), row("T0", 3, false), row("T0", 7, false), row("T1", 2, false),
            row("T1", 6, false)));
        assertEquals(2, result.table(2).size());
        assertEquals("Distribution by volume", result.cell(2, 1, "Shows").toString());
        final BufferedImage picture = ImageIO.read(new File(result.cell(2, 1, "Picture path").toString()));
        assertTrue(picture.getWidth() > 1000 && picture.getHeight() > 800);
    }

    @Test
    void oneDistributionOfAll() throws Exception {
        final Result result = node().set("groupColumn", "").set("excludeBorder", false).set("logarithmic", false)
            .set("smallest", 1.5).run(tester.table(SPEC, row("T0", 1, false), row("T0", 3, true), row("T1", 5, false)));
        assertEquals(2, result.table(0).size());
        assertEquals("All", result.cell(0, 0, "Group").toString());
        assertEquals(4, result.number(0, 0, "d50 [µm]"));
    }

    @Test
    void stepsWithoutParticlesAreAWarning() throws Exception {
        final DataCell[] lost = row("T0", 1, false);
        lost[1] = new MissingCell("?");
        final Result result = node().run(tester.table(SPEC, lost, row("T1", 2, true)));
        assertTrue(result.cell(0, 0, "d50 [µm]").isMissing());
        assertEquals("0", result.cell(0, 2, "Particles").toString());
        assertEquals(0, result.table(1).size());
        final String warning = result.warning().orElseThrow().getSummary();
        assertTrue(warning.contains("1 row has missing inputs"), warning);
        assertTrue(warning.contains("T1 has no particles to count: 1 were left out"), warning);
    }

    @Test
    void anEmptyTableGivesEmptyTables() throws Exception {
        final Result result = node().set("pictures/folder", folder.toString()).run(tester.table(SPEC));
        assertEquals(0, result.table(0).size() + result.table(1).size() + result.table(2).size());
    }

    @Test
    void withoutMarksOfCutParticlesItSaysWhatToDo() {
        final DataTableSpec bare = new DataTableSpec(SPEC.getColumnSpec(0), SPEC.getColumnSpec(1),
            SPEC.getColumnSpec(2));
        final String message =
            assertThrows(InvalidSettingsException.class, () -> node().configure(bare)).getMessage();
        assertTrue(message.contains("switch off 'Leave out cut particles'"), message);
        final InvalidSettingsException bins =
            assertThrows(InvalidSettingsException.class, () -> node().set("bins", 0).configure(SPEC));
        assertTrue(bins.getMessage().contains("'Bins' is 0"), bins.getMessage());
    }
}
