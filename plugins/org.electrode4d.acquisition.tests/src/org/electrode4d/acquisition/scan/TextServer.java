// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/** A server on this computer that talks in text; each connection has a thread. */
final class TextServer implements Closeable {

    private final ServerSocket server;
    private Thread accepting;
    private final Deque<Socket> sockets = new ArrayDeque<>();
    private final BlockingDeque<Talk> waiting = new LinkedBlockingDeque<>();

    /** What is done with a connection. */
    interface Conversation {
        void talk(Talk talk) throws IOException;
    }

    /** A connection and the request that came over it. */
    record Talk(Socket socket, BufferedReader in, String request) {

        void say(final String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private TextServer(final ServerSocket server) {
        this.server = server;
    }

    static TextServer start(final Conversation conversation) throws IOException {
        final TextServer made = new TextServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        made.accepting = daemon(() -> made.accept(conversation));
        return made;
    }

    int port() {
        return server.getLocalPort();
    }

    private static Thread daemon(final Runnable work) {
        final Thread thread = new Thread(work, "text server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept(final Conversation conversation) {
        while (!server.isClosed()) {
            try {
                final Socket socket = server.accept();
                synchronized (sockets) {
                    sockets.add(socket);
                }
                daemon(() -> serve(socket, conversation));
            } catch (IOException e) {
                // closed
                return;
            }
        }
    }

    private void serve(final Socket socket, final Conversation conversation) {
        try {
            final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            final String request = in.readLine();
            if (request != null) {
                conversation.talk(new Talk(socket, in, request));
            }
        } catch (IOException e) {
            // the other side has gone, or the server was closed: both are what some tests do
            return;
        }
    }

    /** Leaves a connection open for {@link #next()}. */
    void keep(final Talk talk) {
        waiting.add(talk);
    }

    /** The newest connection on which somebody waits. */
    Talk next() throws InterruptedException {
        Talk talk = waiting.pollLast(30, TimeUnit.SECONDS);
        while (talk != null && closed(talk)) {
            talk = waiting.pollLast(30, TimeUnit.SECONDS);
        }
        if (talk == null) {
            throw new AssertionError("nobody asks");
        }
        return talk;
    }

    /** Whether the other side has closed the connection. */
    private static boolean closed(final Talk talk) {
        try {
            talk.socket().setSoTimeout(50);
            return talk.in().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Returns when nobody can connect any more. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        synchronized (sockets) {
            for (final Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
