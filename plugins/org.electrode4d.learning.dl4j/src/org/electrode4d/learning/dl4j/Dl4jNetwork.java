// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import java.util.function.BiFunction;

import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.engine.InputCheck;
import org.electrode4d.learning.engine.LossFunction;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.engine.Step;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network in Deeplearning4j. Native memory is freed when it is used up, not when the garbage collector comes by. */
final class Dl4jNetwork implements Network {

    private final InputCheck check;

    private final LossFunction loss;

    private final DataType type;

    private final LogitsGraph graph;

    private final ParameterLayout layout;

    private final TrainingState state;

    private final NativeMemory memory = new NativeMemory();

    Dl4jNetwork(final NetworkSource.Graph source, final NetworkOptions options) {
        check = new InputCheck(source.graph());
        check.parameters(source.parameters());
        loss = new LossFunction(options.loss());
        type = options.precision() == NetworkOptions.Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT;
        graph = new LogitsGraph(GraphTranslation.configuration(source.graph(), type), source.graph().output());
        graph.init();
        OneDnn.switchOn(graph, type);
        layout = new ParameterLayout(graph, source.graph().parameterShapes());
        layout.put(source.parameters(), flat(graph.params()));
        state = new TrainingState(layout, flat(graph.params()));
    }

    private static INDArray flat(final INDArray array) {
        return array.reshape(array.length());
    }

    @Override
    public Tensor predict(final Tensor images) {
        check.images(images);
        try (INDArray in = array(images); INDArray logits = graph.outputSingle(false, in)) {
            final int[] shape = images.shape();
            return new Tensor(new int[] {shape[0], (int)logits.size(1), shape[2], shape[3]}, NativeValues.floats(logits));
        } finally {
            memory.settle();
        }
    }

    @Override
    public double train(final Batch batch, final Step step) {
        check.batch(batch);
        graph.dropout(step.seed());
        try (INDArray in = array(batch.images())) {
            final double value = graph.backpropagate(in, errors(batch));
            state.step(flat(graph.getFlattenedGradients()), step.learningRate());
            return value;
        } finally {
            memory.settle();
        }
    }

    @Override
    public double loss(final Batch batch) {
        check.batch(batch);
        graph.noDropout();
        try (INDArray in = array(batch.images())) {
            return graph.forward(in, errors(batch));
        } finally {
            memory.settle();
        }
    }

    @Override
    public Parameters gradients(final Batch batch) {
        check.batch(batch);
        graph.noDropout();
        try (INDArray in = array(batch.images())) {
            graph.backpropagate(in, errors(batch));
            return layout.gradients(flat(graph.getFlattenedGradients()));
        } finally {
            memory.settle();
        }
    }

    private BiFunction<INDArray, INDArray, Double> errors(final Batch batch) {
        return (logits, derivatives) -> {
            final double[] values = NativeValues.doubles(logits);
            final double[] changes = new double[values.length];
            final double value = loss.value(batch, values, changes);
            NativeValues.put(changes, derivatives);
            return value;
        };
    }

    private INDArray array(final Tensor images) {
        final int[] shape = images.shape();
        return NativeValues.array(images.values(), type, shape[0], shape[1], shape[2], shape[3]);
    }

    @Override
    public Parameters parameters() {
        return layout.parameters(flat(graph.params()));
    }

    @Override
    public void setParameters(final Parameters parameters) {
        check.parameters(parameters);
        layout.put(parameters, flat(graph.params()));
    }

    @Override
    public byte[] state() {
        return state.save();
    }

    @Override
    public void restore(final byte[] saved) {
        state.restore(saved);
    }

    @Override
    public void close() {
        state.close();
        graph.close();
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
}
