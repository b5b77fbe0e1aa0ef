// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A trigger whose work may wait as long as it likes: each request has a thread of its own. A beam line's control is
 * adapted by a subclass with two methods, {@link #check()} and {@link #take}:
 *
 * <pre>
 * final class MyBeamLine extends BlockingScanTrigger {
 *     public void check() throws IOException {
 *         control.requireReady();
 *     }
 *
 *     protected String take(final ScanRequest request, final AbortSignal abort) throws IOException {
 *         final String scan = control.startTomography(request.run() + "_" + request.step());
 *         while (!control.isFinished(scan)) {
 *             abort.pause(1);
 *         }
 *         return scan;
 *     }
 * }
 * </pre>
 *
 * <p>A complete one is in docs/acquisition.md.</p>
 */
public abstract class BlockingScanTrigger implements ScanTrigger {

    private Running running;
    private Thread last;

    /** What runs for a request. */
    private record Running(ScanRequest request, FutureTask<String> task, AbortSignal abort) {
    }

    /**
     * Takes one scan and waits for its end. Runs in a thread of its own, which is interrupted when the scan is given
     * up.
     *
     * @param abort ends waits when the scan is given up
     * @return identifier of the scan; not empty
     * @throws IOException with what to do if it failed
     */
    protected abstract String take(ScanRequest request, AbortSignal abort) throws IOException, InterruptedException;

    @Override
    public final void start(final ScanRequest request) throws IOException {
        if (running != null) {
            throw new IOException("Scan " + request.step() + " cannot be asked for: scan " + running.request.step()
                + " is still being taken. Wait for it, or give it up.");
        }
        final AbortSignal abort = new AbortSignal();
        final Thread before = last;
        final FutureTask<String> task = new FutureTask<>(() -> {
            if (before != null) {
                // what was given up may still be tidying up, and must not take this scan's things away
                before.join();
            }
            return take(request, abort);
        });
        running = new Running(request, task, abort);
        last = new Thread(task, "Electrode4D scan " + request.step());
        last.setDaemon(true);
        last.start();
    }

    @Override
    public final Optional<ScanAnswer> poll() throws IOException {
        if (running == null || !running.task.isDone()) {
            return Optional.empty();
        }
        final Running done = running;
        running = null;
        final String id = result(done);
        if (id == null || id.isBlank()) {
            throw new IOException("Scan " + done.request.step() + " was answered without an identifier. Check what the "
                + "tomography control answers, and the pattern that finds the identifier in it.");
        }
        return Optional.of(new ScanAnswer(id.strip()));
    }

    private static String result(final Running done) throws IOException {
        try {
            return done.task.get();
        } catch (ExecutionException e) {
            final Throwable cause = e.getCause();
            throw new IOException("Scan " + done.request.step() + " failed: "
                + (cause instanceof IOException && cause.getMessage() != null ? cause.getMessage() : cause), cause);
        } catch (InterruptedException e) {
            // it is done, so that nothing is waited for: an interruption is for others
            Thread.currentThread().interrupt();
            throw new IOException("The thread was interrupted while scan " + done.request.step() + " was asked for.",
                e);
        }
    }

    @Override
    public final void abort() throws IOException {
        if (running == null) {
            return;
        }
        final Running given = running;
        running = null;
        try {
            given.abort.abort();
        } finally {
            given.task.cancel(true);
        }
    }

    /** Gives the last request up; a subclass that holds more than that closes it afterwards. */
    @Override
    public void close() throws IOException {
        abort();
    }
}
