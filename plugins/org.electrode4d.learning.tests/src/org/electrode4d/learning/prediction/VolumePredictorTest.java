// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.data.Orientation;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.learning.model.ModelInput;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.NetworkModel;
import org.electrode4d.learning.model.OnnxModel;
import org.electrode4d.learning.model.OnnxModel.ForeignImage;
import org.electrode4d.learning.model.OutputActivation;
import org.electrode4d.learning.model.Provenance;
import org.electrode4d.learning.model.SliceModel;
import org.electrode4d.learning.model.TrainingLog;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.learning.training.LogisticEngine;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumePredictorTest {

    private static final Set<Orientation> ALL = EnumSet.allOf(Orientation.class);

    @TempDir
    Path folder;

    /** Grey values are halved; pixels of 0.1 µm, 10 % tolerated. */
    private static ModelDescription description(final ModelKind kind, final String classes) {
        return new ModelDescription(kind, "M", ClassScheme.parse(classes, OptionalInt.empty()),
            Normalization.fixed(new GreyScale(0, 2)), new ModelInput(VoxelSize.isotropic(0.1), 0.1, 0, 0),
            new TreeMap<>(Map.of()), new Provenance("", "", "", List.of(), 0), TrainingLog.NONE);
    }

    /** Silicon, label 7, where the grey value is above 2; its probability is the sigmoid of (grey / 2 - 1). */
    private static SliceModel threshold() {
        return new NetworkModel(description(ModelKind.NETWORK, "pore = 3, 4; silicon = 7"), LogisticEngine.graph(1, 4),
            LogisticEngine.parameters(new float[] {1}, new float[] {-1}));
    }

    private static Volume volume(final Shape shape, final float... values) {
        return Volume.of("T0", ArrayImgs.floats(values, shape.x(), shape.y(), shape.z()), VoxelSize.isotropic(0.1));
    }

    private static Volume noise(final Shape shape) {
        final SplittableRandom random = new SplittableRandom(3);
        final float[] values = new float[(int)shape.voxels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)(4 * random.nextDouble());
        }
        return volume(shape, values);
    }

    private static PredictionSettings settings(final Set<Orientation> orientations) {
        return new PredictionSettings(orientations, new Tiles(12, 4), false, true);
    }

    private Prediction predict(final SliceModel model, final Volume volume, final PredictionSettings settings,
        final ScratchSpace scratch) throws IOException {
        try (Network network = new LogisticEngine().open(model.source(), NetworkOptions.DEFAULT)) {
            return new VolumePredictor(model, network, settings).predict(volume, scratch, Progress.NONE);
        }
    }

    private static int[] labels(final LabelVolume labels) {
        final int[] values = new int[(int)labels.volume().shape().voxels()];
        labels.read(Block.of(labels.volume().shape()), values);
        return values;
    }

    private static float[] values(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    @Test
    void classesAreTheSmallestLabelsTheyWereLearnedFromWithTheirNames() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Volume image = volume(new Shape(3, 2, 1), 0, 1.9f, 2.1f, 2, 4, Float.NaN)
                .withOrigin(new Point(1, 2, 3)).withMetadata(Map.of("Step", "T0"));
            final Prediction prediction = predict(threshold(), image, settings(EnumSet.of(Orientation.XY)), scratch);
            assertArrayEquals(new int[] {3, 3, 7, 3, 7, 0}, labels(prediction.classes()));
            assertEquals(Map.of(3, "pore", 7, "silicon"), prediction.classes().names());
            assertEquals(1, prediction.excluded());
            assertEquals(VoxelType.UINT8, prediction.classes().volume().type());
            assertEquals(new Point(1, 2, 3), prediction.classes().volume().origin());
            assertEquals("T0", prediction.classes().volume().metadata().get("Step"));
            final float[] silicon = values(prediction.probabilities().get(1));
            final float[] pore = values(prediction.probabilities().get(0));
            assertEquals(1 / (1 + Math.E), silicon[0], 1e-5);
            assertEquals(Math.E / (1 + Math.E), silicon[4], 1e-5);
            assertTrue(Float.isNaN(silicon[5]) && Float.isNaN(pore[5]));
            for (int i = 0; i < 5; i++) {
                assertEquals(1, silicon[i] + pore[i], 1e-6);
            }
        }
    }

    @Test
    void orientationsTilesAndDiskChangeNothingForANetworkThatSeesSinglePixels() throws IOException {
        // more slices across z than a slab has, tiles along every axis
        final Volume noise = noise(new Shape(14, 17, 70));
        final Volume image = LazyVolume.of("T0", noise.shape(), noise.voxelSize(), 8, noise::read);
        try (ScratchSpace memory = ScratchSpace.open(); ScratchSpace disk = ScratchSpace.open(0, folder)) {
            final Prediction one = predict(threshold(), image, settings(EnumSet.of(Orientation.XY)), memory);
            for (final Set<Orientation> orientations : List.of(ALL, EnumSet.of(Orientation.XZ),
                EnumSet.of(Orientation.YZ))) {
                final Prediction other = predict(threshold(), image, settings(orientations), disk);
                assertArrayEquals(labels(one.classes()), labels(other.classes()));
                assertArrayEquals(values(one.probabilities().get(1)), values(other.probabilities().get(1)), 4e-5f);
            }
        }
    }

    /** Probabilities that tell the orientations of slices of 4 x 8 x 12 voxels apart. */
    private static Tensor byShape(final Tensor image) {
        final int rows = image.shape()[2];
        final int columns = image.shape()[3];
        final float probability = rows == 8 ? 0.2f : columns == 4 ? 0.4f : 0.75f;
        final float[] values = new float[rows * columns];
        Arrays.fill(values, probability);
        return new Tensor(image.shape(), values);
    }

    @Test
    void probabilitiesOfOrientationsAreAveraged() throws IOException {
        final SliceModel model = new OnnxModel(description(ModelKind.ONNX, "a = 0; b = 1"), new byte[0],
            new ForeignImage(false, OutputActivation.PROBABILITIES, 4));
        final ImageFunction network = VolumePredictorTest::byShape;
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Prediction all = new VolumePredictor(model, network, settings(ALL))
                .predict(noise(new Shape(4, 8, 12)), scratch, Progress.NONE);
            assertEquals(0.45, values(all.probabilities().get(1))[100], 2e-5);
            assertEquals(0, labels(all.classes())[100]);
            final Prediction two = new VolumePredictor(model, network, settings(EnumSet.of(Orientation.XZ,
                Orientation.YZ))).predict(noise(new Shape(4, 8, 12)), scratch, Progress.NONE);
            assertEquals(0.575, values(two.probabilities().get(1))[100], 2e-5);
            assertEquals(1, labels(two.classes())[100]);
        }
    }

    @Test
    void threeClassesHaveThreeProbabilities() throws IOException {
        // logits -2 g, 0, 2 g - 1.5 of normalised values g
        final SliceModel model = new NetworkModel(description(ModelKind.NETWORK, "a = 300; b = *; c = 1"),
            LogisticEngine.graph(3, 4), LogisticEngine.parameters(new float[] {-2, 0, 2}, new float[] {0, 0, -1.5f}));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Prediction prediction = predict(model, volume(new Shape(2, 2, 1), -4, 0.5f, 4, 0.1f),
                settings(EnumSet.of(Orientation.XY)), scratch);
            // b has no label of its own and gets the smallest that is free
            assertArrayEquals(new int[] {300, 0, 1, 0}, labels(prediction.classes()));
            assertEquals(VoxelType.UINT16, prediction.classes().volume().type());
            final double sum = Math.exp(4) + 1 + Math.exp(-5.5);
            assertEquals(Math.exp(4) / sum, values(prediction.probabilities().get(0))[0], 2e-5);
            assertEquals(1 / sum, values(prediction.probabilities().get(1))[0], 2e-5);
            assertEquals(Math.exp(-5.5) / sum, values(prediction.probabilities().get(2))[0], 2e-5);
        }
    }

    @Test
    void otherVoxelsAreRefusedOrRescaled() throws IOException {
        final Volume coarse = noise(new Shape(9, 6, 3)).withVoxelSize(new VoxelSize(0.2, 0.2, 0.5));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertEquals("The voxels of T0 are 0.2 x 0.2 x 0.5 µm, which does not fit the model M in slices [XY]: it "
                + "was trained with pixels of 0.1 x 0.1 µm and tolerates a difference of 10 %. Correct the voxel size, "
                + "rescale the volume, or train a model for such voxels.", assertThrows(LearningException.class,
                    () -> predict(threshold(), coarse, PredictionSettings.DEFAULT, scratch)).getMessage());
            for (final Set<Orientation> orientations : List.of(EnumSet.of(Orientation.XY), ALL)) {
                final Prediction prediction = predict(threshold(), coarse,
                    new PredictionSettings(orientations, Tiles.DEFAULT, true, true), scratch);
                assertEquals(coarse.shape(), prediction.classes().volume().shape());
                assertEquals(coarse.voxelSize(), prediction.classes().volume().voxelSize());
                assertEquals(coarse.shape(), prediction.probabilities().get(0).shape());
                int same = 0;
                final int[] labels = labels(prediction.classes());
                final float[] grey = values(coarse);
                for (int i = 0; i < labels.length; i++) {
                    same += labels[i] == (grey[i] > 2 ? 7 : 3) ? 1 : 0;
                }
                // interpolation moves a few values across the threshold
                assertTrue(same > 0.9 * labels.length, "" + same);
            }
            // within the tolerance, and z does not matter to slices across it
            final Volume near = coarse.withVoxelSize(new VoxelSize(0.109, 0.091, 5));
            assertEquals(near.shape(),
                predict(threshold(), near, PredictionSettings.DEFAULT, scratch).classes().volume().shape());
            assertThrows(LearningException.class, () -> predict(threshold(), near, settings(ALL), scratch));
        }
    }

    @Test
    void pixelsOfSlicesAcrossXAreRescaledAlongTheirOwnAxes() throws IOException {
        // rows along y with pixels of 0.1 µm, above each other along z with 0.3 µm
        final ModelDescription known = description(ModelKind.NETWORK, "pore = 3; silicon = 7");
        final SliceModel model = new NetworkModel(new ModelDescription(known.kind(), known.name(), known.classes(),
            known.normalization(), new ModelInput(new VoxelSize(0.1, 0.3, 0.2), 0.1, 0, 0), known.architecture(),
            known.provenance(), known.training()), LogisticEngine.graph(1, 4),
            LogisticEngine.parameters(new float[] {1}, new float[] {-1}));
        final Volume coarse = noise(new Shape(4, 6, 3)).withVoxelSize(new VoxelSize(0.2, 0.2, 0.3));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Prediction prediction = predict(model, coarse,
                new PredictionSettings(EnumSet.of(Orientation.YZ), Tiles.DEFAULT, true, false), scratch);
            assertEquals(coarse.shape(), prediction.classes().volume().shape());
        }
    }

    @Test
    void whatDoesNotFitIsNamed() throws IOException {
        final Volume image = noise(new Shape(8, 8, 1));
        final SliceModel model = new OnnxModel(description(ModelKind.ONNX, "a = 0; b = 1; c = 2"), new byte[0],
            new ForeignImage(false, OutputActivation.PROBABILITIES, 1));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertEquals("T0 is a single image: it has no slices [XY, XZ, YZ]. Choose slices XY alone.",
                assertThrows(LearningException.class, () -> predict(threshold(), image, settings(ALL), scratch))
                    .getMessage());
            final ImageFunction same = tile -> tile;
            assertEquals("The network of the model M gives 1 values for each pixel, which do not fit its 3 classes. "
                + "Correct the classes.", assertThrows(LearningException.class,
                    () -> new VolumePredictor(model, same, PredictionSettings.DEFAULT).predict(image, scratch,
                        Progress.NONE)).getMessage());
            final ImageFunction broken = tile -> new Tensor(new int[] {1, 3, 8, 8}, nans(192));
            assertTrue(assertThrows(LearningException.class,
                () -> new VolumePredictor(model, broken, PredictionSettings.DEFAULT).predict(image, scratch,
                    Progress.NONE)).getMessage().startsWith("The model M gives a probability of NaN. It is damaged"));
        }
    }

    private static float[] nans(final int count) {
        final float[] nans = new float[count];
        Arrays.fill(nans, Float.NaN);
        return nans;
    }
}
