// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** The blocks 3 (8 µm³) and 7 (4 µm³) lose silicon from the right; block 9 is cut by the border. */
class NonLithiatedPhaseNodeTest {

    private static final String RELATIVE = "Relative non-lithiated volume [%]";
    private static final String TOTAL = "Relative non-lithiated volume, total [%]";
    private static final String MEAN = "Relative non-lithiated volume, mean [%]";

    private static final DataTableSpec SPEC =
        new DataTableSpec(SeriesColumns.column("Step", StringCell.TYPE),
            SeriesColumns.column("Particles", VolumeCell.TYPE), SeriesColumns.column("Mask", VolumeCell.TYPE),
            SeriesColumns.column("Thickness, mean [µm]", DoubleCell.TYPE));

    private static final DataTableSpec TRACKS =
        new DataTableSpec(SeriesColumns.column("Step", StringCell.TYPE),
            SeriesColumns.column("Label", IntCell.TYPE), SeriesColumns.column("Track", IntCell.TYPE));

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

    private DataCell[] row(final String step, final Volume labels, final Volume mask, final double thickness)
        throws Exception {
        return new DataCell[]{new StringCell(step), tester.stored(labels), tester.stored(mask),
            new DoubleCell(thickness)};
    }

    private DataCell[] full() throws Exception {
        return row("T0", TestSeries.blocks(), TestSeries.silicon(7), 15);
    }

    private Result run(final NodeTester.Node node, final DataCell[]... rows) throws Exception {
        return node.run(tester.table(SPEC, rows), NodeTester.UNCONNECTED);
    }

    private NodeTester.Node node() {
        return tester.node(new NonLithiatedPhaseNodeFactory());
    }

    @Test
    void whatIsLeftIsFollowedPerParticleAndStep() throws Exception {
        final Result result =
            run(node(), full(), row("T1", TestSeries.blocks(), TestSeries.silicon(6), 17));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(2, result.table(0).size());
        assertEquals("2", result.cell(0, 1, "Particles").toString());
        assertEquals(10, result.number(0, 1, "Non-lithiated volume [µm³]"));
        assertEquals(100 * 10 / 12.0, result.number(0, 1, TOTAL), 1e-12);
        assertEquals(75, result.number(0, 1, MEAN));
        assertEquals(17, result.number(0, 1, "Thickness, mean [µm]"));
        assertEquals(6, result.table(1).size());
        assertEquals("7", result.cell(1, 4, "Particle").toString());
        assertEquals(50, result.number(1, 4, RELATIVE));
        assertEquals("true", result.cell(1, 4, "Counts").toString());
        assertEquals("false", result.cell(1, 5, "Counts").toString());
        assertEquals("true", result.cell(1, 5, "Touches border").toString());
        assertEquals(0, result.table(2).size());
    }

    @Test
    void theCurveIsDrawnWithTheThickness() throws Exception {
        final Result result = run(node().set("pictures/folder", folder.toString()), full(),
            row("T1", TestSeries.blocks(), TestSeries.silicon(5), 17));
        assertTrue(Files.size(Path.of(result.cell(2, 0, "Picture path").toString())) > 5000);
    }

    @Test
    void aParticleThatIsNotFoundIsMissing() throws Exception {
        final Result result = run(node(), full(), row("T1", TestSeries.withoutSeven(), TestSeries.silicon(7), 17));
        assertTrue(result.cell(1, 4, RELATIVE).isMissing());
        assertEquals("1", result.cell(0, 1, "Not found").toString());
        assertEquals(100, result.number(0, 1, TOTAL));
        assertEquals("2 particles were not found in T1: 7, 9.", result.warning().orElseThrow().getSummary());
        final Result zero = run(node().set("lostAreLithiated", true), full(),
            row("T1", TestSeries.withoutSeven(), TestSeries.silicon(7), 17));
        assertEquals(0, zero.number(1, 4, RELATIVE));
        assertEquals(50, zero.number(0, 1, MEAN));
    }

    @Test
    void aStepWithoutMaskIsMissing() throws Exception {
        final DataCell[] gap = row("T1", TestSeries.blocks(), TestSeries.silicon(6), 17);
        gap[2] = new MissingCell("not segmented");
        final Result result = run(node(), full(), gap, row("T2", TestSeries.blocks(), TestSeries.silicon(5), 18));
        assertTrue(result.cell(0, 1, TOTAL).isMissing());
        assertEquals(17, result.number(0, 1, "Thickness, mean [µm]"));
        assertEquals(100 * 8 / 12.0, result.number(0, 2, TOTAL), 1e-12);
        assertEquals("1 row has missing inputs and could not be worked on: Row1.",
            result.warning().orElseThrow().getSummary());
    }

    @Test
    void labelsOfTheFirstScanCanBeLaidOverAll() throws Exception {
        final DataCell[] bare = row("T1", TestSeries.blocks(), TestSeries.silicon(6), 17);
        bare[1] = new MissingCell("none");
        final Result result = run(node().set("identity", "FIRST_SCAN"), full(), bare);
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(50, result.number(1, 4, RELATIVE));
    }

    @Test
    void tracksTellWhatParticleALabelIs() throws Exception {
        final List<DataCell[]> tracks = new ArrayList<>();
        for (final String[] t : new String[][]{{"T0", "3", "1"}, {"T0", "7", "2"}, {"T1", "7", "1"}}) {
            tracks.add(new DataCell[]{new StringCell(t[0]), new IntCell(Integer.parseInt(t[1])),
                new IntCell(Integer.parseInt(t[2]))});
        }
        final BufferedDataTable table = tester.table(TRACKS, tracks.toArray(DataCell[][]::new));
        final Result result = node().set("identity", "TRACKS").run(tester.table(SPEC, full(),
            row("T1", TestSeries.blocks(), TestSeries.silicon(7), 17)), table);
        assertEquals(4, result.table(1).size());
        assertEquals("1", result.cell(1, 2, "Particle").toString());
        assertEquals("7", result.cell(1, 2, "Label").toString());
        assertEquals(50, result.number(1, 2, RELATIVE));
        assertTrue(result.cell(1, 3, RELATIVE).isMissing());
        assertTrue(node().set("identity", "SAME_LABEL").run(tester.table(SPEC, full()), table).warning().get().getSummary()
            .startsWith("The tracks at the second input are not used"));
        final String message = assertThrows(InvalidSettingsException.class,
            () -> node().set("identity", "TRACKS").configure(SPEC, null)).getMessage();
        assertTrue(message.contains("Connect a table of tracks"), message);
    }

    @Test
    void grayValuesTellByAThreshold() throws Exception {
        final Result result = run(node().set("criterion", "BRIGHTER").set("threshold", 1.0), full(),
            row("T1", TestSeries.blocks(), TestSeries.silicon(3), 17));
        assertEquals(50, result.number(1, 3, RELATIVE));
        assertEquals(0, result.number(1, 4, RELATIVE));
    }

    @Test
    void aFirstScanWithoutThePhaseIsRefused() throws Exception {
        final DataCell[] empty = row("T0", TestSeries.blocks(), TestSeries.blocks(), 1);
        Failures.of(node().set("criterion", "PHASE").set("label", 5), tester.table(SPEC, empty), NodeTester.UNCONNECTED)
            .says("None of the 3 particles of the reference scan has non-lithiated volume");
    }

    @Test
    void aStepOfAnotherShapeIsNamed() throws Exception {
        final DataCell[] other = row("T1", TestSeries.blocks(), TestSeries.silicon(6).crop(
            new Block(0, 0, 0, 5, 5, 5)), 17);
        Failures.of(node(), tester.table(SPEC, full(), other), NodeTester.UNCONNECTED)
            .says("Both must have the same shape: crop one of them. This is step T1.");
    }

    @Test
    void emptyAndMissingInputsGiveEmptyTables() throws Exception {
        final Result none = run(node());
        assertEquals(0, none.table(0).size() + none.table(1).size());
        final DataCell[] missing = new DataCell[4];
        Arrays.fill(missing, new MissingCell("?"));
        final Result lost = run(node().set("pictures/folder", folder.toString()), missing);
        assertEquals(1, lost.table(0).size());
        assertEquals(0, lost.table(1).size());
        assertTrue(lost.warning().orElseThrow().getSummary().contains("missing"));
    }

    @Test
    void whenNoParticleCountsItSaysWhy() throws Exception {
        final Result result = run(node().set("leastVolume", 100.0), full());
        assertTrue(result.cell(0, 0, TOTAL).isMissing());
        assertTrue(result.warning().orElseThrow().getSummary().contains("T0 has no particle that counts"));
    }
}
