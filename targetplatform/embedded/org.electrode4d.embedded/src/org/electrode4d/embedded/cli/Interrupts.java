// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.electrode4d.embedded.execution.CancelSignal;

/** Ctrl-C (or a polite kill) cancels the running workflow; the process ends when the run has cleaned up. */
final class Interrupts implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch done = new CountDownLatch(1);

    Interrupts(final CancelSignal cancel) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            cancel.cancel();
            try {
                done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "cancel on interrupt"));
    }

    /** The run is over and has cleaned up. */
    @Override
    public void close() {
        done.countDown();
    }
}
