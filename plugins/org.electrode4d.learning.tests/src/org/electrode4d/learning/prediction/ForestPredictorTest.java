// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.LabelledScan;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.features.FeatureKind;
import org.electrode4d.learning.features.FeatureSet;
import org.electrode4d.learning.features.FeatureSpace;
import org.electrode4d.learning.forest.ForestSettings;
import org.electrode4d.learning.model.ForestModel;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.learning.model.ModelInput;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.NetworkModel;
import org.electrode4d.learning.model.Provenance;
import org.electrode4d.learning.model.TrainingLog;
import org.electrode4d.learning.training.ForestTrainer;
import org.electrode4d.learning.training.ForestTraining;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForestPredictorTest {

    private static final VoxelSize SIZE = VoxelSize.isotropic(0.2);

    @TempDir
    Path folder;

    /** Bright balls in a dark, noisy surrounding; 5 inside, 3 outside. */
    private static LabelledScan balls(final Shape shape, final long seed) {
        final Random random = new Random(seed);
        final Block whole = Block.of(shape);
        final float[] greys = new float[whole.voxels()];
        final byte[] truth = new byte[greys.length];
        for (int i = 0; i < greys.length; i++) {
            final double x = (i % whole.sizeX()) % 20 - 10;
            final double y = (i / whole.sizeX() % whole.sizeY()) % 20 - 10;
            final double z = shape.z() == 1 ? 0 : (i / whole.sizeX() / whole.sizeY()) % 20 - 10;
            final boolean inside = x * x + y * y + z * z < 36;
            truth[i] = (byte)(inside ? 5 : 3);
            greys[i] = (float)((inside ? 150 : 100) + 25 * random.nextGaussian());
        }
        return new LabelledScan("T0", Volume.of("T0", ArrayImgs.floats(greys, shape.x(), shape.y(), shape.z()), SIZE),
            LabelVolume.of(Volume.of("truth", ArrayImgs.unsignedBytes(truth, shape.x(), shape.y(), shape.z()), SIZE)));
    }

    private static ForestModel model(final FeatureSpace space, final LabelledScan scan) {
        final ClassScheme classes = ClassScheme.parse("pore = 3; silicon = 5", OptionalInt.of(0));
        final FeatureSet features = new FeatureSet(space, List.of(1.0, 2.0),
            EnumSet.of(FeatureKind.GAUSSIAN, FeatureKind.HESSIAN, FeatureKind.STRUCTURE_TENSOR));
        final ForestTraining training = new ForestTraining(classes, features, Normalization.DEVIATION, 2000,
            new ForestSettings(30, 64, 3, 0, true, 1));
        final ModelDescription description = new ModelDescription(ModelKind.FOREST, "balls", classes,
            Normalization.DEVIATION, new ModelInput(SIZE, ModelInput.DEFAULT_TOLERANCE, 0, 0), new TreeMap<>(Map.of()),
            new Provenance("", "", "", List.of(), 1), TrainingLog.NONE);
        return new ForestModel(description, features,
            new ForestTrainer(training).train(List.of(scan), Progress.NONE).grown().forest());
    }

    private static int[] labels(final LabelVolume labels) {
        final int[] values = new int[(int)labels.volume().shape().voxels()];
        labels.read(Block.of(labels.volume().shape()), values);
        return values;
    }

    private static double wrong(final int[] found, final int[] truth) {
        int wrong = 0;
        for (int i = 0; i < found.length; i++) {
            wrong += found[i] == truth[i] ? 0 : 1;
        }
        return wrong / (double)found.length;
    }

    @Test
    void ballsAreFoundInAnotherScan() throws IOException {
        final ForestModel model = model(FeatureSpace.SPATIAL, balls(new Shape(60, 60, 40), 1));
        final LabelledScan other = balls(new Shape(50, 60, 40), 2);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Prediction found =
                new ForestPredictor(model).predict(other.image(), false, scratch, Progress.NONE);

            assertEquals(0, wrong(labels(found.classes()), labels(other.labels())), 0.03);
            assertEquals(Map.of(3, "pore", 5, "silicon"), found.classes().names());
            assertEquals(List.of(), found.probabilities());
        }
    }

    /** Larger than a block along x and y. */
    @Test
    void threadsFilesAndProbabilitiesDoNotChangeTheResult() throws IOException {
        final ForestModel model = model(FeatureSpace.PLANAR, balls(new Shape(80, 80, 1), 1));
        final LabelledScan image = balls(new Shape(600, 530, 1), 3);
        final int[] found;
        try (ScratchSpace scratch = ScratchSpace.open()) {
            found = labels(Parallelization.runSingleThreaded(() -> predict(model, image, false, scratch)).classes());
        }
        try (ScratchSpace scratch = ScratchSpace.open(0, folder)) {
            final Prediction prediction =
                Parallelization.runWithNumThreads(4, () -> predict(model, image, true, scratch));
            final float[] silicon = new float[found.length];
            final float[] pore = new float[found.length];
            prediction.probabilities().get(0).read(Block.of(image.image().shape()), pore);
            prediction.probabilities().get(1).read(Block.of(image.image().shape()), silicon);

            assertArrayEquals(found, labels(prediction.classes()));
            for (int i = 0; i < found.length; i++) {
                assertEquals(1, silicon[i] + pore[i], 4e-5);
                assertTrue(found[i] == 5 == silicon[i] > pore[i]);
            }
        }
    }

    private static Prediction predict(final ForestModel model, final LabelledScan scan, final boolean probabilities,
        final ScratchSpace scratch) {
        try {
            return new ForestPredictor(model).predict(scan.image(), probabilities, scratch, Progress.NONE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStoredModelTellsTheSame() throws IOException {
        final LabelledScan scan = balls(new Shape(60, 60, 1), 1);
        final ForestModel model = model(FeatureSpace.PLANAR, scan);
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.toFile().write(bytes);
        final ForestModel read =
            ForestModel.of(ModelFile.read(new ByteArrayInputStream(bytes.toByteArray()), "balls.e4dmodel"));

        assertEquals(model.features(), read.features());
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertArrayEquals(labels(predict(model, scan, false, scratch).classes()),
                labels(predict(read, scan, false, scratch).classes()));
        }
    }

    @Test
    void voxelsWithoutGreyValueHaveNoClass() throws IOException {
        final ForestModel model = model(FeatureSpace.PLANAR, balls(new Shape(60, 60, 1), 1));
        final float[] greys = new float[25];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = i;
        }
        greys[12] = Float.NaN;
        final Volume image = Volume.of("T1", ArrayImgs.floats(greys, 5, 5, 1), SIZE);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Prediction found = new ForestPredictor(model).predict(image, true, scratch, Progress.NONE);
            final float[] probability = new float[25];
            found.probabilities().get(0).read(Block.of(image.shape()), probability);

            assertEquals(1, found.excluded());
            assertEquals(0, labels(found.classes())[12]);
            assertTrue(labels(found.classes())[11] != 0);
            assertTrue(Float.isNaN(probability[12]));
        }
    }

    @Test
    void otherVoxelsAreRefused() throws IOException {
        final ForestModel model = model(FeatureSpace.PLANAR, balls(new Shape(60, 60, 1), 1));
        final Volume coarse = Volume.of("T1", ArrayImgs.floats(5, 5, 1), VoxelSize.isotropic(0.4));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertEquals("The voxels of T1 are 0.4 x 0.4 x 0.4 µm, but the pixel classifier balls was trained on "
                + "voxels of 0.2 x 0.2 x 0.2 µm. Correct the voxel size, rescale the volume, or train a classifier on "
                + "such voxels.", assertThrows(LearningException.class,
                    () -> new ForestPredictor(model).predict(coarse, false, scratch, Progress.NONE)).getMessage());
        }
    }

    @Test
    void aPixelClassifierIsNoNetwork() {
        final ModelFile file = model(FeatureSpace.PLANAR, balls(new Shape(60, 60, 1), 1)).toFile();

        assertEquals("The model balls is of the kind forest, but one of the kind network is needed here. Choose "
            + "another model, or another node.",
            assertThrows(LearningException.class, () -> NetworkModel.of(file)).getMessage());
    }
}
