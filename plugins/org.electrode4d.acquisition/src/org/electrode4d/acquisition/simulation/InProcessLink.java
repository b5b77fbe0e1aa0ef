// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.io.InterruptedIOException;
import java.io.IOException;
import java.util.Arrays;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.LinkClosedException;

/**
 * A link to a simulated instrument in the same process, in the time of a clock: with a virtual clock a wait takes no
 * time. The server is locked while it is talked to, so that others may look at it under the same lock.
 */
public final class InProcessLink implements Link {

    private final InstrumentServer server;
    private final Clock clock;
    private final String name;
    private final Object lock = new Object();
    private byte[] left = new byte[0];
    private Thread waiting;
    private boolean closed;

    /** A link of the name {@code simulation}. */
    public InProcessLink(final InstrumentServer server, final Clock clock) {
        this(server, clock, "simulation");
    }

    /** A link of a name. */
    public InProcessLink(final InstrumentServer server, final Clock clock, final String name) {
        this.server = server;
        this.clock = clock;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(final byte[] bytes) throws IOException {
        checkOpen();
        synchronized (server) {
            server.receive(bytes.clone(), clock.seconds());
        }
    }

    @Override
    public int read(final byte[] buffer, final double deadline) throws IOException {
        checkOpen();
        while (true) {
            final double next = take();
            if (left.length > 0) {
                final int count = Math.min(buffer.length, left.length);
                System.arraycopy(left, 0, buffer, 0, count);
                left = Arrays.copyOfRange(left, count, left.length);
                return count;
            }
            if (clock.seconds() >= deadline) {
                return 0;
            }
            sleepUntil(Math.min(next, deadline));
        }
    }

    private double take() {
        synchronized (server) {
            if (left.length == 0) {
                left = server.advance(clock.seconds());
            }
            return server.nextEvent();
        }
    }

    private void sleepUntil(final double time) throws IOException {
        synchronized (lock) {
            checkOpen();
            waiting = Thread.currentThread();
        }
        boolean interrupted = false;
        try {
            clock.sleepUntil(time);
        } catch (final InterruptedException e) {
            interrupted = true;
        }
        synchronized (lock) {
            waiting = null;
            if (closed) {
                // the interrupt was that of close(), also when it came just after the wait
                Thread.interrupted();
                checkOpen();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for " + name + ".");
        }
    }

    @Override
    public void drain() throws IOException {
        checkOpen();
        left = new byte[0];
        synchronized (server) {
            server.advance(clock.seconds());
        }
    }

    private void checkOpen() throws LinkClosedException {
        synchronized (lock) {
            if (closed) {
                throw new LinkClosedException("The link " + name + " is closed.");
            }
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (waiting != null) {
                waiting.interrupt();
            }
        }
    }
}
