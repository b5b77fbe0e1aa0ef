// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import java.io.IOException;
import java.time.Instant;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.link.Link;

/**
 * The life of a control program, as far as the world outside it goes: once it has died, its code may run on, but it
 * sends nothing, writes nothing, and time no longer passes for it. So {@code kill -9} is played in one process.
 */
final class Life implements Clock {

    /** Thrown where a program dies. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1;

        Killed() {
            super("The program was killed.", null, false, false);
        }
    }

    private final VirtualClock clock;
    private boolean over;

    Life(final VirtualClock clock) {
        this.clock = clock;
    }

    /** Dies. */
    Killed end() {
        over = true;
        return new Killed();
    }

    boolean isOver() {
        return over;
    }

    /** Throws if the program is dead. */
    void check() {
        if (over) {
            throw new Killed();
        }
    }

    @Override
    public double seconds() {
        return clock.seconds();
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public void sleepUntil(final double seconds) {
        check();
        clock.sleepUntil(seconds);
    }

    /** A link that the program has, which is closed by its death. */
    Link link(final Link link) {
        return new Link() {
            @Override
            public String name() {
                return link.name();
            }

            @Override
            public void write(final byte[] bytes) throws IOException {
                check();
                link.write(bytes);
            }

            @Override
            public int read(final byte[] buffer, final double deadline) throws IOException {
                check();
                return link.read(buffer, deadline);
            }

            @Override
            public void drain() throws IOException {
                check();
                link.drain();
            }

            @Override
            public void close() throws IOException {
                link.close();
            }
        };
    }
}
