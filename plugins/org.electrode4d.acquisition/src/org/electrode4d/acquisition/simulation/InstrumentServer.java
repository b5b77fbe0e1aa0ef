// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

/**
 * A simulated instrument as seen from its port: bytes in, bytes out, and time. It has no thread and no clock: whoever
 * hosts it (a link in the same process, a pseudo-terminal, a TCP server) tells the time, which never runs backwards.
 */
public interface InstrumentServer {

    /** Bytes have arrived. */
    void receive(byte[] bytes, double time);

    /** When it will do something by itself, such as sending the next sample; infinite if never. */
    double nextEvent();

    /** Lets time pass, and takes the bytes that it sends up to then. */
    byte[] advance(double time);
}
