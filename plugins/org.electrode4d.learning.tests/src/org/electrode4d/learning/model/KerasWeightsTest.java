// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.network.Nonlinearity;
import org.electrode4d.learning.network.Normalized;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.learning.worker.EngineLibraries;
import org.electrode4d.learning.worker.EngineLibrary;
import org.electrode4d.learning.worker.WorkerEngine;
import org.electrode4d.learning.worker.WorkerSettings;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.io.VolumeFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KerasWeightsTest {

    private static final int ROWS = 8;
    private static final int COLUMNS = 16;

    @TempDir
    Path folder;

    private static double[][][] noise() {
        final Random random = new Random(2);
        final double[][][] image = new double[ROWS][COLUMNS][1];
        for (final double[][] row : image) {
            for (final double[] pixel : row) {
                pixel[0] = random.nextFloat();
            }
        }
        return image;
    }

    private static KerasReference keras(final int made, final int depth, final int width, final int outputs) {
        final KerasReference keras = new KerasReference(made);
        keras.attentionResUNet(noise(), depth, width, outputs);
        return keras;
    }

    private Path written(final KerasReference keras, final String group) throws Exception {
        final Path path = folder.resolve("weights.h5");
        keras.write(path, group);
        return path;
    }

    private KerasWeights read(final KerasReference keras) throws Exception {
        return KerasWeights.read(written(keras, ""));
    }

    @Test
    void theNetworkPredictsWhatKerasPredicts() throws Exception {
        final Optional<EngineLibrary> library = EngineLibraries.find("onnx");
        assumeTrue(library.isPresent(), "the libraries of the engine onnx are absent");
        final KerasReference keras = new KerasReference(0);
        final double[][][] logits = keras.attentionResUNet(noise(), 2, 3, 4);
        final KerasWeights weights = read(keras);
        final float[] pixels = new float[ROWS * COLUMNS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float)noise()[i / COLUMNS][i % COLUMNS][0];
        }
        try (WorkerEngine engine = WorkerEngine.start(library.get(),
                new WorkerSettings(1, WorkerSettings.LEAST_MEMORY, folder), Progress.NONE);
                Network network = engine.open(new NetworkSource.Graph(weights.architecture().graph(),
                    weights.parameters()), NetworkOptions.DEFAULT)) {
            final Tensor predicted = network.predict(new Tensor(new int[] {1, 1, ROWS, COLUMNS}, pixels));
            for (int i = 0; i < predicted.values().length; i++) {
                final double expected = logits[i / COLUMNS % ROWS][i % COLUMNS][i / pixels.length];
                assertEquals(expected, predicted.values()[i], 1e-4 * Math.max(1, Math.abs(expected)));
            }
        }
    }

    @Test
    void depthWidthAndClassesFollowFromTheWeights() throws Exception {
        assertEquals(new AttentionResUNet(2, 1, 2, 0.2, Normalized.ALL, Nonlinearity.RELU),
            read(keras(0, 1, 2, 1)).architecture());
        assertEquals(new AttentionResUNet(5, 3, 1, 0.2, Normalized.ALL, Nonlinearity.RELU),
            read(keras(0, 3, 1, 5)).architecture());
    }

    /** Numbers go on after other networks of the session: from conv2d_8 to conv2d_22, of which 10 sorts first. */
    @Test
    void layersAreSortedByNumberWhateverTheFirst() throws Exception {
        final KerasReference first = keras(0, 1, 2, 1);
        final KerasReference later = keras(8, 1, 2, 1);
        assertTrue(later.layers().containsKey("conv2d_8") && !later.layers().containsKey("conv2d_1"));
        assertEquals(read(first), read(later));
        assertEquals(read(first), KerasWeights.read(written(later, "model_weights")));
        final float[] bias = (float[])first.layers().get("conv2d_1").get("bias");
        assertArrayEquals(bias, read(first).parameters().tensors().get("down1_conv2/bias").values());
        final float[] variance = (float[])first.layers().get("batch_normalization_11").get("moving_variance");
        assertArrayEquals(variance, read(first).parameters().tensors().get("output_norm/variance").values());
    }

    /** Two rows, one column, two inputs, three outputs. */
    @Test
    void kernelsAreOrderedByOutputFirst() {
        final Tensor kernel = KerasWeights.kernel(new Tensor(new int[] {2, 1, 2, 3},
            new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
        assertEquals(new Tensor(new int[] {3, 2, 2, 1}, new float[] {1, 7, 4, 10, 2, 8, 5, 11, 3, 9, 6, 12}), kernel);
    }

    /** Three rows, one column, two outputs, one input. */
    @Test
    void transposedKernelsAreTurned() {
        final Tensor kernel =
            KerasWeights.turned(new Tensor(new int[] {3, 1, 2, 1}, new float[] {1, 2, 3, 4, 5, 6}));
        assertEquals(new Tensor(new int[] {2, 1, 3, 1}, new float[] {5, 3, 1, 6, 4, 2}), kernel);
    }

    private String refused(final KerasReference keras) throws Exception {
        final Path path = written(keras, "");
        final String message = assertThrows(LearningException.class, () -> KerasWeights.read(path)).getMessage();
        assertTrue(message.startsWith(path.toString()), message);
        return message.substring(path.toString().length());
    }

    @Test
    void layersThatAreMissingAreCounted() throws Exception {
        final KerasReference keras = keras(0, 1, 2, 1);
        keras.layers().remove("conv2d_3");
        assertEquals(" has 14 layers conv2d, 1 conv2d_transpose and 12 batch_normalization. An Attention_ResUNet with "
            + "batch normalisation and 1 to 6 halvings has 4 + 11 n, n and 4 + 8 n, with 4 halvings 48, 4 and 36. "
            + "Export other networks to ONNX.", refused(keras));
    }

    @Test
    void weightsOfOtherShapeAreNamed() throws Exception {
        final KerasReference keras = keras(0, 1, 2, 1);
        keras.layers().get("conv2d_4").put("kernel", new float[3][3][4][5]);
        assertEquals(": The layer 'conv2d_4' has a kernel of shape [3, 3, 4, 5], but [3, 3, 4, 4] was expected there "
            + "in an Attention_ResUNet.", refused(keras));
    }

    @Test
    void whatTheNetworkCannotHaveIsRefused() throws Exception {
        assertEquals(": The layer 'conv2d_14' gives 2 channels. Two classes are one channel (with a sigmoid), n "
            + "classes n channels (with a softmax), up to 127. Export this network to ONNX.",
            refused(keras(0, 1, 2, 2)));
        final KerasReference colours = keras(0, 1, 2, 1);
        colours.layers().get("conv2d").put("kernel", new float[3][3][3][2]);
        assertEquals(": The layer 'conv2d' takes images of 3 channels, but grey values are one channel.",
            refused(colours));
        final KerasReference dense = keras(0, 1, 2, 1);
        dense.layers().put("dense", Map.of("kernel", new float[2][2]));
        assertTrue(refused(dense).startsWith(": The layer 'dense' has weights, but an Attention_ResUNet has only "
            + "layers that Keras calls conv2d, conv2d_transpose and batch_normalization, with numbers."));
        final KerasReference without = keras(0, 1, 2, 1);
        without.layers().get("conv2d_2").remove("bias");
        assertTrue(refused(without).startsWith(": The layer 'conv2d_2' has no bias, but only [conv2d_2/"));
    }

    @Test
    void filesWithoutWeightsOfKerasAreRefused() throws Exception {
        final Path path = folder.resolve("other.h5");
        try (Hdf5Writer file = new Hdf5Writer(path)) {
            file.data(file.root(), "image", new float[2][2]);
        }
        assertEquals(path + " holds no weights of Keras 2: the attribute layer_names is missing. Save them in Keras "
            + "with model.save_weights('weights.h5') or model.save('model.h5').",
            assertThrows(LearningException.class, () -> KerasWeights.read(path)).getMessage());
        assertThrows(VolumeFormatException.class, () -> KerasWeights.read(folder.resolve("none.h5")));
    }
}
