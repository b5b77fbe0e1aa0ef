// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.IOException;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.instrument.InstrumentRange;
import org.electrode4d.acquisition.instrument.InstrumentSetup;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.LinkClosedException;
import org.electrode4d.acquisition.link.Transcript;

/** What an instrument can do, told by its driver without any connection. */
final class RangeOfDriver {

    private static final Link NOTHING = new Link() {
        @Override
        public String name() {
            return "no connection";
        }

        @Override
        public void write(final byte[] bytes) throws IOException {
            throw new LinkClosedException("There is no connection to write to.");
        }

        @Override
        public int read(final byte[] buffer, final double deadline) throws IOException {
            throw new LinkClosedException("There is no connection to read from.");
        }

        @Override
        public void drain() throws IOException {
            throw new LinkClosedException("There is no connection.");
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    private RangeOfDriver() {
    }

    /**
     * The range.
     *
     * @throws IOException where the template of a text instrument cannot be used
     */
    static InstrumentRange of(final InstrumentSetup setup) throws IOException {
        final Clock clock = new SystemClock();
        return setup.on(NOTHING, clock, Transcript.NONE).range();
    }
}
