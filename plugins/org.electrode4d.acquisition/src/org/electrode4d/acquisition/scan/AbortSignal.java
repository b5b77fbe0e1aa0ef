// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells work that waits for a scan that nobody waits for it any more. Each request has its own, so that late work can
 * not disturb the next one. Safe for several threads.
 */
public final class AbortSignal {

    private final Deque<Closeable> resources = new ArrayDeque<>();
    private final CountDownLatch given = new CountDownLatch(1);

    AbortSignal() {
    }

    /**
     * Has a resource closed when the scan is given up, which ends a wait on it; its {@link Closeable#close()} must not
     * wait. The work still closes it itself at its end.
     *
     * @throws InterruptedIOException if it was given up already; the resource is then closed
     */
    public synchronized void closes(final Closeable resource) throws IOException {
        if (given.getCount() == 0) {
            resource.close();
            throw givenUp();
        }
        resources.push(resource);
    }

    /**
     * Waits in real time.
     *
     * @throws InterruptedIOException as soon as the scan is given up
     */
    public void pause(final double seconds) throws InterruptedIOException {
        try {
            if (given.await(Math.round(seconds * 1e9), TimeUnit.NANOSECONDS)) {
                throw givenUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp();
        }
    }

    /**
     * To be called directly before something outside is set going.
     *
     * @throws InterruptedIOException if the scan was given up
     */
    public void check() throws InterruptedIOException {
        if (given.getCount() == 0) {
            throw givenUp();
        }
    }

    private static InterruptedIOException givenUp() {
        return new InterruptedIOException("The scan was given up.");
    }

    synchronized void abort() throws IOException {
        given.countDown();
        IOException failure = null;
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (IOException e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
