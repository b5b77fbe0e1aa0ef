// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.model.KerasFile.Kind;
import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.network.Layer;
import org.electrode4d.learning.network.Operation;
import org.electrode4d.learning.network.Operation.Convolution;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.volume.io.Hdf5File;

/**
 * An attention residual U-Net that was trained with Keras 2: the {@code Attention_ResUNet} of S. Bhattiprolu, which the
 * paper uses. Read are HDF5 files of its weights and of the whole model. Layers are assigned in the order in which that
 * code makes them, which is the order of ours; depth, base width and number of classes follow from the weights.
 * <p>
 * Kernels {@code [row, column, in, out]} become {@code [out, in, row, column]}. A transposed 3x3 convolution of stride
 * 1, {@code [row, column, out, in]}, is the convolution with its kernel turned by 180 degrees.
 *
 * @param architecture with the dropout of the paper, of which the weights know nothing
 * @param parameters of its layers
 */
public record KerasWeights(AttentionResUNet architecture, Parameters parameters) {

    /** How many layers there are: constant and for each halving; convolutions that are transposed not among them. */
    private static final int CONVOLUTIONS = 4;
    private static final int CONVOLUTIONS_PER_LEVEL = 11;
    private static final int NORMALIZATIONS = 4;
    private static final int NORMALIZATIONS_PER_LEVEL = 8;

    /**
     * Reads the weights of a file.
     *
     * @throws LearningException if they are not those of an Attention_ResUNet with batch normalisation for images of
     *     one channel; the message names the layer, what it has and what was expected
     * @throws IOException if the file is no HDF5 file or cannot be read
     */
    public static KerasWeights read(final Path path) throws IOException {
        final KerasFile file = KerasFile.open(Hdf5File.open(path));
        final AttentionResUNet architecture = architecture(path, file);
        return new KerasWeights(architecture, parameters(file, architecture));
    }

    private static AttentionResUNet architecture(final Path path, final KerasFile file) throws IOException {
        final List<KerasFile.Layer> convolutions = file.layers(Kind.CONV2D);
        final int depth = file.layers(Kind.CONV2D_TRANSPOSE).size();
        final int normalizations = file.layers(Kind.BATCH_NORMALIZATION).size();
        if (depth < 1 || depth > AttentionResUNet.MAX_DEPTH
            || convolutions.size() != CONVOLUTIONS + CONVOLUTIONS_PER_LEVEL * depth
            || normalizations != NORMALIZATIONS + NORMALIZATIONS_PER_LEVEL * depth) {
            throw new LearningException(path + " has " + convolutions.size() + " layers conv2d, " + depth
                + " conv2d_transpose and " + normalizations + " batch_normalization. An Attention_ResUNet with batch "
                + "normalisation and 1 to " + AttentionResUNet.MAX_DEPTH + " halvings has 4 + 11 n, n and 4 + 8 n, "
                + "with 4 halvings 48, 4 and 36. Export other networks to ONNX.");
        }
        final long[] first = kernel(path, file, convolutions.get(0));
        if (first[2] != 1) {
            throw new LearningException(path + ": The layer '" + convolutions.get(0).name() + "' takes images of "
                + first[2] + " channels, but grey values are one channel.");
        }
        final KerasFile.Layer last = convolutions.get(convolutions.size() - 1);
        final long outputs = kernel(path, file, last)[3];
        if (outputs == 2 || outputs > Byte.MAX_VALUE) {
            throw new LearningException(path + ": The layer '" + last.name() + "' gives " + outputs + " channels. Two "
                + "classes are one channel (with a sigmoid), n classes n channels (with a softmax), up to "
                + Byte.MAX_VALUE + ". Export this network to ONNX.");
        }
        final AttentionResUNet paper = AttentionResUNet.of(Math.max(2, (int)outputs), (int)first[3]);
        return new AttentionResUNet(paper.classes(), depth, paper.baseWidth(), paper.dropout(), paper.normalized(),
            paper.nonlinearity());
    }

    private static long[] kernel(final Path path, final KerasFile file, final KerasFile.Layer layer)
            throws IOException {
        final long[] shape = file.shape(layer, "kernel");
        if (shape.length != 4) {
            throw new LearningException(path + ": The layer '" + layer.name() + "' has a kernel of shape "
                + Arrays.toString(shape) + ", but that of a convolution has rows, columns, inputs and outputs.");
        }
        return shape;
    }

    private static Parameters parameters(final KerasFile file, final AttentionResUNet architecture)
            throws IOException {
        final Iterator<KerasFile.Layer> convolutions = file.layers(Kind.CONV2D).iterator();
        final Iterator<KerasFile.Layer> transposed = file.layers(Kind.CONV2D_TRANSPOSE).iterator();
        final Iterator<KerasFile.Layer> normalizations = file.layers(Kind.BATCH_NORMALIZATION).iterator();
        final SortedMap<String, Tensor> tensors = new TreeMap<>();
        for (final Layer layer : architecture.graph().layers()) {
            final String name = layer.name();
            if (layer.operation() instanceof Convolution convolution) {
                final int size = convolution.kernel();
                final boolean turned = name.endsWith("_transposed");
                final KerasFile.Layer source = turned ? transposed.next() : convolutions.next();
                tensors.put(name + "/kernel", turned
                    ? turned(file.read(source, "kernel", size, size, convolution.out(), convolution.in()))
                    : kernel(file.read(source, "kernel", size, size, convolution.in(), convolution.out())));
                tensors.put(name + "/bias", file.read(source, "bias", convolution.out()));
            } else if (layer.operation() instanceof Operation.BatchNormalization normalization) {
                final KerasFile.Layer source = normalizations.next();
                final int channels = normalization.channels();
                tensors.put(name + "/gamma", file.read(source, "gamma", channels));
                tensors.put(name + "/beta", file.read(source, "beta", channels));
                tensors.put(name + "/mean", file.read(source, "moving_mean", channels));
                tensors.put(name + "/variance", file.read(source, "moving_variance", channels));
            }
        }
        return new Parameters(tensors);
    }

    /** From {@code [row, column, in, out]} to {@code [out, in, row, column]}. */
    static Tensor kernel(final Tensor keras) {
        final int[] shape = keras.shape();
        final int places = shape[0] * shape[1];
        final Tensor kernel = Tensor.zeros(shape[3], shape[2], shape[0], shape[1]);
        for (int place = 0; place < places; place++) {
            for (int in = 0; in < shape[2]; in++) {
                for (int out = 0; out < shape[3]; out++) {
                    kernel.values()[(out * shape[2] + in) * places + place] =
                        keras.values()[(place * shape[2] + in) * shape[3] + out];
                }
            }
        }
        return kernel;
    }

    /** From {@code [row, column, out, in]} of a transposed convolution to that of a convolution of equal result. */
    static Tensor turned(final Tensor keras) {
        final int[] shape = keras.shape();
        final int places = shape[0] * shape[1];
        final Tensor kernel = Tensor.zeros(shape[2], shape[3], shape[0], shape[1]);
        final int size = shape[2] * shape[3];
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < size; i++) {
                kernel.values()[i * places + places - 1 - place] = keras.values()[place * size + i];
            }
        }
        return kernel;
    }
}
