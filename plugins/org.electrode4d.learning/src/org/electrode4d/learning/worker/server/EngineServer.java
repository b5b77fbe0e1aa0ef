// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker.server;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/**
 * The program of a worker: answers requests until the program that started it kills it, or ends itself. Its arguments
 * are the id of the engine and the working folder; port and token come from standard input, where nobody else sees
 * them.
 *
 * <p>What is printed, by native code too, goes to the log that the starting program has made of the standard output.
 */
public final class EngineServer {

    /** Exit code after memory ran out; that of {@code -XX:+ExitOnOutOfMemoryError}. */
    public static final int OUT_OF_MEMORY = 3;

    private static final System.Logger LOGGER = System.getLogger(EngineServer.class.getName());

    private final Engine engine;
    private final MessageReader in;
    private final MessageWriter out;
    private final Map<Integer, Network> networks = new HashMap<>();

    /** What is sent back when a request was carried out. */
    private interface Reply {
        void write(MessageWriter out) throws IOException;
    }

    /** What is computed for a reply. */
    private interface Task {
        Reply run() throws IOException;
    }

    private EngineServer(final Engine engine, final MessageReader in, final MessageWriter out) {
        this.engine = engine;
        this.in = in;
        this.out = out;
    }

    public static void main(final String[] arguments) throws IOException {
        final BufferedReader parent = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        final int port = Integer.parseInt(parent.readLine());
        final byte[] token = parent.readLine().getBytes(StandardCharsets.UTF_8);
        endWith(parent, Path.of(arguments[1]));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(token);
            serve(arguments[0], new MessageReader(socket.getInputStream()),
                new MessageWriter(socket.getOutputStream()));
        }
    }

    /** Even in the midst of a computation the worker does not outlive its parent, and tidies up in its place. */
    private static void endWith(final BufferedReader parent, final Path folder) {
        final Thread watch = new Thread(() -> {
            try {
                while (parent.read() >= 0) {
                    continue;
                }
                remove(folder);
            } catch (IOException e) {
                LOGGER.log(Level.ERROR, "The end of the program that started the worker", e);
            }
            Runtime.getRuntime().halt(0);
        }, "parent");
        watch.start();
    }

    private static void remove(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void serve(final String id, final MessageReader in, final MessageWriter out) throws IOException {
        final Engine[] engine = new Engine[1];
        answer(out, () -> {
            engine[0] = find(id);
            return hello -> {
                hello.text(engine[0].description());
                hello.bool(engine[0].trains());
            };
        });
        if (engine[0] != null) {
            new EngineServer(engine[0], in, out).serve();
        }
    }

    private static Engine find(final String id) {
        return ServiceLoader.load(Engine.class).stream().map(ServiceLoader.Provider::get)
            .filter(engine -> engine.id().equals(id)).findFirst()
            .orElseThrow(() -> new EngineException("There is no engine " + id + " on the class path "
                + System.getProperty("java.class.path") + "."));
    }

    private void serve() throws IOException {
        while (true) {
            final Request request;
            try {
                request = in.constant(Request.values());
            } catch (EOFException closed) {
                return;
            }
            answer(out, () -> execute(request));
        }
    }

    private static void answer(final MessageWriter out, final Task task) throws IOException {
        Reply reply;
        try {
            final Reply done = task.run();
            reply = message -> {
                message.bool(true);
                done.write(message);
            };
        } catch (OutOfMemoryError e) {
            LOGGER.log(Level.ERROR, "out of memory", e);
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
            throw e;
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            LOGGER.log(Level.ERROR, "failed", e);
            reply = failure(message(e));
        }
        reply.write(out);
        out.flush();
    }

    /** What the engine says itself, also while it is made; of other errors the name too, for people who search. */
    private static String message(final Throwable error) {
        if (error instanceof EngineException) {
            return error.getMessage();
        }
        if (error.getCause() instanceof EngineException) {
            return error.getCause().getMessage();
        }
        return "The engine failed: " + (error.getCause() == null ? error : error + ": " + error.getCause());
    }

    private static Reply failure(final String message) {
        return reply -> {
            reply.bool(false);
            reply.text(message);
        };
    }

    /** What belongs to a request is read before anything can fail, so that the next request starts where this ends. */
    private Reply execute(final Request request) throws IOException {
        final int id = in.integer();
        if (request == Request.OPEN) {
            networks.put(id, engine.open(in.source(), in.options()));
            return reply -> { };
        }
        final Network network = networks.get(id);
        return switch (request) {
            case OPEN, CLOSE -> {
                networks.remove(id);
                network.close();
                yield reply -> { };
            }
            case PREDICT -> tensor(network.predict(in.tensor()));
            case TRAIN -> real(network.train(in.batch(), in.step()));
            case LOSS -> real(network.loss(in.batch()));
            case GRADIENTS -> parameters(network.gradients(in.batch()));
            case PARAMETERS -> parameters(network.parameters());
            case SET_PARAMETERS -> {
                network.setParameters(in.parameters());
                yield reply -> { };
            }
            case STATE -> {
                final byte[] state = network.state();
                yield reply -> reply.bytes(state);
            }
            case RESTORE -> {
                network.restore(in.bytes());
                yield reply -> { };
            }
        };
    }

    private static Reply tensor(final Tensor value) {
        return reply -> reply.tensor(value);
    }

    private static Reply real(final double value) {
        return reply -> reply.real(value);
    }

    private static Reply parameters(final Parameters value) {
        return reply -> reply.parameters(value);
    }
}
