// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The tomography control of a beam line. No method waits longer than 50 ms but {@link #check()}: the cell is sampled
 * while a scan is taken. For one thread.
 */
public interface ScanTrigger extends Closeable {

    /**
     * Whether scans can be asked for; called once before the output is switched on. May take 10 seconds.
     *
     * @throws IOException with what to do if it cannot be reached
     */
    void check() throws IOException;

    /** Asks for a scan. */
    void start(ScanRequest request) throws IOException;

    /**
     * The answer to the last request if it has come. After an answer there is none until the next request.
     *
     * @throws IOException if the scan failed or the tomography control is gone
     */
    Optional<ScanAnswer> poll() throws IOException;

    /** Gives the last request up; does nothing if there is none. */
    void abort() throws IOException;
}
