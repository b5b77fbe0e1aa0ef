// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.network.Operation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The place of an operation in a configuration that Deeplearning4j lacks or does otherwise than we need it. */
final class OwnVertex extends GraphVertex {

    private final Operation operation;

    OwnVertex(final Operation operation) {
        this.operation = operation;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(final ComputationGraph graph, final String name,
            final int index, final INDArray parameters, final boolean initialize, final DataType type) {
        if (operation instanceof Operation.Gate) {
            return new GateVertex(graph, name, index, type);
        } else if (operation instanceof Operation.Activation activation) {
            return new ActivationVertex(graph, name, index, type, activation.function());
        } else if (operation instanceof Operation.Dropout dropout) {
            return new DropoutVertex(graph, name, index, type, dropout.rate());
        }
        throw new EngineException("The Deeplearning4j engine does not know the operation " + operation + ".");
    }

    @Override
    public int minVertexInputs() {
        return operation instanceof Operation.Gate ? 2 : 1;
    }

    @Override
    public int maxVertexInputs() {
        return minVertexInputs();
    }

    @Override
    public long numParams(final boolean backpropagation) {
        return 0;
    }

    @Override
    public InputType getOutputType(final int index, final InputType... inputs) {
        return inputs[0];
    }

    @Override
    public MemoryReport getMemoryReport(final InputType... inputs) {
        throw new UnsupportedOperationException("No memory report of " + operation);
    }

    @Override
    public GraphVertex clone() {
        return new OwnVertex(operation);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof OwnVertex vertex && vertex.operation.equals(operation);
    }

    @Override
    public int hashCode() {
        return operation.hashCode();
    }
}
