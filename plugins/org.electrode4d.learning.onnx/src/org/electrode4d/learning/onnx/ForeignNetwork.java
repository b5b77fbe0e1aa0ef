// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Map;

import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.InputCheck;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/**
 * A network that was trained elsewhere: one image at the input, one of the same rows and columns at the output, with
 * channels first or last. Where the model fixes a batch of one image, those of a batch are computed one by one.
 */
final class ForeignNetwork extends PredictingNetwork {

    private static final int AXES = 4;

    private final OnnxSession session;
    private final boolean channelsLast;

    /** Extents that the model takes in its own order of axes; -1 for any. */
    private final long[] takes;

    ForeignNetwork(final NetworkSource.Onnx source) {
        channelsLast = source.channelsLast();
        session = OnnxSession.open(source.model());
        try {
            takes = image(session.inputs(), "input");
            image(session.outputs(), "output");
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public Tensor predict(final Tensor images) {
        InputCheck.values(images);
        final int[] shape = images.shape();
        requireExtent("channels", shape[1], channelsLast ? 3 : 1);
        requireExtent("rows", shape[2], channelsLast ? 1 : 2);
        requireExtent("columns", shape[3], channelsLast ? 2 : 3);
        if (takes[0] == 1 && shape[0] > 1) {
            return oneByOne(images);
        }
        requireExtent("images at once", shape[0], 0);
        return run(images);
    }

    @Override
    public Parameters parameters() {
        throw unknown();
    }

    @Override
    public void setParameters(final Parameters parameters) {
        throw unknown();
    }

    @Override
    public void close() {
        session.close();
    }

    private Tensor run(final Tensor images) {
        final Tensor result = session.run(channelsLast ? Axes.channelsLast(images) : images);
        final int[] shape = result.shape();
        final Tensor logits = channelsLast && shape.length == AXES ? Axes.channelsFirst(result) : result;
        final int[] given = images.shape();
        final int[] got = logits.shape();
        if (got.length != AXES || got[0] != given[0] || got[2] != given[2] || got[3] != given[3]) {
            throw new EngineException("The network turns images of shape " + Arrays.toString(given) + " into "
                + Arrays.toString(got) + " [batch, channel, row, column], but a segmentation needs a value for every "
                + "pixel.");
        }
        return logits;
    }

    private Tensor oneByOne(final Tensor images) {
        final int[] shape = images.shape();
        final int size = images.values().length / shape[0];
        Tensor all = null;
        for (int i = 0; i < shape[0]; i++) {
            final float[] values = Arrays.copyOfRange(images.values(), i * size, (i + 1) * size);
            final Tensor one = run(new Tensor(new int[] {1, shape[1], shape[2], shape[3]}, values));
            if (all == null) {
                all = Tensor.zeros(shape[0], one.shape()[1], shape[2], shape[3]);
            }
            System.arraycopy(one.values(), 0, all.values(), i * one.values().length, one.values().length);
        }
        return all;
    }

    private void requireExtent(final String name, final int extent, final int axis) {
        if (takes[axis] >= 0 && takes[axis] != extent) {
            throw new EngineException("The network takes " + takes[axis] + " " + name + ", not " + extent
                + ": its input is " + Arrays.toString(takes) + (channelsLast ? " with the channels last."
                    : " with the channels first.") + " (-1 stands for any number.) Change the tiles, or say that the "
                + "channels are " + (channelsLast ? "first." : "last."));
        }
    }

    private static long[] image(final Map<String, NodeInfo> nodes, final String side) {
        if (nodes.size() != 1) {
            throw new EngineException("The network has " + nodes.size() + " " + side + "s " + nodes.keySet()
                + ", but a segmentation needs one. Export it with the image alone.");
        }
        final NodeInfo node = nodes.values().iterator().next();
        if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            throw new EngineException("The " + side + " \"" + node.getName() + "\" of the network is " + node.getInfo()
                + ", but must be an image of 32-bit floating point numbers.");
        }
        if (tensor.getShape().length != AXES) {
            throw new EngineException("The " + side + " \"" + node.getName() + "\" of the network has "
                + tensor.getShape().length + " axes, but an image has " + AXES
                + ": batch, channel, rows and columns.");
        }
        return tensor.getShape();
    }

    private static EngineException unknown() {
        return new EngineException("The parameters of a network that was trained elsewhere stay in its ONNX file.");
    }
}
