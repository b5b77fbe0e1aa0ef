// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogSink;
import org.electrode4d.acquisition.log.RunLog;

/** The end of a log, where there is room for it: a full disk keeps nobody from switching off. */
final class LastWords implements LogSink, Closeable {

    private final RunLog log;
    private IOException failure;

    private LastWords(final RunLog log, final IOException failure) {
        this.log = log;
        this.failure = failure;
    }

    /** Goes on with a log, if that can be. */
    static LastWords of(final Path file, final Clock clock) {
        try {
            return new LastWords(RunLog.resume(file, clock), null);
        } catch (IOException e) {
            return new LastWords(null, e);
        }
    }

    @Override
    public void append(final double time, final LogEvent event) {
        if (log != null) {
            try {
                log.append(time, event);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
    }

    /** Why something is missing. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() throws IOException {
        if (log != null) {
            log.close();
        }
    }
}
