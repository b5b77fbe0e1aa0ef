// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestModels;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
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

class PixelClassifierNodesTest {

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

    private Node learner() {
        return tester.node(new PixelClassifierLearnerNodeFactory()).set("features/sigmas", "0.7, 1.6")
            .set("trees", 20);
    }

    private Node predictor() {
        return tester.node(new PixelClassifierPredictorNodeFactory());
    }

    private BufferedDataTable series(final DataCell[]... rows) {
        return tester.table(PaintedScans.spec(), rows);
    }

    private DataCell[] scan(final String step) throws Exception {
        return PaintedScans.row(tester, step);
    }

    private static float[] values(final DataCell cell) throws Exception {
        final Volume volume = ((VolumeValue)cell).getVolume();
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    private static void assertSegmented(final float[] phases) {
        int wrong = 0;
        for (int i = 0; i < phases.length; i++) {
            wrong += phases[i] == (PaintedScans.isBright(i) ? 2 : 1) ? 0 : 1;
        }
        assertEquals(0, wrong / (double)phases.length, 0.02);
    }

    @Test
    void aFewStrokesSegmentTheSeries() throws Exception {
        final Result learned = learner().set("name", "strokes").set("steps", "T0-T3")
            .run(series(scan("T0"), scan("T1")));
        assertTrue(learned.warning().isEmpty(), () -> learned.warning().get().getSummary());
        assertEquals("Pixel classifier, 20 trees, 14 features, 2 classes, voxel 0.5 µm",
            learned.cell(0, 0, "Model").toString());
        assertEquals("Label 1, silicon", learned.cell(0, 0, "Classes").toString());
        assertEquals("T0; T1", learned.cell(0, 0, "Trained on").toString());

        final Result result = predictor().run(series(scan("T2")), learned.table(0));
        assertTrue(result.warning().isEmpty());
        assertSegmented(values(result.cell(0, 0, "Phases")));
        assertEquals(Map.of(1, "Label 1", 2, "silicon"),
            LabelVolume.of(((VolumeValue)result.cell(0, 0, "Phases")).getVolume()).names());
        assertEquals("strokes", result.cell(0, 0, "Segmented by").toString());
    }

    @Test
    void twoClassifiersLearnFromTheirStepsAndShareASeries() throws Exception {
        final BufferedDataTable series = series(scan("T0"), scan("T1"), scan("T2"));
        final Result early = learner().set("name", "early").set("steps", "T0").run(series);
        final Result late = learner().set("name", "late").run(series);
        assertEquals("T0", early.cell(0, 0, "Trained on").toString());
        assertEquals("T0; T1; T2", late.cell(0, 0, "Trained on").toString());
        final Result result = predictor().run(series, early.table(0), late.table(0));
        assertEquals("early", result.cell(0, 0, "Segmented by").toString());
        assertEquals("late", result.cell(0, 2, "Segmented by").toString());
    }

    @Test
    void aScanInWhichNothingIsLabelledHasNoPicture() throws Exception {
        final DataCell empty = tester.stored(TestVolumes.constant("T1", PaintedScans.SHAPE, 0));
        final Result learned = learner().set("pictures/folder", folder.toString())
            .run(series(scan("T0"), new DataCell[]{new StringCell("T1"), empty, empty}));
        assertEquals(2, learned.table(4).size(), "importance and T0");
    }

    @Test
    void tablesTellHowWellAndByWhat() throws Exception {
        final Result learned = learner().run(series(scan("T0")));
        assertEquals(3, learned.table(1).size());
        assertEquals("silicon", learned.cell(1, 1, "Class").toString());
        // every third row of two slices, half of it bright
        assertEquals("256", learned.cell(1, 1, "Labelled voxels").toString());
        assertEquals("All", learned.cell(1, 2, "Class").toString());
        assertEquals(0, learned.number(1, 2, "Out-of-bag error [%]"), 3);
        assertEquals(4, learned.table(2).size());
        assertEquals(100, learned.number(2, 0, "Part of labelled class [%]")
            + learned.number(2, 1, "Part of labelled class [%]"), 1e-9);
        assertEquals(14, learned.table(3).size());
        assertEquals("Gaussian, sigma 0.7 voxels", learned.cell(3, 0, "Feature").toString());
        double sum = 0;
        for (int i = 0; i < 14; i++) {
            sum += learned.number(3, i, "Importance [%]");
        }
        assertEquals(100, sum, 1e-9);
    }

    @Test
    void threeDimensionsProbabilitiesAndConfidence() throws Exception {
        final Result learned = learner().set("features/dimensions", "SPATIAL").set("classes", "pore = 1; silicon = 2")
            .run(series(scan("T0")));
        final Result result = predictor().set("probabilities", true).set("confidence", true)
            .run(series(scan("T1")), learned.table(0));
        final float[] silicon = values(result.cell(0, 0, "Probability of silicon"));
        final float[] pore = values(result.cell(0, 0, "Probability of pore"));
        final float[] confidence = values(result.cell(0, 0, "Confidence"));
        assertSegmented(values(result.cell(0, 0, "Phases")));
        for (int i = 0; i < silicon.length; i++) {
            assertEquals(1, silicon[i] + pore[i], 4e-5);
            assertEquals(Math.max(silicon[i], pore[i]), confidence[i], 0);
        }
    }

    @Test
    void importanceAndOverlaysArePictures() throws Exception {
        final Result learned = learner().set("pictures/folder", folder.toString()).run(series(scan("T0"), scan("T1")));
        assertEquals(3, learned.table(4).size());
        assertEquals("Labelled slice: T1, slice 0", learned.cell(4, 2, "Shows").toString());
        for (final String name : List.of("pixel-classifier-importance.png", "pixel-classifier-T0.png")) {
            assertTrue(Files.size(folder.resolve(name)) > 1000, name);
        }
        final Result result = predictor().set("pictures/folder", folder.toString()).run(series(scan("T5")),
            learned.table(0));
        assertEquals("segmentation-T5.png",
            Path.of(result.cell(1, 0, "Picture path").toString()).getFileName().toString());
    }

    @Test
    void labelsOfAnotherShapeAreRefused() throws Exception {
        final DataCell[] row = scan("T0");
        row[2] = tester.stored(PaintedScans.labels("small").crop(new Block(0, 0, 0, 2, 2, 1)));
        Failures.of(learner(), series(row)).says("has 32 x 24 x 4 voxels, but labels small has 2 x 2 x 1.")
            .resolution("Change the setting or the input");
    }

    @Test
    void oneClassOnlyIsNotEnough() throws Exception {
        Failures.of(learner().set("ignoredLabel", 2).set("classes", "pore = 1; other = 3"), series(scan("T0")))
            .says("No voxel of the class \"other\" is labelled in these scans.");
    }

    @Test
    void oneLabelOnlyIsNotEnough() throws Exception {
        Failures.of(learner().set("ignoredLabel", 0), series(scanOfOneLabel()))
            .says("A model tells 2 to 127 classes apart, but there is only \"silicon\".");
    }

    private DataCell[] scanOfOneLabel() throws Exception {
        final DataCell[] row = scan("T0");
        final Volume half = PaintedScans.labels("T0").crop(new Block(16, 0, 0, 16, 24, 4));
        row[1] = tester.stored(PaintedScans.scan("T0").crop(new Block(16, 0, 0, 16, 24, 4)));
        row[2] = tester.stored(half);
        return row;
    }

    @Test
    void voxelsThatAreNoNumbersAreAWarning() throws Exception {
        final float[] values = new float[(int)PaintedScans.SHAPE.voxels()];
        PaintedScans.scan("T0").read(Block.of(PaintedScans.SHAPE), values);
        values[5] = Float.NaN;
        final DataCell[] row = scan("T0");
        row[1] = tester.stored(TestVolumes.floats("T0", PaintedScans.SHAPE, values));
        final Result learned = learner().run(series(row));
        assertEquals("1 labelled voxels have no finite grey value and were left out.",
            learned.warning().orElseThrow().getSummary());
        final Result result = predictor().run(series(row), learned.table(0));
        assertEquals("1 voxels of T0 have no finite grey value. Their phase is 0.",
            result.warning().orElseThrow().getSummary());
        assertEquals(0, values(result.cell(0, 0, "Phases"))[5]);
    }

    @Test
    void aNetworkBelongsToAnotherNode() throws Exception {
        final ModelTable models = new ModelTable(tester.context());
        models.add(TestModels.network("net", 1, 0.9), "", Progress.NONE);
        Failures.of(predictor(), series(scan("T0")), models.close())
            .says("The model net is a network, no pixel classifier.").resolution("U-Net Predictor");
    }

    @Test
    void voxelsOfAnotherSizeAreRefused() throws Exception {
        final BufferedDataTable models = learner().run(series(scan("T0"))).table(0);
        final DataCell[] coarse = {new StringCell("T1"),
            tester.stored(PaintedScans.scan("T1").withVoxelSize(VoxelSize.isotropic(2))), new MissingCell("none")};
        Failures.of(predictor(), series(coarse), models).says("The voxels of T1 are 2.0 x 2.0 x 2.0 µm")
            .says("was trained on voxels of 0.5 x 0.5 x 0.5 µm").resolution("Change the setting or the input");
    }

    @Test
    void settingsThatCannotBeAreNamed() throws Exception {
        final BufferedDataTable series = series(scan("T0"));
        assertEquals("The scale of a feature must be 0.3 to 30.0 voxels, but is 0.1.",
            assertThrows(InvalidSettingsException.class, () -> learner().set("features/sigmas", "0.1").run(series))
                .getMessage());
        assertEquals("The trees of a forest must be 1 to 256, not 1000.",
            assertThrows(InvalidSettingsException.class, () -> learner().set("trees", 1000).run(series)).getMessage());
    }
}
