// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.electrode4d.nodes.correlation.TestFields.pair;
import static org.electrode4d.nodes.correlation.TestFields.shift;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.correlation.io.SpamTsv;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;

class FieldWriterNodeTest {

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

    private NodeTester.Node node() {
        return tester.node(new DeformationFieldWriterNodeFactory()).set("folder", folder);
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private BufferedDataTable twoSteps() throws Exception {
        return TestFields.table(tester, pair("T0 T1", shift(1, 0, 0)), pair("T0 T2", shift(2, 0, 0)));
    }

    @Test
    void paraViewGetsAListOfTheStates() throws Exception {
        node().set("spamTsv", false).set("csv", false).run(twoSteps());
        assertEquals(List.of("Deformation field.pvd", "T0-T1-ldic.vti", "T0-T2-ldic.vti"), files());
        final String list = Files.readString(folder.resolve("Deformation field.pvd"));
        assertTrue(list.contains("timestep=\"0.0\" group=\"\" part=\"0\" file=\"T0-T1-ldic.vti\""), list);
        assertTrue(list.contains("timestep=\"1.0\" group=\"\" part=\"0\" file=\"T0-T2-ldic.vti\""), list);
    }

    @Test
    void timesAreHoursWhereTheTableHasThem() throws Exception {
        final BufferedDataTable plain = twoSteps();
        final DataTableSpec spec = new DataTableSpecCreator(plain.getDataTableSpec())
            .addColumns(SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE)).createSpec();
        final BufferedDataTable timed = tester.table(spec, with(plain, 0, 7.5), with(plain, 1, 2.5));
        node().run(timed);
        final List<String> list = Files.readAllLines(folder.resolve("Deformation field.pvd"));
        assertTrue(list.get(3).contains("timestep=\"2.5\"") && list.get(3).contains("T0-T2-ldic.vti"), list.get(3));
        assertTrue(list.get(4).contains("timestep=\"7.5\""), list.get(4));
    }

    private static DataCell[] with(final BufferedDataTable table, final int row, final double hours) {
        return Stream.concat(NodeTester.row(table, row).stream(), Stream.of(new DoubleCell(hours)))
            .toArray(DataCell[]::new);
    }

    @Test
    void withoutTheTimeSeriesAllIsAsItWas() throws Exception {
        node().set("timeSeries", false).run(twoSteps());
        assertEquals(List.of("T0-T1-ldic.csv", "T0-T1-ldic.tsv", "T0-T1-ldic.vti", "T0-T2-ldic.csv",
            "T0-T2-ldic.tsv", "T0-T2-ldic.vti"), files());
    }

    /** What is absent from stored settings has the value of the constructor without arguments. */
    @Test
    void settingsOfVersion010WriteNoMoreFiles() {
        final DeformationFieldWriterNodeParameters stored = new DeformationFieldWriterNodeParameters();
        assertFalse(stored.m_timeSeries || stored.m_strain);
    }

    @Test
    void strainIsWrittenUnderSpamsNames() throws Exception {
        final Transformation stretch = Transformation.of(new double[] {1.1, 0, 0, 0, 1, 0, 0, 0, 1}, Point.ORIGIN);
        final Result result = node().set("strain", true).set("strainMethod", "Q8")
            .run(TestFields.table(tester, pair("T0 T1", TestFields.affine(stretch))));
        assertEquals(List.of("Deformation field-strain-Q8.pvd", "Deformation field.pvd", "T0-T1-ldic-strain-Q8.csv",
            "T0-T1-ldic-strain-Q8.tsv", "T0-T1-ldic-strain-Q8.vti", "T0-T1-ldic.csv", "T0-T1-ldic.tsv",
            "T0-T1-ldic.vti"), files());
        final Path tsv = Path.of(result.cell(0, 0, "Strain SPAM TSV path").toString());
        assertEquals(1.1, SpamTsv.readStrain(tsv, VoxelSize.isotropic(0.5)).f(0)[0], 1e-6);
    }

    @Test
    void fieldsWithReplacedNodesAreWrittenAsSpamsFilterWritesThem() throws Exception {
        final DeformationField filled = shift(1, 0, 0).toBuilder()
            .set(3, NodeResult.of(Transformation.IDENTITY, NodeStatus.FILLED)).build();
        node().run(TestFields.table(tester, pair("T0 T1", filled)));
        assertTrue(Files.readString(folder.resolve("T0-T1-ldic-filtered.tsv")).contains("Xdisp\tpixelSearchCC\t"));
    }
}
