// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Listens to the heartbeats of a program: single bytes, each of which is echoed, so that the program knows that it is
 * watched.
 */
final class GuardWatch {

    /** The program lives. */
    static final int BEAT = '.';
    /** The program needs no guard any more. */
    static final int GOODBYE = 'q';

    /** What ended the watch. */
    enum End {
        /** The cell is safe. */
        GOODBYE,
        /** The program is gone, or leaves the cell to the guard. */
        STREAM,
        /** The program hangs. */
        SILENCE
    }

    private static final int END = -1;

    private final InputStream heartbeats;
    private final OutputStream echoes;
    private final BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();

    GuardWatch(final InputStream heartbeats, final OutputStream echoes) {
        this.heartbeats = heartbeats;
        this.echoes = echoes;
    }

    /** Waits until the watch ends. An interruption counts as the end of the stream. */
    End await(final double timeout) {
        final Thread reader = new Thread(this::listen, "heartbeats");
        reader.setDaemon(true);
        reader.start();
        try {
            while (true) {
                final Integer next = heard.poll(Math.round(timeout * 1e3), TimeUnit.MILLISECONDS);
                if (next == null) {
                    // It may have been this process that was not running.
                    if (!waiting()) {
                        return End.SILENCE;
                    }
                } else if (next != BEAT) {
                    return next == GOODBYE ? End.GOODBYE : End.STREAM;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return End.STREAM;
        }
    }

    private boolean waiting() {
        try {
            return heartbeats.available() > 0 || !heard.isEmpty();
        } catch (IOException e) {
            // a broken stream: nobody is there
            return false;
        }
    }

    private void listen() {
        int next = END;
        do {
            try {
                next = heartbeats.read();
            } catch (IOException e) {
                next = END;
            }
            heard.add(next);
            echo(next);
        } while (next == BEAT);
    }

    private void echo(final int next) {
        if (next == BEAT) {
            try {
                echoes.write(BEAT);
                echoes.flush();
            } catch (IOException e) {
                // nobody reads: the program has just ended, which the next read tells
                return;
            }
        }
    }
}
