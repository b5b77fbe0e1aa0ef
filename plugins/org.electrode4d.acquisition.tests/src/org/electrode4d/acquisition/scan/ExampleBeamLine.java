// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A tomography control that is prepared, started, and asked until it is done: {@code PREPARE run_T3} answers {@code OK
 * scan_0042}, {@code START} answers {@code OK}, {@code STATE} answers {@code SCANNING}, {@code DONE} or
 * {@code FAULT why}.
 */
final class ExampleBeamLine extends BlockingScanTrigger {

    private final InetSocketAddress address;

    ExampleBeamLine(final String host, final int port) {
        address = new InetSocketAddress(host, port);
    }

    @Override
    public void check() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, 5000);
            ask(socket, "STATE");
        }
    }

    @Override
    protected String take(final ScanRequest request, final AbortSignal abort) throws IOException {
        try (Socket socket = new Socket()) {
            abort.closes(socket);
            socket.connect(address, 5000);
            final String scan = ask(socket, "PREPARE " + request.run() + "_" + request.step()).substring(3);
            ask(socket, "START");
            while (!ask(socket, "STATE").equals("DONE")) {
                abort.pause(0.2);
            }
            return scan;
        }
    }

    private String ask(final Socket socket, final String command) throws IOException {
        socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        final String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
        if (answer == null || answer.startsWith("FAULT")) {
            throw new IOException(address + " answered '" + answer + "' to " + command
                + ". Look at the screen of the tomography control.");
        }
        return answer;
    }
}
