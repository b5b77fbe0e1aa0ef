// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

/** Hears every line that goes to an instrument and comes from it. */
public interface Transcript {

    /** Hears nothing. */
    Transcript NONE = new Transcript() {
        @Override
        public void sent(final String line) {
            // nobody listens
        }

        @Override
        public void received(final String line) {
            // nobody listens
        }
    };

    /** A command, without its line end, before it is sent. */
    void sent(String line);

    /** An answer, without its line end, or the part of one that came before the time was over. */
    void received(String line);
}
