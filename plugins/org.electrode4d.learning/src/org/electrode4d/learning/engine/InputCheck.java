// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import java.util.Arrays;
import java.util.Map;

import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/** What engines ask of images, batches and parameters before they compute; native code is less polite. */
public final class InputCheck {

    private final NetworkGraph graph;

    public InputCheck(final NetworkGraph graph) {
        this.graph = graph;
    }

    /** @throws EngineException if images have other channels, cannot be halved, or hold values that are no number */
    public void images(final Tensor images) {
        values(images);
        final int[] shape = images.shape();
        if (shape[1] != graph.channels()) {
            throw new EngineException("The images have " + channels(shape[1]) + ", but the network takes "
                + channels(graph.channels()) + ".");
        }
        if (shape[2] % graph.divisor() != 0 || shape[3] % graph.divisor() != 0) {
            throw new EngineException("The images have " + shape[2] + " x " + shape[3]
                + " pixels, but rows and columns must be multiples of " + graph.divisor() + "; pad or cut them.");
        }
    }

    /** @throws EngineException if there are no rows and columns of images, or values that are no number */
    public static void values(final Tensor images) {
        final int[] shape = images.shape();
        if (shape.length != 4 || Arrays.stream(shape).anyMatch(extent -> extent < 1)) {
            throw new EngineException("Images must be of shape [batch, channel, row, column], not "
                + Arrays.toString(shape) + ".");
        }
        final int odd = notFinite(images.values());
        if (odd >= 0) {
            throw new EngineException("The images contain " + images.values()[odd] + " in row "
                + odd / shape[3] % shape[2] + ", column " + odd % shape[3] + "; replace it by a number.");
        }
    }

    /** @throws EngineException as for images; if a label is no class of the network */
    public void batch(final Batch batch) {
        images(batch.images());
        final int classes = Math.max(2, graph.outputs());
        for (int i = 0; i < batch.weights().length; i++) {
            if (batch.weights()[i] > 0) {
                final int label = batch.classes()[i];
                if (label < 0 || label >= classes) {
                    throw new EngineException("A pixel is labelled as class " + label + ", but the network tells "
                        + classes + " classes apart, 0 to " + (classes - 1) + ".");
                }
            }
        }
    }

    /** @throws EngineException if the parameters are not those of the layers, or one is no number */
    public void parameters(final Parameters parameters) {
        try {
            graph.check(parameters);
        } catch (final IllegalArgumentException e) {
            throw new EngineException(e.getMessage(), e);
        }
        for (final Map.Entry<String, Tensor> entry : parameters.tensors().entrySet()) {
            final int odd = notFinite(entry.getValue().values());
            if (odd >= 0) {
                throw new EngineException("The parameter \"" + entry.getKey() + "\" contains "
                    + entry.getValue().values()[odd] + " at index " + odd + "; it must be a number.");
            }
        }
    }

    private static int notFinite(final float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }

    private static String channels(final int count) {
        return count + (count == 1 ? " channel" : " channels");
    }
}
