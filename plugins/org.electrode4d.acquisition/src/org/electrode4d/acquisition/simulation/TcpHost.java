// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

import org.electrode4d.acquisition.Clock;

/** A simulated instrument at a TCP port of this computer; one program at a time, the next one when that has gone. */
public final class TcpHost extends InstrumentHost {

    private final ServerSocket listener;
    private final byte[] buffer = new byte[4096];
    private Socket client;

    private TcpHost(final InstrumentServer server, final Clock clock, final ServerSocket listener) {
        super(server, clock, "simulated instrument at port " + listener.getLocalPort());
        this.listener = listener;
    }

    /** Opens a free port, reachable from this computer only, and serves it until it is closed. */
    public static TcpHost open(final InstrumentServer server, final Clock clock) throws IOException {
        final TcpHost host = new TcpHost(server, clock, new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        host.start();
        return host;
    }

    /** The port's number. */
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    byte[] take(final int millis) throws IOException {
        try {
            if (client == null) {
                listener.setSoTimeout(millis);
                client = listener.accept();
                client.setTcpNoDelay(true);
            }
            client.setSoTimeout(millis);
            final int count = client.getInputStream().read(buffer);
            if (count < 0) {
                leave();
            }
            return first(buffer, count);
        } catch (final SocketTimeoutException e) {
            return new byte[0];
        }
    }

    @Override
    void send(final byte[] bytes) throws IOException {
        if (client != null) {
            try {
                client.getOutputStream().write(bytes);
            } catch (final IOException e) {
                // the program has gone: an instrument does not mind
                leave();
            }
        }
    }

    private void leave() throws IOException {
        client.close();
        client = null;
    }

    @Override
    void closePort() throws IOException {
        listener.close();
        if (client != null) {
            client.close();
        }
    }
}
