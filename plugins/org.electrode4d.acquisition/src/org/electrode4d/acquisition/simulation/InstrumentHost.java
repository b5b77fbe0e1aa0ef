// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

import org.electrode4d.acquisition.Clock;

/**
 * Hosts a simulated instrument at a port, on a thread of its own. The server is locked while it is talked to. A program
 * that does not read loses what was sent meanwhile, as on a serial line.
 */
abstract class InstrumentHost implements Closeable {

    private static final int IDLE_MILLIS = 20;
    private static final int BUSY_MILLIS = 1;
    private static final double SOON = 0.02;

    private final InstrumentServer server;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean closing;
    private volatile Exception failure;

    InstrumentHost(final InstrumentServer server, final Clock clock, final String name) {
        this.server = server;
        this.clock = clock;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Waits for bytes of the program; none if the time is over. */
    abstract byte[] take(int millis) throws IOException;

    /** Sends bytes to the program, without waiting for it. */
    abstract void send(byte[] bytes) throws IOException;

    /** Closes what the thread no longer uses. */
    abstract void closePort() throws IOException;

    final void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closing) {
                serve();
            }
        } catch (final IOException | RuntimeException e) {
            failure = e;
        } catch (final InterruptedException e) {
            // only close() interrupts it
            Thread.currentThread().interrupt();
        }
    }

    private void serve() throws IOException, InterruptedException {
        double next;
        final byte[] sent;
        synchronized (server) {
            sent = server.advance(clock.seconds());
            next = server.nextEvent();
        }
        if (sent.length > 0) {
            send(sent);
        }
        if (next - clock.seconds() <= SOON) {
            clock.sleepUntil(next);
            return;
        }
        final byte[] received = take(Double.isInfinite(next) ? IDLE_MILLIS : BUSY_MILLIS);
        if (received.length > 0) {
            synchronized (server) {
                server.receive(received, clock.seconds());
            }
        }
    }

    /** The first {@code count} bytes of a buffer. */
    static byte[] first(final byte[] buffer, final int count) {
        return Arrays.copyOf(buffer, Math.max(0, count));
    }

    /**
     * Ends the thread and closes the port.
     *
     * @throws IOException if the port could not be closed, or with what had ended the thread before
     */
    @Override
    public final void close() throws IOException {
        if (closing) {
            return;
        }
        closing = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        closePort();
        if (failure != null) {
            throw new IOException("The " + thread.getName() + " had ended by itself: " + failure.getMessage(), failure);
        }
    }
}
