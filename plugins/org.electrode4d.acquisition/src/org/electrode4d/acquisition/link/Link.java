// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

import java.io.Closeable;
import java.io.IOException;

/** Bytes to and from an instrument. For one thread; {@link #close()} may come from another one and ends a wait. */
public interface Link extends Closeable {

    /** Its address, for messages: {@code serial:/dev/ttyUSB0}. */
    String name();

    /**
     * Sends all bytes, within a second.
     *
     * @throws LinkClosedException where the other side is gone
     */
    void write(byte[] bytes) throws IOException;

    /**
     * Waits for bytes and takes those that are there.
     *
     * @param buffer filled from its start
     * @param deadline second of the clock after which it no longer waits
     * @return how many bytes were read; 0 if none came in time
     * @throws LinkClosedException where the other side is gone: the port was unplugged, the connection is closed
     */
    int read(byte[] buffer, double deadline) throws IOException;

    /** Drops what has arrived and was not read. */
    void drain() throws IOException;
}
