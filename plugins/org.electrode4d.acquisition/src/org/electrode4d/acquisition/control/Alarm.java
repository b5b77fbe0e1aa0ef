// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.util.List;

/** Calls a person: the cell may be connected to an output that is on. */
@FunctionalInterface
public interface Alarm {

    /** Calls nobody. */
    Alarm NONE = message -> {
    };

    /**
     * Calls.
     *
     * @param message what is the matter and what to do
     * @throws IOException if nobody could be called
     */
    void raise(String message) throws IOException;

    /** All of several, each whatever becomes of the others; the first failure is thrown at the end. */
    static Alarm all(final List<Alarm> alarms) {
        final List<Alarm> all = List.copyOf(alarms);
        return message -> {
            IOException first = null;
            for (final Alarm alarm : all) {
                try {
                    alarm.raise(message);
                } catch (Throwable e) {
                    if (first == null) {
                        first = new IOException("An alarm could not be raised: " + Reason.of(e), e);
                    } else {
                        first.addSuppressed(e);
                    }
                }
            }
            if (first != null) {
                throw first;
            }
        };
    }
}
