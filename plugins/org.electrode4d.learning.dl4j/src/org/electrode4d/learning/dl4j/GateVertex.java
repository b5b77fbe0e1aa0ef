// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * An attention gate: each channel c of image n of the first input times image n of the second, {@code y[n,c] = x[n,c]
 * g[n]}. Back go {@code dx[n,c] = dy[n,c] g[n]} and {@code dg[n] = sum over c of dy[n,c] x[n,c]}. The product of
 * Deeplearning4j refuses images with different numbers of channels.
 */
final class GateVertex extends ParameterlessVertex {

    GateVertex(final ComputationGraph graph, final String name, final int index, final DataType type) {
        super(graph, name, index, type);
    }

    @Override
    INDArray forward(final INDArray[] in, final boolean training, final LayerWorkspaceMgr workspaces) {
        return gated(in[0], in[1], values(in[0], workspaces));
    }

    @Override
    INDArray[] backward(final INDArray[] in, final INDArray error, final LayerWorkspaceMgr workspaces) {
        final INDArray straight = Shape.hasDefaultStridesForShape(error) ? error : error.dup('c');
        final INDArray features = derivatives(in[0], workspaces);
        final INDArray gate = derivatives(in[1], workspaces);
        Nd4j.exec(new MulOp(straight, in[0], features));
        final long channels = in[0].size(1);
        final long pixels = in[0].size(2) * in[0].size(3);
        // the sum over channels is a product with ones: reductions along a slow axis are slow
        final INDArray ones = Nd4j.ones(dataType, 1, channels);
        for (long image = 0; image < in[0].size(0); image++) {
            ones.mmuli(part(features, image, channels * pixels).reshape('c', channels, pixels),
                part(gate, image, pixels).reshape('c', 1, pixels));
        }
        return new INDArray[] {gated(straight, in[1], features), gate};
    }

    private static INDArray gated(final INDArray features, final INDArray gate, final INDArray product) {
        final long channels = features.size(1);
        final long pixels = features.size(2) * features.size(3);
        for (long i = 0; i < features.size(0) * channels; i++) {
            Nd4j.exec(new MulOp(part(features, i, pixels), part(gate, i / channels, pixels), part(product, i, pixels)));
        }
        return product;
    }

    /** The i-th part of an array that is cut into parts of equal size. */
    private static INDArray part(final INDArray array, final long i, final long size) {
        return array.reshape(array.length()).get(NDArrayIndex.interval(i * size, (i + 1) * size));
    }
}
