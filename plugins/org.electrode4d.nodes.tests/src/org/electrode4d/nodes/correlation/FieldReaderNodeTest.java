// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.electrode4d.nodes.correlation.TestFields.shift;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.StepChain;
import org.electrode4d.correlation.io.FieldZarr;
import org.electrode4d.correlation.io.SpamTsv;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;

class FieldReaderNodeTest {

    private static final PortObject[] NO_INPUT = {};

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
        return tester.node(new DeformationFieldReaderNodeFactory());
    }

    private NodeTester.Node inFolder() {
        return node().set("location", "FOLDER").set("folder", folder);
    }

    @Test
    void tablesOfSpamBecomeRowsInTheOrderOfTheirNumbers() throws Exception {
        SpamTsv.write(shift(2, 0, 0), folder.resolve("T9-T10-ldic.tsv"));
        SpamTsv.writeFiltered(shift(1, 0, 0), folder.resolve("T8-T9-ldic-filtered.tsv"));
        Files.writeString(folder.resolve("notes.txt"), "none");
        final Result result = inFolder().set("voxelSize", 0.5).set("voxelSizeZ", 2.0).run(NO_INPUT);
        assertEquals(2, result.table(0).size());
        assertEquals("T8", result.cell(0, 0, "Reference step").toString());
        assertEquals("T10", result.cell(0, 1, "Deformed step").toString());
        assertTrue(result.cell(0, 1, "File").toString().endsWith("T9-T10-ldic.tsv"));
        assertEquals("1.0", result.cell(0, 1, "Mean displacement x [µm]").toString());
        assertEquals("27", result.cell(0, 0, "Nodes").toString());
        final DeformationField field =
            ((DeformationFieldValue)result.cell(0, 0, "Deformation field")).getDeformationField();
        assertEquals(new VoxelSize(0.5, 0.5, 2), field.voxelSize());
        assertEquals(TestFields.GRID, field.grid());
        assertTrue(result.warning().isEmpty(), result.warning().toString());
    }

    @Test
    void whatIsReadIsComposed() throws Exception {
        SpamTsv.write(shift(1, 0, 0), folder.resolve("a.tsv"));
        SpamTsv.write(shift(0, 1, 0), folder.resolve("b.tsv"));
        final Result read = inFolder().set("voxelSize", 0.5).set("steps", "CONSECUTIVE").run(NO_INPUT);
        final Result composed =
            tester.node(new DeformationFieldComposerNodeFactory()).run(read.table(0), NodeTester.UNCONNECTED);
        assertEquals("T2", composed.cell(0, 1, "Deformed step").toString());
        assertEquals("0.5", composed.cell(0, 1, "Mean displacement y [µm]").toString());
    }

    @Test
    void zarrFoldersKnowTheirVoxels() throws Exception {
        FieldZarr.write(shift(1, 0, 0), folder.resolve("T0-T1.zarr"));
        final Result result = node().set("path", folder.resolve("T0-T1.zarr")).run(NO_INPUT);
        assertEquals("0.5", result.cell(0, 0, "Mean displacement x [µm]").toString());
        assertEquals("T1", result.cell(0, 0, "Deformed step").toString());
    }

    @Test
    void namesOfScansComeFromTheNamesOfFiles() {
        assertSteps("T0 to T1", "T0-T1-ldic-filtered.tsv");
        assertSteps("T0 to T1", "T0-T1-registration.tsv");
        assertSteps("scan-01 to scan-02", "scan-01-scan-02-ldic-passed-ns35.tsv");
        assertSteps("T0 to T1", "T0-T1.zarr");
        assertEquals(Optional.empty(), StepNaming.FROM_NAMES.steps("field.tsv", 0));
        assertEquals(Optional.empty(), StepNaming.FROM_NAMES.steps("a-b-c-ldic.tsv", 0));
        assertEquals(Optional.empty(), StepNaming.FROM_NAMES.steps("-T1.tsv", 0));
        assertEquals("T0 to T4", StepNaming.TO_FIRST.steps("d.tsv", 3).get().toString());
        assertEquals("T3 to T4", StepNaming.CONSECUTIVE.steps("d.tsv", 3).get().toString());
    }

    private static void assertSteps(final String expected, final String file) {
        assertEquals(Optional.of(expected), StepNaming.FROM_NAMES.steps(file, 0).map(StepChain.Pair::toString));
    }

    @Test
    void aNameThatTellsNoScansIsAWarning() throws Exception {
        SpamTsv.write(shift(1, 0, 0), folder.resolve("field.tsv"));
        final Result result = inFolder().set("voxelSize", 0.5).run(NO_INPUT);
        assertTrue(result.warning().get().getSummary().startsWith("field.tsv: the name does not tell both scans"),
            result.warning().toString());
        assertEquals("field.tsv", result.cell(0, 0, "Deformed step").toString());
    }

    @Test
    void whatCannotBeReadIsExplained() throws Exception {
        final Path file = folder.resolve("T0-T1-ldic.tsv");
        SpamTsv.write(shift(1, 0, 0), file);
        Failures.of(inFolder()).says("does not hold the size of a voxel").resolution("'Voxel size [µm]'");
        Failures.of(node().set("path", folder.resolve("none.tsv")).set("voxelSize", 1.0)).says("There is no file")
            .resolution("Correct the path");
        Failures.of(inFolder().set("namePattern", "*.csv")).says("matches '*.csv'. It holds T0-T1-ldic.tsv.")
            .resolution("every field");
        final String content = Files.readString(file);
        Files.writeString(file, content.substring(0, content.length() / 2));
        Failures.of(inFolder().set("voxelSize", 1.0)).says("T0-T1-ldic.tsv: Line").says("Was the file cut off?");
        Files.createDirectory(folder.resolve("empty.zarr"));
        Failures.of(node().set("path", folder.resolve("empty.zarr"))).says("not a folder with a deformation field");
    }

    @Test
    void settingsAreCheckedBeforeTheNodeRuns() {
        assertThrows(InvalidSettingsException.class, () -> node().run(NO_INPUT));
        assertThrows(InvalidSettingsException.class, () -> inFolder().set("namePattern", " ").run(NO_INPUT));
        assertThrows(InvalidSettingsException.class, () -> inFolder().set("voxelSize", -1.0).run(NO_INPUT));
        assertThrows(InvalidSettingsException.class, () -> inFolder().set("voxelSizeZ", 1.0).run(NO_INPUT));
    }
}
