// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;

import org.electrode4d.acquisition.instrument.Identity;

/** Makes the cell safe when nothing is heard of the run any more. */
public interface Watchdog {

    /** For an instrument in the same program, which ends with it. */
    Watchdog NONE = new Watchdog() {
        @Override
        public void beat() {
            // nobody listens
        }

        @Override
        public void dismiss() {
            // nobody listens
        }

        @Override
        public void abandon() {
            // nobody listens
        }
    };

    /**
     * The run is alive. Called several times a second; cheap.
     *
     * @throws IOException if nobody watches any more
     */
    void beat() throws IOException;

    /** The cell is safe: it is no longer needed. */
    void dismiss();

    /** The run has ended, but the cell is not known to be safe: it takes over. */
    void abandon();

    /** Begins to watch. */
    @FunctionalInterface
    interface Starter {

        /**
         * Called before the output is switched on; returns when the watch has begun.
         *
         * @param identity of the instrument that is watched
         * @throws IOException if it cannot watch: the output is not switched on
         */
        Watchdog start(Identity identity) throws IOException;
    }
}
