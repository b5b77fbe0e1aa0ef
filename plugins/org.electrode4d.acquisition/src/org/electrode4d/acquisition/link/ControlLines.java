// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

import java.io.Closeable;
import java.io.IOException;

/**
 * The control lines of a serial port as single inputs and outputs; true is an asserted line (+3 V or more of RS-232, or
 * low at a TTL converter, which inverts).
 */
public interface ControlLines extends Closeable {

    /** Address of the port, for messages. */
    String name();

    /** Asserts or releases Data Terminal Ready. */
    void setDtr(boolean asserted) throws IOException;

    /** Asserts or releases Request To Send. */
    void setRts(boolean asserted) throws IOException;

    /** Whether the other side asserts Clear To Send. */
    boolean cts() throws IOException;

    /** Whether the other side asserts Data Set Ready. */
    boolean dsr() throws IOException;

    /** Whether the other side asserts Data Carrier Detect. */
    boolean dcd() throws IOException;
}
