// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.electrode4d.learning.network.Nonlinearity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinearDerivative;
import org.nd4j.linalg.api.ops.impl.transforms.gradient.SigmoidDerivative;
import org.nd4j.linalg.api.ops.impl.transforms.gradient.TanhDerivative;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A function of each value. The layer of Deeplearning4j overwrites its input in prediction, which another layer may need.
 */
final class ActivationVertex extends ParameterlessVertex {

    private final Nonlinearity function;

    ActivationVertex(final ComputationGraph graph, final String name, final int index, final DataType type,
            final Nonlinearity function) {
        super(graph, name, index, type);
        this.function = function;
    }

    @Override
    INDArray forward(final INDArray[] in, final boolean training, final LayerWorkspaceMgr workspaces) {
        final INDArray out = values(in[0], workspaces);
        switch (function) {
            case RELU -> Nd4j.exec(new RectifiedLinear(in[0], out));
            case SIGMOID -> Nd4j.exec(new Sigmoid(in[0], out));
            case TANH -> Nd4j.exec(new Tanh(in[0], out));
        }
        return out;
    }

    @Override
    INDArray[] backward(final INDArray[] in, final INDArray error, final LayerWorkspaceMgr workspaces) {
        final INDArray out = derivatives(in[0], workspaces);
        switch (function) {
            case RELU -> Nd4j.exec(new RectifiedLinearDerivative(in[0], error, out));
            case SIGMOID -> Nd4j.exec(new SigmoidDerivative(in[0], error, out));
            case TANH -> Nd4j.exec(new TanhDerivative(in[0], error, out));
        }
        return new INDArray[] {out};
    }
}
