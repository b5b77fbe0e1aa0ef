// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.link.LinkAddress.Tcp;

/** A TCP connection. Its clock must run by itself. */
final class TcpLink implements Link {

    private static final int CONNECT_MILLISECONDS = 5_000;
    private static final double WRITE_SECONDS = 1;

    private final Tcp address;
    private final SocketChannel channel;
    private final Polling polling;

    private TcpLink(final Tcp address, final SocketChannel channel, final Polling polling) {
        this.address = address;
        this.channel = channel;
        this.polling = polling;
    }

    /** @throws IOException if nobody is there, with what to do */
    static TcpLink open(final Tcp address, final Clock clock) throws IOException {
        final InetSocketAddress socket = new InetSocketAddress(address.host(), address.port());
        if (socket.isUnresolved()) {
            throw new IOException("The host \"" + address.host() + "\" of the instrument is not known; check its name "
                + "and the network.");
        }
        final SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(socket, CONNECT_MILLISECONDS);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            return new TcpLink(address, channel, new Polling(clock));
        } catch (IOException e) {
            close(channel, e);
            throw refused(address, e);
        }
    }

    private static void close(final SocketChannel channel, final IOException reason) {
        try {
            channel.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static IOException refused(final Tcp address, final IOException e) {
        final String what = e instanceof ConnectException
            ? "nobody listens there: check the port number, and that the instrument is switched on"
            : e instanceof SocketTimeoutException || e instanceof NoRouteToHostException
                ? "nothing answers: check the host, the cable and the network" : e.getMessage();
        return new IOException("Could not connect to " + address.text() + ": " + what + ".", e);
    }

    @Override
    public String name() {
        return address.text();
    }

    @Override
    public void write(final byte[] bytes) throws IOException {
        final ByteBuffer left = ByteBuffer.wrap(bytes);
        final double deadline = polling.in(WRITE_SECONDS);
        try {
            while (left.hasRemaining()) {
                if (channel.write(left) == 0 && !polling.pause(deadline)) {
                    throw new IOException(name() + " took only " + left.position() + " of " + bytes.length
                        + " bytes within " + WRITE_SECONDS + " s.");
                }
            }
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public int read(final byte[] buffer, final double deadline) throws IOException {
        final ByteBuffer free = ByteBuffer.wrap(buffer);
        int count;
        try {
            do {
                count = channel.read(free);
            } while (count == 0 && polling.pause(deadline));
        } catch (IOException e) {
            throw gone(e);
        }
        if (count < 0) {
            throw new LinkClosedException(name() + " has closed the connection.");
        }
        return count;
    }

    private LinkClosedException gone(final IOException e) {
        return new LinkClosedException("The connection to " + name() + " is lost: "
            + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ".", e);
    }

    @Override
    public void drain() throws IOException {
        final byte[] dropped = new byte[4096];
        while (read(dropped, Double.NEGATIVE_INFINITY) > 0) {
            continue;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
