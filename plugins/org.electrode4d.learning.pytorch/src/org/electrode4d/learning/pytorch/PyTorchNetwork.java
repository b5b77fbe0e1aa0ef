// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.engine.InputCheck;
import org.electrode4d.learning.engine.LossFunction;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.Step;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Operation.BatchNormalization;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/**
 * A network of layers in PyTorch. What one call makes lives in a scope of its own and is freed at its end, so that
 * memory does not grow.
 */
final class PyTorchNetwork implements Network {

    private final NetworkGraph graph;
    private final InputCheck check;
    private final LossFunction loss;
    private final NDManager memory;
    private final StagingMemory staging;
    private final Variables learned;
    /** Means and variances of batch normalisation. */
    private final Variables running;
    /** Of batch normalisation, by layer. */
    private final Map<String, Double> momenta = new HashMap<>();
    private final Adam optimiser;
    private final NetworkState state;

    /** Where a batch leads to: its loss, the gradient by all that is learned, and the statistics of its values. */
    private record Slope(double loss, NDArray gradient, Map<String, NDArray> statistics) { }

    /** @param memory of the network; is closed with it */
    PyTorchNetwork(final NetworkGraph graph, final Parameters parameters, final NetworkOptions options,
            final NDManager memory) {
        this.graph = graph;
        this.memory = memory;
        graph.layers().forEach(layer -> {
            if (layer.operation() instanceof BatchNormalization normalization) {
                momenta.put(layer.name(), normalization.momentum());
            }
        });
        check = new InputCheck(graph);
        check.parameters(parameters);
        loss = new LossFunction(options.loss());
        final DataType type = options.precision() == NetworkOptions.Precision.DOUBLE ? DataType.FLOAT64
            : DataType.FLOAT32;
        staging = new StagingMemory(type);
        learned = variables(false, type);
        running = variables(true, type);
        optimiser = new Adam(memory.zeros(learned.flat().getShape(), type),
            memory.zeros(learned.flat().getShape(), type));
        state = new NetworkState(List.of(learned.flat(), running.flat(), optimiser.mean(), optimiser.square()),
            optimiser, staging);
        set(parameters);
    }

    private Variables variables(final boolean statistics, final DataType type) {
        final SortedMap<String, int[]> shapes = new TreeMap<>(graph.parameterShapes());
        shapes.keySet().removeIf(name -> (name.endsWith("/mean") || name.endsWith("/variance")) != statistics);
        final int size = shapes.values().stream().mapToInt(Tensor::size).sum();
        return new Variables(shapes, memory.zeros(new Shape(size), type));
    }

    @Override
    public Tensor predict(final Tensor images) {
        check.images(images);
        return NativeErrors.named("compute logits", () -> {
            try (NDManager scope = memory.newSubManager()) {
                final Map<String, NDArray> variables = new HashMap<>(learned.views());
                variables.putAll(running.views());
                final NDArray logits = logits(scope, images, new PredictionOperations(variables));
                final int[] shape = LongStream.of(logits.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
                return new Tensor(shape, logits.toType(DataType.FLOAT32, false).toFloatArray());
            }
        });
    }

    @Override
    public double train(final Batch batch, final Step step) {
        check.batch(batch);
        return NativeErrors.named("go a step of training", () -> {
            try (NDManager scope = memory.newSubManager()) {
                final Slope slope = slope(scope, batch, new DropoutMasks(step.seed(), staging));
                optimiser.step(learned.flat(), slope.gradient(), step.learningRate());
                slope.statistics().forEach(this::follow);
                return slope.loss();
            }
        });
    }

    /** Lets a running mean or variance follow that of a batch. */
    private void follow(final String name, final NDArray value) {
        final double momentum = momenta.get(name.substring(0, name.lastIndexOf('/')));
        running.views().get(name).muli(momentum).addi(value.muli(1 - momentum));
    }

    @Override
    public double loss(final Batch batch) {
        check.batch(batch);
        return NativeErrors.named("compute the loss", () -> {
            try (NDManager scope = memory.newSubManager()) {
                final TrainingOperations operations = new TrainingOperations(learned.views(), null);
                return loss.value(batch, doubles(logits(scope, batch.images(), operations)));
            }
        });
    }

    @Override
    public Parameters gradients(final Batch batch) {
        check.batch(batch);
        return NativeErrors.named("compute gradients", () -> {
            try (NDManager scope = memory.newSubManager()) {
                return new Parameters(learned.tensors(slope(scope, batch, null).gradient()));
            }
        });
    }

    @Override
    public Parameters parameters() {
        final SortedMap<String, Tensor> tensors = learned.tensors(learned.flat());
        tensors.putAll(running.tensors(running.flat()));
        return new Parameters(tensors);
    }

    @Override
    public void setParameters(final Parameters parameters) {
        check.parameters(parameters);
        set(parameters);
    }

    private void set(final Parameters parameters) {
        learned.set(parameters.tensors(), staging);
        running.set(parameters.tensors(), staging);
    }

    @Override
    public byte[] state() {
        return state.write();
    }

    @Override
    public void restore(final byte[] bytes) {
        state.read(bytes);
    }

    @Override
    public void close() {
        memory.close();
    }

    /** @param masks null to drop nothing */
    private Slope slope(final NDManager scope, final Batch batch, final DropoutMasks masks) {
        final Map<String, NDArray> variables = learned.differentiable(scope);
        final TrainingOperations operations = new TrainingOperations(variables, masks);
        try (GradientCollector collector = memory.getEngine().newGradientCollector()) {
            final NDArray logits = logits(scope, batch.images(), operations);
            final double[] values = doubles(logits.stopGradient());
            final double[] derivative = new double[values.length];
            final double value = loss.value(batch, values, derivative);
            // The gradient of this sum is that of the loss, which PyTorch does not know.
            collector.backward(logits.mul(staging.array(scope, "derivative", logits.getShape(), derivative)).sum());
            return new Slope(value, Variables.gradient(variables), operations.statistics());
        }
    }

    private NDArray logits(final NDManager scope, final Tensor images, final Operations operations) {
        final long[] shape = IntStream.of(images.shape()).asLongStream().toArray();
        return new Evaluation(graph, operations)
            .logits(staging.array(scope, "images", new Shape(shape), images.values()));
    }

    private static double[] doubles(final NDArray values) {
        return values.toType(DataType.FLOAT64, false).toDoubleArray();
    }
}
