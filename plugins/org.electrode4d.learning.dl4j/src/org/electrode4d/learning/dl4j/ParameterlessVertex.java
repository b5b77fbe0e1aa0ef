// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An operation without parameters, written by us; its arrays are in the workspaces of the network. */
abstract class ParameterlessVertex extends BaseGraphVertex {

    ParameterlessVertex(final ComputationGraph graph, final String name, final int index, final DataType type) {
        super(graph, name, index, null, null, type);
    }

    /** Values of the given inputs. */
    abstract INDArray forward(INDArray[] in, boolean training, LayerWorkspaceMgr workspaces);

    /** Derivatives by each input, from those by the output. */
    abstract INDArray[] backward(INDArray[] in, INDArray error, LayerWorkspaceMgr workspaces);

    /** An array as large as another one, for values on the way forward. */
    final INDArray values(final INDArray like, final LayerWorkspaceMgr workspaces) {
        return workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, like.shape(), 'c');
    }

    /** An array as large as another one, for derivatives on the way back. */
    final INDArray derivatives(final INDArray like, final LayerWorkspaceMgr workspaces) {
        return workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, like.shape(), 'c');
    }

    @Override
    public final INDArray doForward(final boolean training, final LayerWorkspaceMgr workspaces) {
        return forward(inputs, training, workspaces);
    }

    @Override
    public final Pair<Gradient, INDArray[]> doBackward(final boolean truncated, final LayerWorkspaceMgr workspaces) {
        return new Pair<>(null, backward(inputs, epsilon, workspaces));
    }

    @Override
    public final void setBackpropGradientsViewArray(final INDArray gradients) {
        if (gradients != null) {
            throw new IllegalArgumentException(vertexName + " has no parameters");
        }
    }

    @Override
    public final Pair<INDArray, MaskState> feedForwardMaskArrays(final INDArray[] masks, final MaskState state,
            final int batch) {
        return new Pair<>(null, state);
    }

    @Override
    public final boolean hasLayer() {
        return false;
    }

    @Override
    public final Layer getLayer() {
        return null;
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + " " + vertexName;
    }
}
