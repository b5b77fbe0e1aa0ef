// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.volume.io.Hdf5Dataset;
import org.electrode4d.volume.io.Hdf5File;

/**
 * The layers with weights in an HDF5 file of Keras 2, of each kind in the order in which they were made. That order is
 * in the numbers which Keras appends to names ({@code conv2d}, {@code conv2d_1}, ...): it counts all layers of a kind in
 * a session, so that the first number may be any.
 */
final class KerasFile {

    private static final String WEIGHTS = "model_weights";
    private static final Pattern NAME = Pattern.compile("(conv2d|conv2d_transpose|batch_normalization)(?:_(\\d+))?");

    private final Hdf5File file;
    private final List<Layer> layers = new ArrayList<>();

    /** What a layer is; the constants are the names that Keras gives. */
    enum Kind {
        CONV2D, CONV2D_TRANSPOSE, BATCH_NORMALIZATION
    }

    /** A layer with weights. */
    record Layer(Kind kind, int number, String name, List<String> weights) { }

    private KerasFile(final Hdf5File file) {
        this.file = file;
    }

    /** @throws LearningException if it holds no weights of Keras 2, or layers of a kind that is not known */
    static KerasFile open(final Hdf5File file) throws IOException {
        final KerasFile keras = new KerasFile(file);
        final String root = file.contains(WEIGHTS) ? WEIGHTS : "";
        final List<String> names = keras.texts(root, "layer_names");
        if (names.isEmpty()) {
            throw new LearningException(file.path() + " holds no weights of Keras 2: the attribute layer_names is missing. "
                + "Save them in Keras with model.save_weights('weights.h5') or model.save('model.h5').");
        }
        for (final String name : names) {
            final String group = root.isEmpty() ? name : root + "/" + name;
            final List<String> weights = keras.texts(group, "weight_names").stream()
                .map(weight -> group + "/" + weight).toList();
            if (!weights.isEmpty()) {
                keras.layers.add(keras.layer(name, weights));
            }
        }
        keras.layers.sort(Comparator.comparingInt(Layer::number));
        return keras;
    }

    List<Layer> layers(final Kind kind) {
        return layers.stream().filter(layer -> layer.kind() == kind).toList();
    }

    /** The extents of a weight such as {@code kernel}. */
    long[] shape(final Layer layer, final String weight) throws IOException {
        return dataset(layer, weight).shape();
    }

    /** @throws LearningException if the layer has no such weight or one of another shape */
    Tensor read(final Layer layer, final String weight, final int... shape) throws IOException {
        final Hdf5Dataset dataset = dataset(layer, weight);
        if (!Arrays.equals(dataset.shape(), Arrays.stream(shape).asLongStream().toArray())) {
            throw new LearningException(file.path() + ": The layer '" + layer.name() + "' has a " + weight + " of shape "
                + Arrays.toString(dataset.shape()) + ", but " + Arrays.toString(shape) + " was expected there in an "
                + "Attention_ResUNet.");
        }
        return new Tensor(shape, dataset.readFloats());
    }

    private Hdf5Dataset dataset(final Layer layer, final String weight) throws IOException {
        for (final String path : layer.weights()) {
            final String name = path.substring(path.lastIndexOf('/') + 1);
            if (name.equals(weight) || name.startsWith(weight + ":")) {
                return file.dataset(path);
            }
        }
        throw new LearningException(file.path() + ": The layer '" + layer.name() + "' has no " + weight
            + ", but only " + layer.weights() + ".");
    }

    private Layer layer(final String name, final List<String> weights) {
        final Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new LearningException(file.path() + ": The layer '" + name + "' has weights, but an Attention_ResUNet "
                + "has only layers that Keras calls conv2d, conv2d_transpose and batch_normalization, with numbers. Layers "
                + "of other names or kinds cannot be assigned; export the network to ONNX instead.");
        }
        final Kind kind = Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        return new Layer(kind, matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)), name, weights);
    }

    /** Keras spreads what exceeds 64 KB over attributes with numbers. */
    private List<String> texts(final String group, final String attribute) throws IOException {
        final List<String> texts = new ArrayList<>(file.texts(group, attribute));
        for (int part = 0; texts.isEmpty() || part > 0; part++) {
            final List<String> more = file.texts(group, attribute + part);
            if (more.isEmpty()) {
                break;
            }
            texts.addAll(more);
        }
        return texts;
    }
}
