// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestModels;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.segmentation.SegmentationScorerNodeFactory;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class UNetPredictorNodeTest {

    private static final Shape SHAPE = new Shape(6, 2, 1);

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

    private Node predictor() {
        return tester.node(new UNetPredictorNodeFactory(engine.start()));
    }

    /** One scan per step: silicon on the right. */
    private BufferedDataTable series(final String... steps) throws Exception {
        final DataCell[][] rows = new DataCell[steps.length][];
        for (int i = 0; i < steps.length; i++) {
            rows[i] = new DataCell[]{new StringCell(steps[i]), tester.stored(scan(steps[i]))};
        }
        return series(rows);
    }

    private BufferedDataTable series(final DataCell[]... rows) {
        return tester.table(new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE)), rows);
    }

    private static Volume scan(final String name) {
        return TestVolumes.floats("scan " + name, SHAPE, 0, 20, 90, 110, 130, 200, 0, 20, 90, 110, 130, 200)
            .withOrigin(new Point(1, 2, 3));
    }

    private BufferedDataTable models(final Object... filesAndSteps) throws Exception {
        final ModelTable table = new ModelTable(tester.context());
        for (int i = 0; i < filesAndSteps.length; i += 2) {
            table.add((ModelFile)filesAndSteps[i], (String)filesAndSteps[i + 1], Progress.NONE);
        }
        return table.close();
    }

    private BufferedDataTable model() throws Exception {
        return models(TestModels.network("all", 1, 0.9), "");
    }

    private static float[] values(final DataCell cell) throws Exception {
        final Volume volume = ((VolumeValue)cell).getVolume();
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    @Test
    void everyVoxelGetsTheClassThatIsMostProbable() throws Exception {
        final Result result = predictor().run(series("T0"), model());
        assertTrue(result.warning().isEmpty());
        final Volume phases = ((VolumeValue)result.cell(0, 0, "Phases")).getVolume();
        assertArrayEquals(new float[]{0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1}, values(result.cell(0, 0, "Phases")));
        assertEquals(Map.of(0, "pore", 1, "silicon"), LabelVolume.of(phases).names());
        assertEquals(TestVolumes.HALF, phases.voxelSize());
        assertEquals(new Point(1, 2, 3), phases.origin());
        assertEquals("all", result.cell(0, 0, "Segmented by").toString());
        assertEquals(0, result.table(1).size());
        assertTrue(engine.hasEnded());
    }

    @Test
    void probabilitiesAndConfidenceAreVolumes() throws Exception {
        final Result result =
            predictor().set("probabilities", true).set("confidence", true).run(series("T0"), model());
        final float[] silicon = values(result.cell(0, 0, "Probability of silicon"));
        final float[] pore = values(result.cell(0, 0, "Probability of pore"));
        final float[] confidence = values(result.cell(0, 0, "Confidence"));
        assertEquals(1 / (1 + Math.exp(-1)), silicon[5], 1e-4);
        for (int i = 0; i < silicon.length; i++) {
            assertEquals(1, silicon[i] + pore[i], 1e-4);
            assertEquals(Math.max(silicon[i], pore[i]), confidence[i], 0);
        }
        assertEquals("Confidence", predictor().set("confidence", true).run(series("T0"), model()).table(0)
            .getDataTableSpec().getColumnSpec(3).getName());
    }

    @Test
    void theStepChoosesTheModel() throws Exception {
        final BufferedDataTable two = models(TestModels.network("early", 1, 0.9), "T0-T2",
            TestModels.network("late", 2, 0.9), "T3-T8");
        final Result result = predictor().run(series("T1", "T3", "T0"), two);
        assertEquals("early", result.cell(0, 0, "Segmented by").toString());
        assertEquals("late", result.cell(0, 1, "Segmented by").toString());
        assertEquals("early", result.cell(0, 2, "Segmented by").toString());
        Failures.of(predictor(), series("T1", "T9"), two).says("No model is for step T9")
            .says("T0-T2; T3-T8").resolution("Change the setting or the input");
        assertTrue(engine.hasEnded());
    }

    /** Each scan may take hours: what is wrong with a later one must not show after them. */
    @Test
    void aStepWithoutAModelIsToldBeforeTheEngineStarts() throws Exception {
        final Node node = tester.node(new UNetPredictorNodeFactory((parameters, progress) -> {
            throw new AssertionError("The engine was started.");
        }));
        Failures.of(node, series("T1", "T9"), models(TestModels.network("early", 1, 0.9), "T0-T2"))
            .says("No model is for step T9");
    }

    /** As two learners give them, without a node that joins their tables. */
    @Test
    void modelsOfBothInputsAreTaken() throws Exception {
        final BufferedDataTable early = models(TestModels.network("early", 1, 0.9), "T0-T2");
        final BufferedDataTable late = models(TestModels.network("late", 2, 0.9), "T3-T8");
        final Result result = predictor().run(series("T1", "T3"), early, late);
        assertEquals("early", result.cell(0, 0, "Segmented by").toString());
        assertEquals("late", result.cell(0, 1, "Segmented by").toString());
        Failures.of(predictor(), series("T3"), early, NodeTester.UNCONNECTED).says("No model is for step T3");
    }

    @Test
    void phasesAreScoredAgainstSparseLabels() throws Exception {
        final byte[] painted = {1, 0, 1, 1, 2, 2, 0, 0, 0, 0, 0, 0};
        final Volume sparse = Volume.of("labels", ArrayImgs.unsignedBytes(painted, 6, 2, 1), TestVolumes.HALF);
        final BufferedDataTable phases = predictor().run(series("T0"), model()).table(0);
        final BufferedDataTable both = tester.table(new DataTableSpec(
            SeriesColumns.column("Labels", VolumeCell.TYPE), SeriesColumns.column("Phases", VolumeCell.TYPE)),
            new DataCell[]{tester.stored(sparse), NodeTester.cell(phases, 0, "Phases")});
        final Result score = tester.node(new SegmentationScorerNodeFactory()).set("referenceColumn", "Labels")
            .set("ignore", true).set("mapping", "0 = 1; 1 = 2").set("boundaries", false).run(both);
        assertEquals("5", score.cell(0, 0, "Scored voxels").toString());
        assertEquals(0.8, score.number(0, 0, "Accuracy [-]"), 1e-12);
    }

    @Test
    void theMiddleSliceIsAPicture() throws Exception {
        final Result result = predictor().set("pictures/folder", folder.toString()).run(series("T0", "T1"), model());
        assertEquals(2, result.table(1).size());
        final Path picture = Path.of(result.cell(1, 1, "Picture path").toString());
        assertEquals("segmentation-T1.png", picture.getFileName().toString());
        assertTrue(Files.size(picture) > 1000);
    }

    @Test
    void voxelsOfAnotherSizeStopTheNodeUnlessTheyAreRescaled() throws Exception {
        final DataCell[] row =
            {new StringCell("T0"), tester.stored(scan("T0").withVoxelSize(VoxelSize.isotropic(0.25)))};
        Failures.of(predictor(), series(row), model()).says("The voxels of scan T0 are 0.25")
            .says("it was trained with pixels of 0.5 x 0.5 µm").resolution("Change the setting or the input");
        final Result rescaled = predictor().set("rescale", true).run(series(row), model());
        final Volume phases = ((VolumeValue)rescaled.cell(0, 0, "Phases")).getVolume();
        assertEquals(SHAPE, phases.shape());
        assertEquals(VoxelSize.isotropic(0.25), phases.voxelSize());
    }

    @Test
    void voxelsThatAreNoNumbersAreAWarning() throws Exception {
        final DataCell scan = tester.stored(TestVolumes.floats("scan", SHAPE, Float.NaN, 20, 90, 110, 130, 200, 0, 20,
            90, 110, Float.POSITIVE_INFINITY, 200));
        final Result result = predictor().run(series(new DataCell[]{new StringCell("T0"), scan}), model());
        assertEquals("2 voxels of T0 have no finite grey value. Their phase is 0.",
            result.warning().orElseThrow().getSummary());
        assertEquals(0, values(result.cell(0, 0, "Phases"))[10]);
    }

    @Test
    void aPixelClassifierBelongsToAnotherNode() throws Exception {
        final ModelFile forest = new ModelFile(
            TestModels.description(ModelKind.FOREST, "trees", 0.9, Map.of("trees", "100", "features", "30")),
            new TreeMap<>(Map.of("forest.bin", new byte[1])));
        final BufferedDataTable table = models(forest, "");
        assertTrue(NodeTester.cell(table, 0, "Model").toString()
            .startsWith("Pixel classifier, 100 trees, 30 features"));
        Failures.of(predictor(), series("T0"), table).says("The model trees is a pixel classifier, no network.")
            .resolution("Pixel Classifier Predictor");
    }

    @Test
    void aScanOfAnotherShapeThanSlicesIsExplained() throws Exception {
        Failures.of(predictor().set("slices", "ALL"), series("T0"), model()).says("scan T0 is a single image");
    }

    @Test
    void withoutAModelThereIsNothingToDo() throws Exception {
        Failures.of(predictor(), series("T0"), models()).says("The table of models holds no model.")
            .resolution("Model Reader");
    }

    @Test
    void anEngineThatFailsLeavesNothingBehind() throws Exception {
        final Node node = tester.node(new UNetPredictorNodeFactory((parameters, progress) -> {
            throw new EngineException("The engine onnx ended without being asked: it ran out of memory (4.0 GiB are "
                + "allowed). Give the engine more memory.");
        })).set("pictures/folder", folder.resolve("pictures").toString()).set("pictures/createFolders", true);
        Failures.of(node, series("T0"), model()).says("it ran out of memory").resolution("another engine");
        assertFalse(Files.exists(folder.resolve("pictures")));
    }

    @Test
    void modelsOfOtherClassesHaveNoCommonProbabilities() throws Exception {
        final ModelFile other = TestModels.network("other", 1, 0.9);
        final ModelFile renamed = new ModelFile(TestModels.renamed(other.description(), "void = 0; copper = 1"),
            other.parts());
        final BufferedDataTable two = models(TestModels.network("a", 1, 0.9), "T0", renamed, "T1");
        Failures.of(predictor().set("probabilities", true), series("T0"), two)
            .says("The models tell different classes apart: pore, silicon and void, copper.");
        assertEquals("other", predictor().run(series("T1"), two).cell(0, 0, "Segmented by").toString());
    }

    @Test
    void missingScansAreAWarning() throws Exception {
        final Result result = predictor().run(series(new DataCell[]{new StringCell("T0"), new MissingCell("no")}),
            model());
        assertTrue(result.warning().orElseThrow().getSummary().contains("missing inputs"));
        assertTrue(result.cell(0, 0, "Phases").isMissing());
    }

    @Test
    void settingsThatCannotBeAreNamed() throws Exception {
        final BufferedDataTable series = series("T0");
        final BufferedDataTable model = model();
        final Exception tiles = assertThrows(InvalidSettingsException.class,
            () -> predictor().set("tile", 64).set("overlap", 64).run(series, model));
        assertTrue(tiles.getMessage().contains("an overlap of at most half their size"), tiles.getMessage());
        final Exception swapped =
            assertThrows(InvalidSettingsException.class, () -> predictor().run(series, series));
        assertTrue(swapped.getMessage().contains("no column of models"), swapped.getMessage());
    }
}
