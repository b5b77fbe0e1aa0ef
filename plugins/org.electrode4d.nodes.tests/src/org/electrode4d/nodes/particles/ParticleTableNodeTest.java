// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** Two blocks that touch, of 4 x 4 x 4 and 2 x 4 x 4 voxels of 0.5 µm, and one at the border. */
class ParticleTableNodeTest {

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private DataCell[] row(final String step, final double time) throws Exception {
        return new DataCell[]{new StringCell(step), new DoubleCell(time),
            tester.stored(TestSeries.blocks()), tester.stored(TestSeries.grey())};
    }

    private NodeTester.Node node() {
        return tester.node(new ParticleTableNodeFactory()).set("collector", "FIRST_SLICE").set("useGrey", true)
            .set("leastVoxels", 0);
    }

    private static double number(final Result result, final int port, final int row, final String column) {
        return result.number(port, row, column);
    }

    @Test
    void everyParticleOfEveryScanHasARow() throws Exception {
        final Result result = node().run(tester.table(TestSeries.SPEC, row("T0", 0), row("T1", 1.5)));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(6, result.table(0).size());
        assertEquals("T1", result.cell(0, 3, "Step").toString());
        assertEquals(1.5, number(result, 0, 3, "Time [h]"));
        assertEquals("3", result.cell(0, 3, "Label").toString());
        assertEquals("64", result.cell(0, 3, "Voxels").toString());
        assertEquals(8, number(result, 0, 3, "Volume [µm³]"));
        assertEquals(Math.cbrt(48 / Math.PI), number(result, 0, 3, "Equivalent diameter [µm]"), 1e-12);
        assertEquals(0.5 * 3.5, number(result, 0, 3, "Centre x [µm]"));
        assertEquals(0.5 * 1.5, number(result, 0, 3, "Box from x [µm]"));
        assertEquals(0.5 * 5.5, number(result, 0, 3, "Box to x [µm]"));
        assertEquals(1, number(result, 0, 3, "Elongation b/a [-]"), 1e-9);
        assertEquals(Math.sqrt(5 * 4 / 12.0), number(result, 0, 3, "Semi-axis a [µm]"), 1e-12);
        assertEquals(2.5, number(result, 0, 3, "Grey mean [grey value]"));
        assertEquals(2, number(result, 0, 3, "Centre to collector [µm]"));
        assertEquals(1, number(result, 0, 3, "Nearest voxel to collector [µm]"));
        assertEquals("1", result.cell(0, 3, "Contacts").toString());
        assertEquals("false", result.cell(0, 3, "Touches border").toString());
        assertEquals("true", result.cell(0, 5, "Touches border").toString());
        assertEquals("x+, y+, z+", result.cell(0, 5, "Border faces").toString());
        assertTrue(result.cell(0, 5, "Sphericity [-]").isMissing());
        assertTrue(number(result, 0, 3, "Surface [µm²]") > 18);
    }

    @Test
    void contactsAndSumsAreTables() throws Exception {
        final Result result = node().run(tester.table(TestSeries.SPEC, row("T0", 0)));
        assertEquals(1, result.table(1).size());
        assertEquals("3", result.cell(1, 0, "Label A").toString());
        assertEquals("7", result.cell(1, 0, "Label B").toString());
        assertEquals("16", result.cell(1, 0, "Shared faces").toString());
        assertEquals(number(result, 0, 0, "Contact area [µm²]"), number(result, 1, 0, "Contact area [µm²]"));
        assertEquals("3", result.cell(2, 0, "Particles").toString());
        assertEquals("1", result.cell(2, 0, "Particles at the border").toString());
        assertEquals(8 + 4 + 0.125, number(result, 2, 0, "Volume [µm³]"));
        assertEquals(100 * 97 / 1000.0, number(result, 2, 0, "Volume fraction [%]"), 1e-12);
        assertEquals(2 / 3.0, number(result, 2, 0, "Contacts per particle, mean [-]"), 1e-12);
    }

    @Test
    void theCollectorCanBeAMask() throws Exception {
        final Result result = node().set("collector", "MASK").set("collectorColumn", "Particles")
            .set("collectorLabel", 3).run(tester.table(TestSeries.SPEC, row("T0", 0)));
        // label 3 fills z = 2 to 5: its middle is below that of the volume, so its upper face looks to the others
        assertEquals(9 - 5.5, number(result, 0, 2, "Centre to collector [µm]") / 0.5, 1e-9);
    }

    @Test
    void aScanWithoutParticlesIsAWarning() throws Exception {
        final Result result = tester.node(new ParticleTableNodeFactory()).set("useGrey", false)
            .run(tester.table(TestSeries.SPEC, new DataCell[]{new StringCell("T0"), new DoubleCell(0),
                tester.stored(TestVolumes.constant("none", new Shape(4, 4, 4), 0)),
                new MissingCell("none")}));
        assertEquals(0, result.table(0).size());
        assertEquals("0", result.cell(2, 0, "Particles").toString());
        assertTrue(result.cell(2, 0, "Equivalent diameter, mean [µm]").isMissing());
        assertEquals("T0 has no particles: no voxel is 1 or more.", result.warning().orElseThrow().getSummary());
    }

    @Test
    void aScanWithoutLabelsIsMissingInTheSummary() throws Exception {
        final DataCell[] lost = row("T1", 1);
        lost[2] = new MissingCell("not segmented");
        final Result result = node().run(tester.table(TestSeries.SPEC, row("T0", 0), lost, row("T2", 2)));
        assertEquals(6, result.table(0).size());
        assertEquals(3, result.table(2).size());
        assertTrue(result.cell(2, 1, "Particles").isMissing());
        assertEquals("1 row has missing inputs and could not be worked on: Row1.",
            result.warning().orElseThrow().getSummary());
    }

    @Test
    void anEmptySeriesGivesEmptyTables() throws Exception {
        final Result result = node().run(tester.table(TestSeries.SPEC));
        assertEquals(0, result.table(0).size() + result.table(1).size() + result.table(2).size());
        assertTrue(result.warning().isEmpty());
    }

    @Test
    void labelsThatAreNoIntegersAreRefused() throws Exception {
        final DataCell[] floats = row("T0", 0);
        floats[2] = tester.stored(TestVolumes.floats("scan", new Shape(2, 1, 1), 1, 2));
        Failures.of(node(), tester.table(TestSeries.SPEC, floats))
            .says("The values of the labels of particles must be integers, but ");
    }

    @Test
    void greyValuesMustFitTheLabels() throws Exception {
        final DataCell[] cut = row("T0", 0);
        cut[3] = tester.stored(TestVolumes.counting("scan", 3, 3, 3));
        Failures.of(node(), tester.table(TestSeries.SPEC, cut)).says("3 x 3 x 3").says("Both must have the same shape");
    }

    @Test
    void aMissingColumnIsNamed() {
        final String message = assertThrows(InvalidSettingsException.class,
            () -> node().set("labelColumn", "Grains").configure(TestSeries.SPEC)).getMessage();
        assertTrue(message.contains("no column 'Grains'"), message);
    }
}
