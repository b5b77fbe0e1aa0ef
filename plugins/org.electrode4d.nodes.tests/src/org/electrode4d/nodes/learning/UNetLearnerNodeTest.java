// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.Platform;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestModels;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.SegmentationModelValue;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class UNetLearnerNodeTest {

    @TempDir
    Path folder;

    private NodeTester tester;
    private FakeEngine engine;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
        engine = FakeEngine.create();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /** A short training of a small network. */
    private Node learner() {
        return tester.node(new UNetLearnerNodeFactory(engine.start())).set("training", "CUSTOM")
            .set("custom/epochs", 4).set("custom/depth", 1).set("custom/baseWidth", 2)
            .set("custom/batchSize", 1).set("custom/augmentation", "NONE");
    }

    private BufferedDataTable series(final DataCell[]... rows) {
        return tester.table(PaintedScans.spec(), rows);
    }

    private DataCell[] scan(final String step) throws Exception {
        return PaintedScans.row(tester, step);
    }

    private static ModelDescription model(final Result result) throws Exception {
        return ((SegmentationModelValue)result.cell(0, 0, "Model")).getModel().description();
    }

    @Test
    void learnsFromSparseLabels() throws Exception {
        final Result result = learner().set("classes", "pore = 1; silicon = 2").set("name", "early")
            .set("steps", "T0-T2").run(series(scan("T0"), scan("T1")), NodeTester.UNCONNECTED);
        assertTrue(result.warning().isEmpty(), () -> result.warning().get().getSummary());
        assertEquals("early", result.cell(0, 0, "Name").toString());
        assertEquals("T0-T2", result.cell(0, 0, "Steps").toString());
        assertEquals(1, result.number(0, 0, "Validation Dice [-]"), 1e-12);
        assertEquals("U-Net, depth 1, base width 2, 2 classes, voxel 0.5 µm, validation Dice 1.00",
            result.cell(0, 0, "Model").toString());
        assertEquals(4, result.table(1).size());
        assertEquals("4", result.cell(1, 3, "Epoch").toString());
        assertEquals(1, result.number(1, 3, "Validation Dice, silicon [-]"), 1e-12);
        assertTrue(result.number(1, 3, "Loss [-]") < result.number(1, 0, "Loss [-]"));
        assertEquals(0, result.table(2).size());
        final ModelDescription description = model(result);
        assertEquals("pore = 1; silicon = 2", description.classes().text());
        assertEquals("Fake engine 1.0", description.provenance().engine());
        assertTrue(description.provenance().program().matches(Platform.isRunning() ? "Electrode4D \\d.*"
            : "Electrode4D"), description.provenance().program());
        assertEquals(TestVolumes.HALF, description.input().voxelSize());
        // of four labelled slices, one is for validation
        assertEquals(3, description.provenance().trainedOn().size(), description.provenance().trainedOn().toString());
        assertTrue(engine.hasEnded());
    }

    /** Otherwise labels of the scans that are for another model would count. */
    @Test
    void learnsFromTheScansOfItsStepsAlone() throws Exception {
        final BufferedDataTable table = series(scan("T0"), scan("T1"), scan("T2"));
        final ModelDescription one = model(learner().set("steps", "T1-T2").run(table, NodeTester.UNCONNECTED));
        assertEquals(Set.of("T1", "T2"), one.provenance().trainedOn().stream().map(slice -> slice.substring(0, 2))
            .collect(Collectors.toSet()));
        final ModelDescription rest = model(learner().set("validation", 0.0).run(table, NodeTester.UNCONNECTED));
        assertEquals(6, rest.provenance().trainedOn().size(), rest.provenance().trainedOn().toString());
        Failures.of(learner().set("steps", "T3-T8"), table, NodeTester.UNCONNECTED)
            .says("No labelled scan is of the steps T3-T8 that the model is for.")
            .resolution("Change the setting or the input");
    }

    @Test
    void classesOfTheLabelsUnlessTheyAreNamed() throws Exception {
        final Result result = learner().run(series(scan("T0")), NodeTester.UNCONNECTED);
        assertEquals("Label 1, silicon", result.cell(0, 0, "Classes").toString());
        assertEquals("*", result.cell(0, 0, "Steps").toString());
        final int name = result.table(1).getDataTableSpec().findColumnIndex("Validation Dice, silicon [-]");
        assertNotEquals(-1, name);
    }

    @Test
    void curvesAndOverlaysArePictures() throws Exception {
        final Result result = learner().set("pictures/folder", folder.toString())
            .run(series(scan("T0"), scan("T1")), NodeTester.UNCONNECTED);
        assertEquals(3, result.table(2).size());
        assertTrue(result.cell(2, 2, "Shows").toString().startsWith("Validation slice: T"));
        for (int i = 0; i < 3; i++) {
            assertTrue(Files.size(Path.of(result.cell(2, i, "Picture path").toString())) > 1000);
        }
    }

    @Test
    void scansAreHeldOutAsAWhole() throws Exception {
        final Result result = learner().set("unit", "SCAN").run(series(scan("T0"), scan("T1")),
            NodeTester.UNCONNECTED);
        final var trainedOn = model(result).provenance().trainedOn();
        assertEquals(2, trainedOn.size());
        assertEquals(trainedOn.get(0).substring(0, 2), trainedOn.get(1).substring(0, 2));
        Failures.of(learner().set("unit", "SCAN"), series(scan("T0")), NodeTester.UNCONNECTED)
            .says("All labels are in one scan, T0");
    }

    @Test
    void goesOnFromAModel() throws Exception {
        final ModelTable models = new ModelTable(tester.context());
        models.add(TestModels.network("first", 1, 0.9), "", Progress.NONE);
        final BufferedDataTable table = models.close();
        final Result result = learner().set("classes", "pore = 1; silicon = 2").run(series(scan("T1")), table);
        final ModelDescription description = model(result);
        assertEquals("T0", description.provenance().trainedOn().get(0), "what the first model was trained on");
        assertEquals("2", description.architecture().get("base width"));
        assertEquals(TestModels.network("first", 1, 0.9).description().normalization(), description.normalization());
        Failures.of(learner().set("classes", "a = 1; b = 2"), series(scan("T1")), table)
            .says("The model first knows the classes pore, silicon, but those of the labels are a, b.");
    }

    @Test
    void anInterruptedTrainingGoesOn() throws Exception {
        final BufferedDataTable table = series(scan("T0"), scan("T1"));
        final Result whole = learner().run(table, NodeTester.UNCONNECTED);
        engine = FakeEngine.crashingAfter(9);
        final Path checkpoints = folder.resolve("checkpoints");
        Failures.of(learner().set("checkpoints", checkpoints.toString()), table, NodeTester.UNCONNECTED)
            .says("it was killed (signal 9)").resolution("another engine");
        assertTrue(engine.hasEnded());
        try (var files = Files.list(checkpoints)) {
            assertEquals(1, files.count());
        }
        engine = FakeEngine.create();
        final Result resumed = learner().set("checkpoints", checkpoints.toString()).run(table, NodeTester.UNCONNECTED);
        assertEquals(whole.number(1, 3, "Loss [-]"), resumed.number(1, 3, "Loss [-]"), 0);
        try (var files = Files.list(checkpoints)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void equalSeedsGiveEqualModels() throws Exception {
        final BufferedDataTable table = series(scan("T0"), scan("T1"));
        final Map<String, byte[]> first = Map.copyOf(parts(learner().run(table, NodeTester.UNCONNECTED)));
        final Map<String, byte[]> same = parts(learner().run(table, NodeTester.UNCONNECTED));
        final Map<String, byte[]> other = parts(learner().set("seed", 2L).run(table, NodeTester.UNCONNECTED));
        first.forEach((name, bytes) -> assertArrayEquals(bytes, same.get(name), name));
        assertFalse(first.entrySet().stream()
            .allMatch(part -> Arrays.equals(part.getValue(), other.get(part.getKey()))));
    }

    private static Map<String, byte[]> parts(final Result result) throws Exception {
        return ((SegmentationModelValue)result.cell(0, 0, "Model")).getModel().parts();
    }

    @Test
    void labelsThatNothingCanBeLearnedFromAreExplained() throws Exception {
        Failures.of(learner().set("classes", "a = 7; b = 8"), series(scan("T0")), NodeTester.UNCONNECTED)
            .says("Nothing is labelled: no label belongs to one of the classes");
        Failures.of(learner().set("classes", "pore = 1; copper = 8"), series(scan("T0")), NodeTester.UNCONNECTED)
            .says("Only the class \"pore\" is labelled. Label something of \"copper\" too");
        Failures.of(learner().set("ignoredLabel", 2), series(new DataCell[]{new StringCell("T0"),
            scan("T0")[1], tester.stored(TestVolumes.constant("labels", PaintedScans.SHAPE, 1))}),
            NodeTester.UNCONNECTED).says("is only \"Label 1\"").resolution("Change the setting or the input");
    }

    @Test
    void scansAndLabelsThatDoNotFitAreNamed() throws Exception {
        final DataCell other = tester.stored(TestVolumes.constant("small", new Shape(8, 8, 4), 1));
        Failures.of(learner(), series(new DataCell[]{new StringCell("T0"), scan("T0")[1], other}),
            NodeTester.UNCONNECTED).says("has 32 x 24 x 4 voxels, but small has 8 x 8 x 4.");
        final DataCell grey = tester.stored(PaintedScans.scan("grey"));
        Failures.of(learner(), series(new DataCell[]{new StringCell("T0"), scan("T0")[1], grey}),
            NodeTester.UNCONNECTED).says("Labels are integers, but grey is of type FLOAT32.");
        final VoxelSize fine = VoxelSize.isotropic(0.25);
        Failures.of(learner(), series(scan("T0"), new DataCell[]{new StringCell("T1"),
            tester.stored(PaintedScans.scan("T1").withVoxelSize(fine)),
            tester.stored(PaintedScans.labels("T1").withVoxelSize(fine))}), NodeTester.UNCONNECTED)
            .says("The voxels of T1 are 0.25").says("but those of T0 are 0.5").says("train a model for each");
    }

    @Test
    void scansOfNothingAreExplained() throws Exception {
        final DataCell nothing = tester.stored(
            TestVolumes.floats("scan", PaintedScans.SHAPE, filled(Float.NaN)));
        Failures.of(learner(), series(new DataCell[]{new StringCell("T0"), nothing, scan("T0")[2]}),
            NodeTester.UNCONNECTED).says("None of the labelled voxels of T0 has a finite value in the image scan");
        final DataCell flat = tester.stored(TestVolumes.floats("scan", PaintedScans.SHAPE, filled(3)));
        Failures.of(learner(), series(new DataCell[]{new StringCell("T0"), flat, scan("T0")[2]}),
            NodeTester.UNCONNECTED).says("Nearly all grey values of scan are 3.0");
    }

    private static float[] filled(final float value) {
        final float[] values = new float[(int)PaintedScans.SHAPE.voxels()];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void scansWithoutLabelsAreAWarning() throws Exception {
        final Result result = learner().run(
            series(scan("T0"), new DataCell[]{new StringCell("T1"), scan("T1")[1], new MissingCell("not painted")}),
            NodeTester.UNCONNECTED);
        assertTrue(result.warning().orElseThrow().getSummary().contains("missing inputs"));
        assertEquals(1, result.table(0).size());
    }

    @Test
    void anEngineThatIsNotInstalledIsNamed() throws Exception {
        final String property = System.getProperty("electrode4d.engines");
        System.clearProperty("electrode4d.engines");
        try {
            Failures.of(tester.node(new UNetLearnerNodeFactory()).set("engine/engine", "PYTORCH"), series(scan("T0")),
                NodeTester.UNCONNECTED).says("The engine pytorch is not installed.").resolution("Install");
        } finally {
            if (property != null) {
                System.setProperty("electrode4d.engines", property);
            }
        }
    }

    @Test
    void settingsThatCannotBeAreNamed() throws Exception {
        final BufferedDataTable table = series(scan("T0"));
        assertInvalid(learner().set("labelColumn", "Volume"), table, "'Volumes' and 'Labels' are both 'Volume'");
        assertInvalid(learner().set("classes", "silicon"), table, "\"silicon\" is not a class with its labels");
        assertInvalid(learner().set("validation", 95.0), table, "between 0 and 90");
        assertInvalid(learner().set("steps", "T5-T2"), table, "run backwards");
        assertInvalid(learner().set("engine/memory", 100), table, "at least 512 MiB");
        assertInvalid(learner().set("custom/learningRate", 2.0), table, "learning rate must be between 0 and 1");
        assertInvalid(learner().set("custom/depth", 9), table, "1 to 6 levels deep");
        assertInvalid(learner().set("longest", -1.0), table, "greater than 0 s");
    }

    private static void assertInvalid(final Node node, final BufferedDataTable table, final String message) {
        final Exception failure =
            assertThrows(InvalidSettingsException.class, () -> node.run(table, NodeTester.UNCONNECTED));
        assertTrue(failure.getMessage().contains(message), failure.getMessage());
    }
}
