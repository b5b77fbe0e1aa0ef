// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.worker.server.MessageReader;
import org.electrode4d.learning.worker.server.MessageWriter;
import org.electrode4d.volume.Progress;

/** The second Java machine, the connection to it, and its end. */
final class WorkerProcess implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(WorkerProcess.class.getName());

    private static final int POLL_MILLISECONDS = 50;
    private static final int GREETING_MILLISECONDS = 2000;
    private static final int END_SECONDS = 5;
    private static final int TOKEN_BYTES = 16;

    private final EngineLibrary library;
    private final WorkerSettings settings;
    private final WorkerFolder folder;
    private final Process process;
    private final Thread hook = new Thread(this::end, "electrode4d-worker-end");
    private Socket socket;
    private MessageReader in;
    private MessageWriter out;

    private WorkerProcess(final EngineLibrary library, final WorkerSettings settings) throws IOException {
        this.library = library;
        this.settings = settings;
        folder = WorkerFolder.create(library.id());
        try {
            process = new WorkerCommand(library, settings, folder).start();
        } catch (IOException e) {
            folder.delete();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static WorkerProcess start(final EngineLibrary library, final WorkerSettings settings, final Progress progress) {
        final WorkerProcess worker;
        try {
            worker = new WorkerProcess(library, settings);
        } catch (IOException e) {
            throw new EngineException("No worker can be started for the engine " + library.id() + ": " + e.getMessage()
                + ".", e);
        }
        boolean connected = false;
        try {
            worker.connect(progress);
            connected = true;
        } catch (IOException e) {
            throw worker.failure(e);
        } finally {
            if (!connected) {
                worker.close();
            }
        }
        return worker;
    }

    private void connect(final Progress progress) throws IOException {
        final byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        final byte[] token = HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(POLL_MILLISECONDS);
            final OutputStream console = process.getOutputStream();
            console.write((server.getLocalPort() + "\n").getBytes(StandardCharsets.US_ASCII));
            console.write(token);
            console.write('\n');
            console.flush();
            while (socket == null) {
                progress.check();
                socket = accept(server, token);
            }
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(POLL_MILLISECONDS);
        in = new MessageReader(new PatientInput(socket.getInputStream(), progress));
        out = new MessageWriter(socket.getOutputStream());
    }

    private Socket accept(final ServerSocket server, final byte[] token) throws IOException {
        final Socket guest;
        try {
            guest = server.accept();
        } catch (SocketTimeoutException nobodyYet) {
            if (!process.isAlive()) {
                throw new IOException("The worker has ended.", nobodyYet);
            }
            return null;
        }
        if (knows(token, guest)) {
            return guest;
        }
        guest.close();
        return null;
    }

    private static boolean knows(final byte[] token, final Socket guest) throws IOException {
        guest.setSoTimeout(GREETING_MILLISECONDS);
        try {
            return MessageDigest.isEqual(guest.getInputStream().readNBytes(token.length), token);
        } catch (SocketTimeoutException saysNothing) {
            return false;
        }
    }

    MessageReader in() {
        return in;
    }

    MessageWriter out() {
        return out;
    }

    /** Why the connection broke: a worker that has ended left its exit code and its log. */
    EngineException failure(final IOException cause) {
        awaitEnd();
        final String reason = process.isAlive() ? "the connection to it broke (" + cause.getMessage() + ")."
            : new WorkerFailure(process.exitValue(), folder.log(), settings).message();
        return new EngineException("The worker of the engine " + library.id() + " stopped: " + reason, cause);
    }

    /** KNIME interrupts threads whose work is cancelled: that must not keep the files of the worker. */
    private void awaitEnd() {
        process.onExit().completeOnTimeout(process, END_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Kills the worker and removes its files; does nothing when that has happened before. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException programEnds) {
            LOGGER.log(Level.DEBUG, "The hook has run", programEnds);
        }
    }

    private synchronized void end() {
        process.destroyForcibly();
        awaitEnd();
        try {
            if (socket != null) {
                socket.close();
            }
            folder.delete();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "A worker left files in " + folder.path(), e);
        }
    }
}
