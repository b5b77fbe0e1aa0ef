// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

/** Where an instrument is. Says nothing of what speaks there. */
public sealed interface LinkAddress {

    /** The address in one line without spaces around it; {@link #parse} reads it back. */
    String text();

    /**
     * Reads an address: {@code serial:/dev/ttyUSB0?baud=115200}, where {@code &data=8&stop=1&parity=none&flow=none} may
     * follow and is taken for granted where it does not, or {@code tcp://host:port}.
     *
     * @throws IllegalArgumentException if it is none, with what is wrong
     */
    static LinkAddress parse(final String text) {
        return LinkAddressText.parse(text);
    }

    /**
     * A serial port.
     *
     * @param port name of the system, such as {@code /dev/ttyUSB0} or {@code COM3}
     * @param baudRate bits per second, 50 to 4,000,000
     * @param dataBits 5 to 8
     * @param stopBits 1 or 2
     */
    record Serial(String port, int baudRate, int dataBits, int stopBits, Parity parity, FlowControl flowControl)
        implements LinkAddress {

        /** Refuses settings that no port has. */
        public Serial {
            check(!port.isBlank(), "The serial port has no name; choose one.");
            check(baudRate >= 50 && baudRate <= 4_000_000, "The baud rate of " + port + " is " + baudRate
                + "; it must be between 50 and 4000000, and the one that the instrument is set to.");
            check(dataBits >= 5 && dataBits <= 8,
                "The number of data bits of " + port + " is " + dataBits + "; it must be between 5 and 8.");
            check(stopBits == 1 || stopBits == 2,
                "The number of stop bits of " + port + " is " + stopBits + "; it must be 1 or 2.");
        }

        /** 8 data bits, 1 stop bit, no parity, no flow control. */
        public static Serial of(final String port, final int baudRate) {
            return new Serial(port, baudRate, 8, 1, Parity.NONE, FlowControl.NONE);
        }

        @Override
        public String text() {
            return LinkAddressText.of(this);
        }
    }

    /**
     * A server.
     *
     * @param host name or address
     * @param port 1 to 65535
     */
    record Tcp(String host, int port) implements LinkAddress {

        /** Refuses what is no address. */
        public Tcp {
            check(!host.isBlank(), "The instrument's host has no name; give one.");
            check(port >= 1 && port <= 65_535,
                "The TCP port of " + host + " is " + port + "; it must be between 1 and 65535.");
        }

        @Override
        public String text() {
            return "tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    private static void check(final boolean holds, final String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Parity bit of a serial port. */
    enum Parity {
        NONE, EVEN, ODD, MARK, SPACE
    }

    /** Flow control of a serial port. */
    enum FlowControl {
        NONE, RTS_CTS, XON_XOFF
    }
}
