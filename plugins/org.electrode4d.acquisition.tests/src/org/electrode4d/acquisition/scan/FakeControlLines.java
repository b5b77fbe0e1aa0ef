// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.IOException;

import org.electrode4d.acquisition.link.ControlLines;

/** Lines in memory. */
final class FakeControlLines implements ControlLines {

    private boolean dtr;
    private boolean cts;
    private boolean closed;
    private boolean gone;

    @Override
    public String name() {
        return "serial:fake";
    }

    private void requirePort() throws IOException {
        if (closed || gone) {
            throw new IOException("serial:fake: The port is gone. Was the adapter unplugged?");
        }
    }

    synchronized void unplug() {
        gone = true;
    }

    synchronized void setCts(final boolean asserted) {
        cts = asserted;
    }

    synchronized boolean dtr() {
        return dtr;
    }

    @Override
    public synchronized void setDtr(final boolean asserted) throws IOException {
        requirePort();
        dtr = asserted;
    }

    @Override
    public void setRts(final boolean asserted) {
        throw new AssertionError("RTS is not used");
    }

    @Override
    public synchronized boolean cts() throws IOException {
        requirePort();
        return cts;
    }

    @Override
    public boolean dsr() {
        throw new AssertionError("DSR is not used");
    }

    @Override
    public boolean dcd() {
        throw new AssertionError("DCD is not used");
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
