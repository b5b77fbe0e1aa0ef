// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.util.concurrent.CancellationException;

/**
 * How long work tells what it does and learns that nobody wants its result any more. Implementations are safe to be
 * called from several threads at once.
 */
public interface Progress {

    /** Tells nobody and is never cancelled. */
    Progress NONE = new Progress() {
        @Override
        public void check() {
            // never cancelled
        }

        @Override
        public void report(final double fraction, final String message) {
            // nobody listens
        }
    };

    /** @throws CancellationException if the work was cancelled */
    void check();

    /**
     * @param fraction of the work that is done, 0 to 1
     * @param message what is being done, for a person to read
     */
    void report(double fraction, String message);

    /** The progress of a part of the work: its 0 is {@code from}, its 1 is {@code to}. */
    default Progress part(final double from, final double to) {
        final Progress whole = this;
        return new Progress() {
            @Override
            public void check() {
                whole.check();
            }

            @Override
            public void report(final double fraction, final String message) {
                whole.report(from + fraction * (to - from), message);
            }
        };
    }
}
