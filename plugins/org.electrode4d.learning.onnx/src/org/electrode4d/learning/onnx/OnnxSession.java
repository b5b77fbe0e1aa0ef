// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.network.Tensor;

/** A model that ONNX Runtime has loaded: turns one tensor into another. */
final class OnnxSession implements AutoCloseable {

    private static final String THREADS = "OMP_NUM_THREADS";

    private final OrtSession session;
    private FloatBuffer staging = ByteBuffer.allocateDirect(0).asFloatBuffer();

    /** What is asked of ONNX Runtime. */
    private interface Call<T> {
        T run() throws OrtException;
    }

    private OnnxSession(final OrtSession session) {
        this.session = session;
    }

    /** @throws EngineException if the bytes are no model, or one with operators that ONNX Runtime does not have */
    static OnnxSession open(final byte[] model) {
        return named("open the model", () -> {
            try (SessionOptions options = new SessionOptions()) {
                options.setOptimizationLevel(OptLevel.ALL_OPT);
                options.setIntraOpNumThreads(threads());
                options.setInterOpNumThreads(1);
                // It would keep a plan of memory for each size of images: more memory, no less time.
                options.setMemoryPatternOptimization(false);
                // Threads that wait in a loop take processor time from the program that prepares the next tile.
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                return new OnnxSession(environment().createSession(model, options));
            }
        });
    }

    /** Names and types of what the model takes. */
    Map<String, NodeInfo> inputs() {
        return named("read the inputs of the model", session::getInputInfo);
    }

    /** Names and types of what the model gives. */
    Map<String, NodeInfo> outputs() {
        return named("read the outputs of the model", session::getOutputInfo);
    }

    /** Feeds the first input and takes the first output. */
    Tensor run(final Tensor images) {
        final long[] shape = Arrays.stream(images.shape()).asLongStream().toArray();
        final String input = session.getInputNames().iterator().next();
        return named("compute the network", () -> {
            try (OnnxTensor tensor = OnnxTensor.createTensor(environment(), staged(images.values()), shape);
                    OrtSession.Result result = session.run(Map.of(input, tensor))) {
                return tensor((OnnxTensor)result.get(0));
            }
        });
    }

    @Override
    public void close() {
        named("close the model", () -> {
            session.close();
            return null;
        });
    }

    /** Memory that native code reads without a copy; as large as the largest image so far. */
    private FloatBuffer staged(final float[] values) {
        if (staging.capacity() < values.length) {
            staging = ByteBuffer.allocateDirect(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        }
        return staging.clear().put(values).flip();
    }

    private static Tensor tensor(final OnnxTensor result) {
        final int[] shape = Arrays.stream(result.getInfo().getShape()).mapToInt(Math::toIntExact).toArray();
        final Tensor tensor = Tensor.zeros(shape);
        result.getFloatBuffer().get(tensor.values());
        return tensor;
    }

    private static OrtEnvironment environment() throws OrtException {
        final OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        environment.setTelemetry(false);
        return environment;
    }

    private static int threads() {
        final String given = System.getenv(THREADS);
        return given != null && given.matches("[1-9]\\d{0,3}") ? Integer.parseInt(given)
            : Runtime.getRuntime().availableProcessors();
    }

    private static <T> T named(final String what, final Call<T> call) {
        try {
            return call.run();
        } catch (OrtException e) {
            final String advice = e.getMessage().contains("allocate memory")
                ? " Choose smaller tiles, or give the engine more memory." : "";
            throw new EngineException("ONNX Runtime cannot " + what + ": " + e.getMessage() + advice, e);
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new EngineException("ONNX Runtime has no native code that runs here: " + e, e);
        }
    }
}
