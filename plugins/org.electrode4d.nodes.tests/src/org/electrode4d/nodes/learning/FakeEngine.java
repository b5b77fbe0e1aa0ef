// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.engine.Step;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/**
 * Takes any network of two classes for a threshold: the logit of a pixel is gamma times its grey value plus beta of the
 * last normalisation (without one, the first weight and the bias of the last convolution), which it learns by going
 * down the gradient of the cross entropy.
 */
final class FakeEngine implements Engine {

    /** Faster than Adam with the same learning rate. */
    private static final double SPEED = 1000;

    private final int stepsUntilCrash;
    private int steps;
    private int running;

    private FakeEngine(final int stepsUntilCrash) {
        this.stepsUntilCrash = stepsUntilCrash;
    }

    /** Works. */
    static FakeEngine create() {
        return new FakeEngine(Integer.MAX_VALUE);
    }

    /** Ends in the middle of a training. */
    static FakeEngine crashingAfter(final int steps) {
        return new FakeEngine(steps);
    }

    /** This engine for nodes. */
    EngineStart start() {
        return (parameters, progress) -> {
            running++;
            return new EngineStart.Running(this, () -> running--);
        };
    }

    /** Whether nothing of it was left open. */
    boolean hasEnded() {
        return running == 0;
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public String description() {
        return "Fake engine 1.0";
    }

    @Override
    public boolean trains() {
        return true;
    }

    @Override
    public Network open(final NetworkSource source, final NetworkOptions options) {
        if (source instanceof NetworkSource.Graph graph) {
            return new Threshold(graph.graph().output(), graph.parameters());
        }
        throw new EngineException("The fake engine opens no ONNX networks.");
    }

    private final class Threshold implements Network {

        private final String scale;
        private final String shift;
        private Parameters parameters;
        private double gamma;
        private double beta;

        Threshold(final String output, final Parameters parameters) {
            final boolean normalized = parameters.tensors().containsKey(output + "/gamma");
            scale = output + (normalized ? "/gamma" : "/kernel");
            shift = output + (normalized ? "/beta" : "/bias");
            setParameters(parameters);
        }

        @Override
        public Tensor predict(final Tensor images) {
            final Tensor logits = Tensor.zeros(images.shape());
            for (int i = 0; i < logits.values().length; i++) {
                logits.values()[i] = (float)(gamma * images.values()[i] + beta);
            }
            return logits;
        }

        @Override
        public double train(final Batch batch, final Step step) {
            if (++steps > stepsUntilCrash) {
                throw new EngineException("The engine fake ended without being asked: it was killed (signal 9).");
            }
            double loss = 0;
            double slope = 0;
            double offset = 0;
            double all = 0;
            for (int i = 0; i < batch.weights().length; i++) {
                final double value = batch.images().values()[i];
                final double p = 1 / (1 + Math.exp(-gamma * value - beta));
                final double weight = batch.weights()[i];
                loss -= weight * Math.log(Math.max(1e-9, batch.classes()[i] == 1 ? p : 1 - p));
                slope += weight * (p - batch.classes()[i]) * value;
                offset += weight * (p - batch.classes()[i]);
                all += weight;
            }
            gamma -= SPEED * step.learningRate() * slope / all;
            beta -= SPEED * step.learningRate() * offset / all;
            return loss / all;
        }

        @Override
        public double loss(final Batch batch) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Parameters gradients(final Batch batch) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Parameters parameters() {
            final SortedMap<String, Tensor> tensors = new TreeMap<>(parameters.tensors());
            tensors.computeIfPresent(scale, (name, tensor) -> withFirst(tensor, gamma));
            tensors.computeIfPresent(shift, (name, tensor) -> withFirst(tensor, beta));
            return new Parameters(tensors);
        }

        private static Tensor withFirst(final Tensor tensor, final double value) {
            final float[] values = tensor.values().clone();
            values[0] = (float)value;
            return new Tensor(tensor.shape(), values);
        }

        @Override
        public void setParameters(final Parameters set) {
            parameters = set;
            gamma = set.tensors().get(scale).values()[0];
            beta = set.tensors().get(shift).values()[0];
        }

        @Override
        public byte[] state() {
            return ByteBuffer.allocate(2 * Double.BYTES).putDouble(gamma).putDouble(beta).array();
        }

        @Override
        public void restore(final byte[] state) {
            gamma = ByteBuffer.wrap(state).getDouble();
            beta = ByteBuffer.wrap(state).getDouble(Double.BYTES);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
