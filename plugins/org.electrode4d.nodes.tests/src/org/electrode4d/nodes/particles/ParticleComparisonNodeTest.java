// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.TrueParticleColumns;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/** True particles 1, 2 and 3 are measured as 20, 10 and 30; the border cuts the third; 40 is nothing. */
class ParticleComparisonNodeTest {

    private static final DataTableSpec SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Propagated labels", VolumeCell.TYPE));
    private static final DataTableSpec TRUE_SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("True particles", VolumeCell.TYPE));
    private static final DataTableSpec MODES =
        new DataTableSpec(SeriesColumns.column("Particle", IntCell.TYPE),
            SeriesColumns.column("Class", StringCell.TYPE));

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private static DataTableSpec particles(final String label, final String volume, final String centre) {
        final List<DataColumnSpec> columns =
            new ArrayList<>(List.of(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
                SeriesColumns.column(label, IntCell.TYPE), SeriesColumns.column(volume, DoubleCell.TYPE)));
        for (final String axis : List.of("x", "y", "z")) {
            columns.add(SeriesColumns.column(centre + " " + axis + " [µm]", DoubleCell.TYPE));
        }
        columns.add(SeriesColumns.column("Touches border", BooleanCell.TYPE));
        columns.add(SeriesColumns.column("Class", StringCell.TYPE));
        columns.add(SeriesColumns.column("Equivalent diameter [µm]", DoubleCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    private static DataCell[] particle(final String step, final int label, final double volume, final double z,
        final boolean cut, final String mode, final double diameter) {
        return new DataCell[]{new StringCell(step), new IntCell(label), new DoubleCell(volume), new DoubleCell(1),
            new DoubleCell(2), new DoubleCell(z), cut ? BooleanCell.TRUE : BooleanCell.FALSE, new StringCell(mode),
            new DoubleCell(diameter)};
    }

    private BufferedDataTable truth() {
        return tester.table(particles("Particle", TrueParticleColumns.VOLUME, "Aligned centre"),
            particle("T0", 1, 10, 5, false, "Network", 4), particle("T0", 2, 20, 9, false, "Core-shell", 2),
            particle("T0", 3, 40, 2, true, "Network", 9), particle("T1", 1, 8, 5.5, false, "Network", 4),
            particle("T1", 2, 19, 11, false, "Core-shell", 2), particle("T1", 3, 40, 2, true, "Network", 9));
    }

    private BufferedDataTable measured() {
        return tester.table(particles("Label", "Volume [µm³]", "Centre"),
            particle("T0", 20, 11, 5.25, false, "", 0), particle("T0", 10, 19, 9, false, "", 0),
            particle("T0", 30, 40, 2, false, "", 0), particle("T0", 40, 5, 7, false, "", 0),
            particle("T1", 20, 8.8, 5.8125, false, "", 0), particle("T1", 10, 19, 10.5, false, "", 0),
            particle("T2", 10, 19, 10.5, false, "", 0));
    }

    private static Volume row(final int... values) {
        final byte[] voxels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            voxels[i] = (byte)values[i];
        }
        return Volume.of("row", ArrayImgs.unsignedBytes(voxels, values.length, 1, 1), TestVolumes.HALF);
    }

    private BufferedDataTable series(final DataTableSpec spec, final String step, final int... labels)
        throws IOException {
        return tester.table(spec, new DataCell[]{new StringCell(step), tester.stored(row(labels))});
    }

    private PortObject[] inputs() throws IOException {
        return new PortObject[]{series(SERIES, "T0", 0, 20, 20, 20, 0, 10, 10, 30, 30, 40), measured(),
            series(TRUE_SERIES, "T0", 0, 1, 1, 1, 1, 2, 2, 3, 3, 0), truth(),
            tester.table(MODES, new DataCell[]{new IntCell(10), new StringCell("Network")},
                new DataCell[]{new IntCell(20), new StringCell("Network")},
                new DataCell[]{new IntCell(40), new StringCell("Inactive")})};
    }

    private NodeTester.Node node() {
        return tester.node(new ParticleComparisonNodeFactory()).set("labelColumn", "Propagated labels")
            .set("trueColumn", "True particles");
    }

    private static double[] summary(final Result result, final String quantity, final String step,
        final String region) {
        for (final DataRow row : result.table(2)) {
            if (row.getCell(0).toString().equals(quantity) && row.getCell(1).toString().equals(step)
                && row.getCell(2).toString().equals(region)) {
                return new double[]{((DoubleCell)row.getCell(5)).getDoubleValue(),
                    ((DoubleCell)row.getCell(6)).getDoubleValue()};
            }
        }
        throw new AssertionError("no " + quantity + " of " + step);
    }

    @Test
    void particlesAreComparedWithTheTrueOnesThatTheyShow() throws Exception {
        final Result result = node().run(inputs());
        assertEquals(3, result.table(1).size());
        assertEquals("10", result.cell(1, 0, "Particle").toString());
        assertEquals("2", result.cell(1, 0, "True particle").toString());
        assertEquals(75, result.number(1, 1, "Overlap [%]"));
        assertEquals("Network", result.cell(1, 0, "Class").toString());
        assertEquals("Core-shell", result.cell(1, 0, "True class").toString());
        assertEquals(BooleanCell.FALSE, result.cell(1, 0, "Class is right"));
        assertEquals(BooleanCell.TRUE, result.cell(1, 1, "Class is right"));
        assertEquals(BooleanCell.FALSE, result.cell(1, 2, "Counts"), "cut");
        assertTrue(result.warning().isEmpty());
    }

    @Test
    void trajectoriesBeginAtTheFirstScan() throws Exception {
        final Result result = node().run(inputs());
        assertEquals(6, result.table(0).size(), "T2 is not in the true table");
        assertEquals(1.5, result.number(0, 3, "Displacement z [µm]"));
        assertEquals(2, result.number(0, 3, "True displacement z [µm]"));
        assertEquals(0.5, result.number(0, 3, "Trajectory error [µm]"));
        assertEquals(0.0625, result.number(0, 4, "Trajectory error [µm]"));
        assertEquals(80, result.number(0, 4, "Relative volume [%]"), 1e-9);
        assertTrue(result.cell(0, 5, "Trajectory error [µm]").isMissing());
    }

    @Test
    void theSummaryIsAboutParticlesThatCount() throws Exception {
        final Result result = node().run(inputs());
        final List<double[]> pairs = List.of(summary(result, "Matched particles", "?", "?"),
            summary(result, "Trajectory error, median", "T1", "?"),
            summary(result, "Trajectories within 0.1 µm", "?", "?"),
            summary(result, "Non-lithiated volume", "T1", "?"),
            summary(result, "Relative non-lithiated volume", "T1", "?"),
            summary(result, "Displacement from collector, mean", "T1", "Nearest to the collector"),
            summary(result, "Displacement from collector, mean", "T1", "Nearest to the separator"),
            summary(result, "Right classes", "?", "?"), summary(result, "Right classes above 3 µm", "?", "?"));
        final double[][] expected = {{2, 2}, {0, 0.28125}, {100, 50}, {27, 27.8}, {90, 100 * 27.8 / 30},
            {0.5, 0.5625}, {2, 1.5}, {100, 50}, {100, 100}};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i][0], pairs.get(i)[0], 1e-9, "truth " + i);
            assertEquals(expected[i][1], pairs.get(i)[1], 1e-9, "measured " + i);
        }
    }

    @Test
    void classesAreCountedAgainstEachOther() throws Exception {
        final Result result = node().run(inputs());
        assertEquals(2, result.table(3).size());
        assertEquals("Core-shell", result.cell(3, 0, "True class").toString());
        assertEquals("Network", result.cell(3, 0, "Class").toString());
        assertEquals(1, result.number(3, 0, "Particles"));
    }

    @Test
    void labelsOfSomethingElseAreAWarning() throws Exception {
        final PortObject[] inputs = inputs();
        inputs[2] = series(TRUE_SERIES, "T0", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertEquals("No measured particle matches a true one and is whole. Are the labels those of particles, and the "
            + "scans in one frame? Lower 'Least overlap'.",
            node().run(inputs).warning().orElseThrow().getSummary());
    }

    @Test
    void tablesOfOtherScansAreNamed() throws Exception {
        final PortObject[] inputs = inputs();
        inputs[2] = series(TRUE_SERIES, "T5", 1);
        Failures.of(node(), inputs).says("The true series has no labels of T0, the first measured scan.")
            .resolution("Set 'True particles' of the Digital Twin to 'First scan' or 'All scans'.");
        inputs[0] = series(SERIES, "T5", 1);
        Failures.of(node(), inputs).says("The table of measured particles has no row of T5, the first scan with "
            + "labels; its steps are T0, T1, T2.");
    }
}
