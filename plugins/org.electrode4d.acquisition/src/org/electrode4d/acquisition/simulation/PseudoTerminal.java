// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.io.IOException;
import java.util.Locale;

import org.electrode4d.acquisition.Clock;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * A simulated instrument at a pseudo-terminal: a program opens {@link #port()} as it opens a serial port. Linux and
 * macOS; Windows has none. Baud rate, parity and flow control have no meaning there.
 */
public final class PseudoTerminal extends InstrumentHost {

    private static final short POLL_IN = 1;
    private static final short POLL_OUT = 4;
    private static final short POLL_GONE = 0x38;
    private static final int POLL_FD_BYTES = 8;
    private static final int READ_WRITE = 2;
    private static final int EINTR = 4;
    private static final int EAGAIN = 11;
    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;
    /** More than any system's struct termios. */
    private static final int TERMIOS_BYTES = 256;

    private final C c;
    private final int master;
    private final int slave;
    private final String port;
    private final Memory poll = new Memory(POLL_FD_BYTES);
    private final byte[] buffer = new byte[4096];

    /** The functions of the C library that are needed. */
    private interface C extends Library {
        int posix_openpt(int flags);

        int grantpt(int fd);

        int unlockpt(int fd);

        String ptsname(int fd);

        int open(String path, int flags, Object... mode);

        int fcntl(int fd, int command, Object... argument);

        int tcgetattr(int fd, Pointer termios);

        void cfmakeraw(Pointer termios);

        int tcsetattr(int fd, int actions, Pointer termios);

        int poll(Pointer fds, long count, int millis);

        long read(int fd, byte[] buffer, long count);

        long write(int fd, byte[] buffer, long count);

        int close(int fd);
    }

    private PseudoTerminal(final InstrumentServer server, final Clock clock, final C c, final int[] descriptors,
        final String port) {
        super(server, clock, "simulated instrument at " + port);
        this.c = c;
        this.master = descriptors[0];
        this.slave = descriptors[1];
        this.port = port;
    }

    /** Whether this computer has pseudo-terminals. */
    public static boolean isSupported() {
        return isMac() || osName().startsWith("linux");
    }

    private static boolean isMac() {
        return osName().startsWith("mac");
    }

    private static String osName() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    /**
     * Opens a pseudo-terminal in raw mode and serves it until it is closed.
     *
     * @param clock for several threads: not a virtual one
     * @throws IOException on Windows, or if there is none left
     */
    public static PseudoTerminal open(final InstrumentServer server, final Clock clock) throws IOException {
        if (!isSupported()) {
            throw new IOException("This computer has no pseudo-terminals: only Linux and macOS have. Use a TCP port.");
        }
        final C c = Native.load("c", C.class);
        final int flags = READ_WRITE | (isMac() ? 0x20000 : 0x100);
        final int master = checked("posix_openpt", c.posix_openpt(flags));
        try {
            checked("grantpt", c.grantpt(master));
            checked("unlockpt", c.unlockpt(master));
            final String port = c.ptsname(master);
            // held open so that programs may come and go
            final int slave = checked("open", c.open(port, flags));
            final Memory termios = new Memory(TERMIOS_BYTES);
            checked("tcgetattr", c.tcgetattr(slave, termios));
            c.cfmakeraw(termios);
            checked("tcsetattr", c.tcsetattr(slave, 0, termios));
            final int status = checked("fcntl", c.fcntl(master, F_GETFL));
            checked("fcntl", c.fcntl(master, F_SETFL, status | (isMac() ? 0x4 : 0x800)));
            final PseudoTerminal terminal = new PseudoTerminal(server, clock, c, new int[] {master, slave}, port);
            terminal.start();
            return terminal;
        } catch (final IOException e) {
            c.close(master);
            throw e;
        }
    }

    private static int checked(final String function, final int result) throws IOException {
        if (result < 0) {
            throw new IOException("Pseudo-terminal: " + function + " failed with error " + Native.getLastError() + ".");
        }
        return result;
    }

    /** The name of the port that programs open: {@code /dev/pts/3}. */
    public String port() {
        return port;
    }

    /** Pulls the plug: the port is gone, for ever. */
    public void unplug() throws IOException {
        close();
    }

    private boolean ready(final short what, final int millis) throws IOException {
        poll.setInt(0, master);
        poll.setShort(4, what);
        poll.setShort(6, (short)0);
        if (c.poll(poll, 1, millis) < 0) {
            return notYet("poll");
        }
        final short is = poll.getShort(6);
        if ((is & POLL_GONE) != 0 && (is & what) == 0) {
            throw new IOException("The pseudo-terminal " + port + " is gone.");
        }
        return (is & what) != 0;
    }

    private static boolean notYet(final String function) throws IOException {
        final int error = Native.getLastError();
        if (error == EINTR || error == (isMac() ? 35 : EAGAIN)) {
            return false;
        }
        throw new IOException("Pseudo-terminal: " + function + " failed with error " + error + ".");
    }

    @Override
    byte[] take(final int millis) throws IOException {
        if (!ready(POLL_IN, millis)) {
            return new byte[0];
        }
        final int count = (int)c.read(master, buffer, buffer.length);
        if (count < 0) {
            notYet("read");
        }
        return first(buffer, count);
    }

    @Override
    void send(final byte[] bytes) throws IOException {
        if (ready(POLL_OUT, 0) && c.write(master, bytes, bytes.length) < 0) {
            notYet("write");
        }
    }

    @Override
    void closePort() throws IOException {
        final int slaveClosed = c.close(slave);
        checked("close", c.close(master));
        checked("close", slaveClosed);
    }
}
