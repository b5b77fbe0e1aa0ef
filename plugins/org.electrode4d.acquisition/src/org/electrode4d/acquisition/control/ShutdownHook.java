// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run make the cell safe when this program is told to end: the run learns of it within 0.2 s, and the program
 * waits for it. Nothing but the thread of the run ever talks to the instrument.
 */
final class ShutdownHook implements AutoCloseable {

    private static final int MOST_SECONDS = 60;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "safe state at the end of the program");
    private volatile boolean requested;

    private ShutdownHook() {
    }

    /** @throws IllegalStateException if the program is ending already: nothing is to be begun */
    static ShutdownHook install() {
        final ShutdownHook hook = new ShutdownHook();
        Runtime.getRuntime().addShutdownHook(hook.hook);
        return hook;
    }

    private void await() {
        requested = true;
        try {
            // If it does not end in time the guard sees the end of this program and takes over.
            done.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the program is ending. */
    boolean requested() {
        return requested;
    }

    /** The cell is safe, or nothing more can be done for it. */
    @Override
    public void close() {
        done.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the program has begun to end just now: the hook runs, and waits for nothing
                return;
            }
        }
    }
}
