// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks a server for scans in lines of text (UTF-8): connects, sends the request, and reads lines until one is the
 * answer or an error; other lines are passed over. One connection for each scan; it is closed when the scan is given
 * up.
 */
public final class TcpScanTrigger extends BlockingScanTrigger {

    private static final int CONNECT_MILLIS = 5000;
    private static final int LONGEST_LINE = 1 << 16;

    private final ScanTriggerSetup.Tcp setup;
    private final RequestText request;
    private final AnswerPattern answer;
    private final Optional<AnswerPattern> error;

    public TcpScanTrigger(final ScanTriggerSetup.Tcp setup) {
        this.setup = setup;
        this.request = new RequestText(setup.request());
        this.answer = new AnswerPattern(setup.answer());
        this.error = AnswerPattern.optional(setup.error());
    }

    /** Connects, and says nothing. */
    @Override
    public void check() throws IOException {
        try (Socket socket = new Socket()) {
            connect(socket);
        }
    }

    private void connect(final Socket socket) throws IOException {
        final InetSocketAddress address = new InetSocketAddress(setup.host(), setup.port());
        if (address.isUnresolved()) {
            throw new IOException(setup.text() + ": The host is not known. Check its name and the network.");
        }
        try {
            socket.connect(address, CONNECT_MILLIS);
        } catch (IOException e) {
            throw new IOException(setup.text() + ": The tomography control cannot be reached (" + e.getMessage()
                + "). Check that it runs, its port, and the network.", e);
        }
    }

    @Override
    protected String take(final ScanRequest asked, final AbortSignal abort) throws IOException {
        try (Socket socket = new Socket()) {
            abort.closes(socket);
            connect(socket);
            socket.setKeepAlive(true);
            final String line = request.fill(asked, value -> value.replaceAll("[\\r\\n]", " ")) + "\n";
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            return answer(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        }
    }

    private String answer(final BufferedReader in) throws IOException {
        for (String line = line(in); line != null; line = line(in)) {
            final String read = line;
            if (error.flatMap(pattern -> pattern.find(read)).isPresent()) {
                throw new IOException(setup.text() + ": The tomography control answered '" + line
                    + "'. Find out there why.");
            }
            final Optional<String> id = answer.find(line);
            if (id.isPresent()) {
                return id.get();
            }
        }
        throw new IOException(setup.text() + ": The tomography control closed the connection without an answer like '"
            + answer + "'. Find out there why, or correct the pattern of the answer.");
    }

    /** The next line; null at the end. */
    private String line(final BufferedReader in) throws IOException {
        final StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return line.length() == 0 ? null : line.toString();
            }
            if (line.length() == LONGEST_LINE) {
                throw new IOException(setup.text() + ": The tomography control sent a line of more than "
                    + LONGEST_LINE + " characters. Is something else listening at this port?");
            }
            line.append((char)c);
        }
        final int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }
}
