// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
final class InstrumentHostTest {

    private static final int BYTES = 256;

    private final SystemClock clock = new SystemClock();

    /** Sends back what it gets. */
    private static final class Echo implements InstrumentServer {
        private byte[] kept = new byte[0];

        @Override
        public void receive(final byte[] bytes, final double time) {
            kept = bytes;
        }

        @Override
        public double nextEvent() {
            return kept.length > 0 ? 0 : Double.POSITIVE_INFINITY;
        }

        @Override
        public byte[] advance(final double time) {
            final byte[] sent = kept;
            kept = new byte[0];
            return sent;
        }
    }

    @BeforeEach
    void onlyWherePseudoTerminalsAre(final TestInfo test) {
        if (!test.getDisplayName().contains("Tcp")) {
            assumeTrue(PseudoTerminal.isSupported(), "skipped: no pseudo-terminals on "
                + System.getProperty("os.name"));
        }
    }

    private static String ask(final RandomAccessFile port, final String line) throws IOException {
        port.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        return port.readLine();
    }

    @Test
    void everyByteGoesThroughAPseudoTerminalUnchanged() throws IOException {
        final byte[] all = new byte[BYTES];
        for (int n = 0; n < all.length; n++) {
            all[n] = (byte)n;
        }
        try (PseudoTerminal terminal = PseudoTerminal.open(new Echo(), clock);
                RandomAccessFile port = new RandomAccessFile(terminal.port(), "rw")) {
            final byte[] back = new byte[all.length];
            port.write(all);
            port.readFully(back);
            assertArrayEquals(all, back);
        }
    }

    @ParameterizedTest
    @EnumSource(InstrumentKind.class)
    void eachInstrumentAnswersAtAPseudoTerminal(final InstrumentKind kind) throws IOException {
        final SimulatedCell cell = new SimulatedCell(CellModel.microCell());
        final String question = switch (kind) {
            case METHODSCRIPT -> "i";
            case TEXT -> "ID?";
            default -> "*IDN?";
        };
        final String start = switch (kind) {
            case METHODSCRIPT -> "iES4";
            case KEITHLEY_2450 -> "KEITHLEY";
            case ZAHNER -> "ZAHNER";
            case TEXT -> "E4D-TEXT";
        };
        try (PseudoTerminal terminal = PseudoTerminal.open(SimulatedInstrument.create(kind, cell), clock)) {
            for (int n = 0; n < 3; n++) {
                // programs come and go
                try (RandomAccessFile port = new RandomAccessFile(terminal.port(), "rw")) {
                    final String answer = ask(port, question);
                    assertTrue(answer.startsWith(start), answer);
                }
            }
        }
    }

    @Test
    void aStreamIsPacedByTheClock() throws IOException {
        final SimulatedCell cell = new SimulatedCell(CellModel.microCell());
        final SystemClock fast = new SystemClock(100);
        try (PseudoTerminal terminal = PseudoTerminal.open(new MethodScriptServer(cell), fast);
                RandomAccessFile port = new RandomAccessFile(terminal.port(), "rw")) {
            port.writeBytes("e\nvar e\nset_pgstat_mode 3\nmeas_loop_ocp e 1 20\nendloop\n\n");
            final double before = fast.seconds();
            assertEquals("e", port.readLine());
            assertEquals("M0005", port.readLine());
            assertEquals("*", port.readLine());
            assertEquals("", port.readLine());
            assertTrue(fast.seconds() - before >= 19.9, "s: " + (fast.seconds() - before));
        }
    }

    @Test
    void anUnpluggedPseudoTerminalIsGone() throws IOException {
        final PseudoTerminal terminal = PseudoTerminal.open(new Echo(), clock);
        try (RandomAccessFile port = new RandomAccessFile(terminal.port(), "rw")) {
            assertEquals("a", ask(port, "a"));
            terminal.unplug();
            terminal.unplug();
            assertThrows(IOException.class, () -> {
                if (port.read() < 0) {
                    throw new IOException("end of file");
                }
            });
        }
        assertThrows(IOException.class, () -> new RandomAccessFile(terminal.port(), "rw").close());
    }

    @Test
    void instrumentsAnswerOverTcp() throws IOException {
        final SimulatedCell cell = new SimulatedCell(CellModel.microCell());
        try (TcpHost host = TcpHost.open(new KeithleyServer(cell), clock)) {
            for (int n = 0; n < 3; n++) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
                    socket.getOutputStream().write("*LANG?\n".getBytes(StandardCharsets.ISO_8859_1));
                    final InputStream in = socket.getInputStream();
                    assertEquals("SCPI\n", new String(in.readNBytes(5), StandardCharsets.ISO_8859_1));
                }
            }
        }
    }
}
