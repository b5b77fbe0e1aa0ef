// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
 * An engine that adds, and that misbehaves in the way that is asked for by the bytes of a "foreign" network. The system
 * property {@code fake.start} makes it misbehave at the start.
 */
public final class FakeEngine implements Engine {

    /** What a network does when it predicts. */
    enum Fault { ADD, THROW, FAIL, EXIT, HALT, KILL, ABORT, CRASH, HEAP, NATIVE_MEMORY, HANG, PRINT }

    public FakeEngine() {
        if (Boolean.getBoolean("fake.refuses")) {
            throw new EngineException("The fake does not want to start.");
        }
        if (Boolean.getBoolean("fake.exits")) {
            System.err.println("no native code for this machine");
            Runtime.getRuntime().halt(7);
        }
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public String description() {
        return "Fake 1.0 with " + System.getenv("OMP_NUM_THREADS") + " threads, " + System.getProperty("fake.cache");
    }

    @Override
    public boolean trains() {
        return true;
    }

    @Override
    public Network open(final NetworkSource source, final NetworkOptions options) {
        if (source instanceof NetworkSource.Onnx foreign) {
            return new FakeNetwork(Fault.valueOf(new String(foreign.model(), StandardCharsets.US_ASCII)), options,
                new Parameters(new TreeMap<>()));
        }
        final NetworkSource.Graph ours = (NetworkSource.Graph)source;
        final TreeMap<String, Tensor> tensors = new TreeMap<>(ours.parameters().tensors());
        tensors.put(ours.graph().toString(), Tensor.zeros(1));
        return new FakeNetwork(Fault.ADD, options, new Parameters(tensors));
    }

    private static final class FakeNetwork implements Network {

        private final Fault fault;
        private final NetworkOptions options;
        private Parameters parameters;
        private byte[] state = {1, 2, 3};
        private boolean closed;

        FakeNetwork(final Fault fault, final NetworkOptions options, final Parameters parameters) {
            this.fault = fault;
            this.options = options;
            this.parameters = parameters;
        }

        @Override
        public Tensor predict(final Tensor images) {
            misbehave();
            final float[] values = images.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i]++;
            }
            return new Tensor(images.shape(), values);
        }

        private void misbehave() {
            switch (fault) {
                case ADD -> { }
                case THROW -> throw new EngineException("Rows must be multiples of 16, not 17: change the tiles.");
                case FAIL -> throw new IllegalStateException("no such layer");
                case EXIT -> System.exit(5);
                case HALT -> Runtime.getRuntime().halt(6);
                case KILL -> signal("KILL");
                case ABORT -> signal("ABRT");
                case CRASH -> signal("SEGV");
                case HEAP -> System.err.println(new float[Integer.MAX_VALUE / 2].length);
                case NATIVE_MEMORY -> throw new OutOfMemoryError("Physical memory usage is too high: 3G > 2G");
                case HANG -> hang();
                case PRINT -> print();
                default -> throw new IllegalArgumentException(fault.name());
            }
        }

        private static void signal(final String name) {
            System.err.println("dnnl: assertion failed: size < limit");
            try {
                new ProcessBuilder("kill", "-" + name, Long.toString(ProcessHandle.current().pid())).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            hang();
        }

        private static void hang() {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void print() {
            for (int i = 0; i < 20_000; i++) {
                System.out.println("a line on the standard output that must not disturb anything " + i);
            }
            try {
                new ProcessBuilder("sh", "-c", "echo from native code").inheritIO().start().waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public double train(final Batch batch, final Step step) {
            return loss(batch) + step.learningRate() * step.seed();
        }

        @Override
        public double loss(final Batch batch) {
            double sum = options.precision().ordinal() * 1000 + options.loss().ordinal() * 100;
            for (int i = 0; i < batch.classes().length; i++) {
                sum += batch.images().values()[i] + batch.classes()[i] * batch.weights()[i];
            }
            return sum;
        }

        @Override
        public Parameters gradients(final Batch batch) {
            return new Parameters(new TreeMap<>(Map.of("loss", new Tensor(new int[] {1},
                new float[] {(float)loss(batch)}))));
        }

        @Override
        public Parameters parameters() {
            return parameters;
        }

        @Override
        public void setParameters(final Parameters values) {
            parameters = values;
        }

        @Override
        public byte[] state() {
            return state;
        }

        @Override
        public void restore(final byte[] values) {
            state = values;
        }

        @Override
        public void close() {
            if (closed) {
                throw new EngineException("A network was closed twice.");
            }
            closed = true;
        }
    }
}
