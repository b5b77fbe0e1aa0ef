// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.engine.Step;
import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.network.Layer;
import org.electrode4d.learning.network.Operation;
import org.electrode4d.learning.network.Tensor;

/**
 * What engines are measured with: the network of the paper, and a noisy chequerboard of 256 x 512 pixels with its
 * labels.
 *
 * @param width base width of the network
 */
record EngineTask(int width, NetworkSource.Graph source, Batch batch) {

    static final NetworkOptions OPTIONS = NetworkOptions.DEFAULT;

    private static final int ROWS = 256;
    private static final int COLUMNS = 512;
    private static final int FIELD = 32;
    private static final double LEARNING_RATE = 1e-3;

    EngineTask(final int width) {
        this(width, source(AttentionResUNet.of(2, width)), chequerboard());
    }

    private static NetworkSource.Graph source(final AttentionResUNet architecture) {
        return new NetworkSource.Graph(architecture.graph(), architecture.initial(1));
    }

    private static Batch chequerboard() {
        final Random random = new Random(1);
        final float[] values = new float[ROWS * COLUMNS];
        final byte[] classes = new byte[values.length];
        final float[] weights = new float[values.length];
        Arrays.fill(weights, 1);
        for (int i = 0; i < values.length; i++) {
            classes[i] = (byte)((i / COLUMNS / FIELD + i % COLUMNS / FIELD) % 2);
            values[i] = classes[i] + (float)random.nextGaussian();
        }
        return new Batch(new Tensor(new int[] {1, 1, ROWS, COLUMNS}, values), classes, weights);
    }

    static Step step(final int number) {
        return new Step(LEARNING_RATE, number);
    }

    /** Network, image, labels and logits, as {@code benchmarks/peers/learning.py} reads them. */
    void write(final Path folder, final Tensor logits) throws IOException {
        Files.write(folder.resolve("layers.txt"), source.graph().layers().stream().map(EngineTask::line).toList());
        final SortedMap<String, Tensor> parameters = source.parameters().tensors();
        Files.write(folder.resolve("parameters.txt"), parameters.entrySet().stream()
            .map(entry -> entry.getKey() + "\t" + numbers(entry.getValue().shape())).toList());
        write(folder.resolve("parameters.f32"), List.copyOf(parameters.values()));
        write(folder.resolve("image.f32"), List.of(batch.images()));
        write(folder.resolve("logits.f32"), List.of(logits));
        Files.write(folder.resolve("labels.u8"), batch.classes());
    }

    private static void write(final Path file, final List<Tensor> tensors) throws IOException {
        final int size = tensors.stream().mapToInt(tensor -> tensor.values().length).sum();
        final ByteBuffer bytes = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        tensors.forEach(tensor -> {
            for (final float value : tensor.values()) {
                bytes.putFloat(value);
            }
        });
        Files.write(file, bytes.array());
    }

    private static String line(final Layer layer) {
        final Operation operation = layer.operation();
        String name = operation.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        String numbers = "";
        if (operation instanceof Operation.Convolution convolution) {
            numbers = convolution.kernel() + "," + convolution.stride();
        } else if (operation instanceof Operation.Dropout dropout) {
            numbers = Double.toString(dropout.rate());
        } else if (operation instanceof Operation.Activation activation) {
            name = activation.function().name().toLowerCase(Locale.ROOT);
        }
        return String.join("\t", layer.name(), name.replaceAll("^(batch|max|up)(?=n|p|s)", ""),
            String.join(",", layer.inputs()), numbers);
    }

    private static String numbers(final int[] shape) {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
}
