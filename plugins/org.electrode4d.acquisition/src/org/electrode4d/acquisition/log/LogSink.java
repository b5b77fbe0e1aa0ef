// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.IOException;

/** Where the records of a run go. */
public interface LogSink {

    /**
     * Keeps an event. When it returns the record survives the death of this program; samples, transitions and scans
     * survive a power loss.
     *
     * @param time seconds since the start of the run
     * @throws IOException if it could not be kept: the run must go to the safe state
     */
    void append(double time, LogEvent event) throws IOException;
}
