// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Loss;
import org.electrode4d.learning.engine.LossFunction;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.engine.Step;
import org.electrode4d.learning.network.Layer;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Operation.Convolution;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/** Logistic regression of grey values in plain Java: the smallest engine that learns. In training it drops pixels. */
public final class LogisticEngine implements Engine {

    private int stepsLeft = Integer.MAX_VALUE;

    /** The network: one 1 x 1 convolution. */
    public static NetworkGraph graph(final int outputs, final int divisor) {
        return new NetworkGraph(1, outputs, divisor,
            List.of(new Layer("logits", new Convolution(1, outputs, 1, 1), List.of(NetworkGraph.INPUT))));
    }

    /** Logits {@code slope * grey value + offset} of each output. */
    public static Parameters parameters(final float[] slopes, final float[] offsets) {
        final TreeMap<String, Tensor> tensors = new TreeMap<>();
        tensors.put("logits/kernel", new Tensor(new int[] {slopes.length, 1, 1, 1}, slopes));
        tensors.put("logits/bias", new Tensor(new int[] {slopes.length}, offsets));
        return new Parameters(tensors);
    }

    /** Fails like a worker that is killed, at a later step. */
    LogisticEngine failingAfter(final int steps) {
        stepsLeft = steps;
        return this;
    }

    @Override
    public String id() {
        return "logistic";
    }

    @Override
    public String description() {
        return "Logistic regression";
    }

    @Override
    public boolean trains() {
        return true;
    }

    @Override
    public Network open(final NetworkSource source, final NetworkOptions options) {
        final NetworkSource.Graph graph = (NetworkSource.Graph)source;
        return new Regression(graph.graph().outputs(), options.loss(), graph.parameters());
    }

    private final class Regression implements Network {

        private final int outputs;
        private final LossFunction function;
        /** Slopes, then offsets; then the two moments of each. */
        private final float[] state;
        private int steps;

        Regression(final int outputs, final Loss loss, final Parameters parameters) {
            this.outputs = outputs;
            this.function = new LossFunction(loss);
            state = new float[6 * outputs];
            setParameters(parameters);
        }

        @Override
        public Tensor predict(final Tensor images) {
            final int[] shape = images.shape().clone();
            final int pixels = shape[2] * shape[3];
            shape[1] = outputs;
            final Tensor logits = Tensor.zeros(shape);
            for (int i = 0; i < logits.values().length; i++) {
                final int output = i / pixels % outputs;
                final float grey = images.values()[i / pixels / outputs * pixels + i % pixels];
                logits.values()[i] = state[output] * grey + state[outputs + output];
            }
            return logits;
        }

        @Override
        public double train(final Batch batch, final Step step) {
            if (stepsLeft-- == 0) {
                throw new EngineException("The worker was killed.");
            }
            final float[] weights = batch.weights().clone();
            final SplittableRandom random = new SplittableRandom(step.seed());
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= random.nextBoolean() ? 1 : 0;
            }
            final float[] gradient = new float[2 * outputs];
            final double loss = loss(new Batch(batch.images(), batch.classes(), weights), gradient);
            steps++;
            for (int i = 0; i < gradient.length; i++) {
                adam(i, gradient[i], step.learningRate());
            }
            return loss;
        }

        private void adam(final int i, final float gradient, final double rate) {
            final int n = 2 * outputs;
            state[n + i] = (float)(Step.BETA1 * state[n + i] + (1 - Step.BETA1) * gradient);
            state[2 * n + i] = (float)(Step.BETA2 * state[2 * n + i] + (1 - Step.BETA2) * gradient * gradient);
            final double first = state[n + i] / (1 - Math.pow(Step.BETA1, steps));
            final double second = state[2 * n + i] / (1 - Math.pow(Step.BETA2, steps));
            state[i] -= (float)(rate * first / (Math.sqrt(second) + Step.EPSILON));
        }

        private double loss(final Batch batch, final float[] gradient) {
            final Tensor logits = predict(batch.images());
            final float[] derivative = new float[logits.values().length];
            final double loss = function.value(batch, logits.values(), derivative);
            final int pixels = batch.images().shape()[2] * batch.images().shape()[3];
            for (int i = 0; i < derivative.length; i++) {
                final int output = i / pixels % outputs;
                gradient[output] += derivative[i] * batch.images().values()[i / pixels / outputs * pixels + i % pixels];
                gradient[outputs + output] += derivative[i];
            }
            return loss;
        }

        @Override
        public double loss(final Batch batch) {
            return loss(batch, new float[2 * outputs]);
        }

        @Override
        public Parameters gradients(final Batch batch) {
            final float[] gradient = new float[2 * outputs];
            loss(batch, gradient);
            return split(gradient);
        }

        @Override
        public Parameters parameters() {
            return split(state);
        }

        private Parameters split(final float[] values) {
            return LogisticEngine.parameters(Arrays.copyOf(values, outputs),
                Arrays.copyOfRange(values, outputs, 2 * outputs));
        }

        @Override
        public void setParameters(final Parameters parameters) {
            System.arraycopy(parameters.tensors().get("logits/kernel").values(), 0, state, 0, outputs);
            System.arraycopy(parameters.tensors().get("logits/bias").values(), 0, state, outputs, outputs);
        }

        @Override
        public byte[] state() {
            final ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Float.BYTES * state.length).putInt(steps);
            bytes.asFloatBuffer().put(state);
            return bytes.array();
        }

        @Override
        public void restore(final byte[] values) {
            final ByteBuffer bytes = ByteBuffer.wrap(values);
            steps = bytes.getInt();
            bytes.asFloatBuffer().get(state);
        }

        @Override
        public void close() {
            // nothing beside the heap
        }
    }
}
