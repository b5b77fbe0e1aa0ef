// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import java.io.IOException;

import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.worker.server.MessageReader;
import org.electrode4d.learning.worker.server.MessageWriter;
import org.electrode4d.learning.worker.server.Request;
import org.electrode4d.volume.Progress;

/**
 * An engine in a Java machine of its own, with its own class path and memory. Calls block until the worker answers;
 * meanwhile the progress is asked every 50 ms whether the work was cancelled, and then the worker is killed. If the
 * worker ends by itself, the call throws an {@link EngineException} that tells why, with the end of its log; the engine
 * and its networks are of no use then. Calls of several threads follow each other.
 */
public final class WorkerEngine implements Engine, AutoCloseable {

    private final EngineLibrary library;
    private final WorkerProcess process;
    private final Progress progress;
    private final String description;
    private final boolean trains;
    private int opened;
    private boolean ended;

    /** What is sent with a request. */
    interface Arguments {
        void write(MessageWriter out) throws IOException;
    }

    /** What comes back. */
    interface Answer<T> {
        T read(MessageReader in) throws IOException;
    }

    private record Greeting(String description, boolean trains) { }

    private WorkerEngine(final EngineLibrary library, final WorkerProcess process, final Progress progress) {
        this.library = library;
        this.process = process;
        this.progress = progress;
        final Greeting greeting = exchange(out -> { }, in -> new Greeting(in.text(), in.bool()));
        description = greeting.description();
        trains = greeting.trains();
    }

    /**
     * Starts a worker and its engine, which takes a few seconds.
     *
     * @param progress asked during all calls whether the work was cancelled
     * @throws EngineException if the worker or the engine does not start
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public static WorkerEngine start(final EngineLibrary library, final WorkerSettings settings,
            final Progress progress) {
        final WorkerProcess process = WorkerProcess.start(library, settings, progress);
        try {
            return new WorkerEngine(library, process, progress);
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    @Override
    public String id() {
        return library.id();
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public boolean trains() {
        return trains;
    }

    @Override
    public synchronized Network open(final NetworkSource source, final NetworkOptions options) {
        final int network = opened++;
        call(Request.OPEN, network, out -> {
            out.source(source);
            out.options(options);
        }, in -> null);
        return new WorkerNetwork(this, network);
    }

    synchronized <T> T call(final Request request, final int network, final Arguments arguments,
            final Answer<T> answer) {
        return exchange(out -> {
            out.constant(request);
            out.integer(network);
            arguments.write(out);
        }, answer);
    }

    private <T> T exchange(final Arguments request, final Answer<T> answer) {
        if (ended) {
            throw new EngineException("The worker of the engine " + id() + " runs no more.");
        }
        boolean answered = false;
        final T result;
        final String refusal;
        try {
            progress.check();
            request.write(process.out());
            process.out().flush();
            final boolean done = process.in().bool();
            result = done ? answer.read(process.in()) : null;
            refusal = done ? null : process.in().text();
            answered = true;
        } catch (IOException e) {
            throw process.failure(e);
        } finally {
            if (!answered) {
                close();
            }
        }
        if (refusal != null) {
            throw new EngineException(refusal);
        }
        return result;
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** Ends the worker with all that was opened in it. */
    @Override
    public synchronized void close() {
        ended = true;
        process.close();
    }
}
