// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Transformations by hand, on a phantom whose motion is known. */
class InitialAlignmentNodeTest {

    private static NodeTester tester;
    private static BufferedDataTable series;

    @TempDir
    Path folder;

    @BeforeAll
    static void phantom() throws Exception {
        tester = NodeTester.open();
        series = tester.node(new TexturePhantomNodeFactory()).set("size", 48).run().table(0);
    }

    @AfterAll
    static void close() throws Exception {
        tester.close();
    }

    private static NodeTester.Node alignment() {
        return tester.node(new InitialAlignmentNodeFactory());
    }

    /** As the phantom moves by default: 1.3, -0.7 and 2.4 voxels of 0.05 µm. */
    private static NodeTester.Node right() {
        return alignment().set("translationX", 0.065).set("translationY", -0.035).set("translationZ", 0.12)
            .set("stretchZ", 1.04);
    }

    private static DeformationField field(final Result result, final int row) throws Exception {
        return ((DeformationFieldValue)result.cell(0, row, "Registration")).getDeformationField();
    }

    /** A series of three scans: T0, T1, and T1 once more as T2. */
    private static BufferedDataTable three() {
        final DataCell[] t1 = cells(NodeTester.row(series, 1));
        final DataCell[] t2 = t1.clone();
        t2[0] = new StringCell("T2");
        return tester.table(series.getDataTableSpec(), cells(NodeTester.row(series, 0)), t1, t2);
    }

    private static DataCell[] cells(final DataRow row) {
        return row.stream().toArray(DataCell[]::new);
    }

    @Test
    void whatIsEnteredIsInTheTableAndInTheField() throws Exception {
        final Result result = right().set("rotationZ", 0.5).run(series);
        assertEquals(1, result.table(0).size());
        assertEquals("T1", result.cell(0, 0, "Deformed step").toString());
        assertEquals(0.065, result.number(0, 0, "Translation x [µm]"), 1e-9);
        assertEquals(0.5, result.number(0, 0, "Rotation z [°]"), 1e-9);
        assertEquals(1.04, result.number(0, 0, "Stretch z [-]"), 1e-9);
        assertEquals("set by hand", result.cell(0, 0, "Status").toString());
        assertEquals(2.4, field(result, 0).displacement(0).z(), 1e-9);
        assertTrue(result.number(0, 0, "ZNCC [-]") > result.number(0, 0, "ZNCC before [-]") + 0.1,
            NodeTester.row(result.table(0), 0).toString());
        assertTrue(result.warning().isEmpty(), result.warning().toString());
    }

    @Test
    void thePreviewIsAPicture() throws Exception {
        final Result result = right().set("folder", folder.resolve("previews")).set("createFolders", true)
            .set("size", 100).run(series);
        final Path file = Path.of(result.cell(0, 0, "Preview path").toString());
        assertEquals("T0-T1-alignment.png", file.getFileName().toString());
        final BufferedImage picture = ImageIO.read(file.toFile());
        assertTrue(picture.getWidth() > 3 * 100 && picture.getHeight() > 3 * 100, "three columns, three rows");
        right().set("folder", folder.resolve("previews")).run(series);
        try (Stream<Path> files = Files.list(folder.resolve("previews"))) {
            assertEquals(1, files.count(), "the old picture is replaced");
        }
    }

    @Test
    void aTransformationForOneStepLeavesTheOthersAlone() throws Exception {
        final Result first = alignment().set("steps", "T1").set("translationX", 0.1).run(three());
        assertEquals("not run", first.cell(0, 1, "Status").toString());
        assertTrue(first.cell(0, 1, "ZNCC before [-]").isMissing());
        final Result second = alignment().set("steps", "X, T2").set("translationX", -0.2).run(first.table(0));
        assertEquals(0.1, second.number(0, 0, "Translation x [µm]"), 1e-9);
        assertEquals("set by hand", second.cell(0, 0, "Status").toString());
        assertEquals(first.number(0, 0, "ZNCC before [-]"), second.number(0, 0, "ZNCC before [-]"));
        assertEquals(-4, field(second, 1).displacement(0).x(), 1e-9);
        assertEquals("T1", second.cell(0, 1, "Reference step").toString());
    }

    @Test
    void everyPairCanHaveItsNumbersInTheTable() throws Exception {
        final BufferedDataTable three = three();
        final DataTableSpec spec = new DataTableSpec(
            Stream.concat(three.getDataTableSpec().stream(), Stream.of(
                SeriesColumns.column("Translation y [µm]", DoubleCell.TYPE),
                SeriesColumns.column("Stretch x [-]", DoubleCell.TYPE)))
                .toArray(org.knime.core.data.DataColumnSpec[]::new));
        final DataCell[][] rows = new DataCell[3][];
        for (int i = 0; i < 3; i++) {
            final DataCell[] scan = cells(NodeTester.row(three, i));
            rows[i] = Arrays.copyOf(scan, scan.length + 2);
            rows[i][scan.length] = new DoubleCell(0.05 * i);
            rows[i][scan.length + 1] = i == 1 ? new DoubleCell(1.1) : NodeTester.cell(series, 0, "Potential [V]");
        }
        final Result result = alignment().set("source", "COLUMNS").run(tester.table(spec, rows));
        assertEquals(1, field(result, 0).displacement(0).y(), 1e-9);
        assertEquals(2, field(result, 1).displacement(0).y(), 1e-9);
        assertEquals(1.1, result.number(0, 0, "Stretch x [-]"), 1e-9);
    }

    @Test
    void theRegistrationGoesOnFromThere() throws Exception {
        final Result registered = tester.node(new GlobalRegistrationNodeFactory()).run(right().run(series).table(0));
        assertEquals("converged", registered.cell(0, 0, "Status").toString());
        assertEquals(1.3, field(registered, 0).displacement(0).x(), 0.02);
        final Result again = tester.node(new GlobalRegistrationNodeFactory()).set("maximumIterations", 2)
            .set("searchRange", 0.0).set("bins", "1").run(registered.table(0));
        assertArrayEquals(field(registered, 0).f(0), field(again, 0).f(0), 1e-3,
            "two iterations are enough from the right place");
    }

    @Test
    void aLocalCorrelationCanStartAtOnce() throws Exception {
        final Result fields = tester.node(new LocalCorrelationNodeFactory()).set("nodeSpacings", "14")
            .run(right().run(series).table(0));
        assertTrue(fields.number(0, 0, "Converged nodes [%]") > 60, NodeTester.row(fields.table(0), 0).toString());
        assertEquals(2.4 * 0.05, fields.number(0, 0, "Mean displacement z [µm]"), 0.01);
    }

    @Test
    void aTransformationThatHarmsIsAWarning() throws Exception {
        final String warning = alignment().set("translationX", -0.2).run(series).warning().get().getSummary();
        assertTrue(warning.startsWith("T0 to T1: the scans are less alike with the transformation than without."),
            warning);
    }

    @Test
    void aPatternThatMatchesNoStepIsAWarning() throws Exception {
        final String warning = alignment().set("steps", "day*").run(series).warning().get().getSummary();
        assertEquals("No step matches 'day*' of 'Only for steps'. The deformed scans are T1.", warning);
    }

    @Test
    void aTableWithoutNumbersIsRefused() {
        final String message = assertThrows(InvalidSettingsException.class,
            () -> alignment().set("source", "COLUMNS").run(series)).getMessage();
        assertTrue(message.startsWith("The input table has no column with a part of a transformation, such as "
            + "Translation x [µm]."), message);
    }

    @Test
    void aStretchThatTurnsTheSampleInsideOutIsRefused() {
        final String message = assertThrows(InvalidSettingsException.class,
            () -> alignment().set("stretchXY", 2.0).run(series)).getMessage();
        assertTrue(message.startsWith("A stretch of [1.0, 1.0, 1.0, 2.0, 0.0, 0.0]"), message);
    }

    @Test
    void aMissingFolderIsNamedAndNothingIsLeft() throws Exception {
        Failures.of(right().set("folder", folder.resolve("none")), series).says("none")
            .resolution("Make the folder, or set 'Create folders'.");
        assertFalse(Files.exists(folder.resolve("none")));
    }
}
