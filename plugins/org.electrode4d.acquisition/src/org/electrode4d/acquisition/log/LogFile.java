// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where the bytes of a run log go. Between a log and its disk, so that tests can fill the disk, tear a line or let the
 * program die at any byte.
 */
public interface LogFile extends Closeable {

    /**
     * A log whose records survive the death of the program, but not a power loss: for simulated runs, which are faster
     * than a disk can be forced.
     */
    static LogFile unforced(final LogFile file) {
        return new UnforcedLogFile(file);
    }

    /**
     * Writes all bytes at the end; when it returns they survive the death of this program.
     *
     * @param bytes with an array
     * @throws IOException if not all could be written; a part of them may have been
     */
    void append(ByteBuffer bytes) throws IOException;

    /** Makes all that was appended survive a power loss. */
    void force() throws IOException;

    /**
     * Gives the space free that was held back, so that the end of a run finds room on a full disk. Does nothing when
     * called again.
     */
    void releaseReserve() throws IOException;
}
