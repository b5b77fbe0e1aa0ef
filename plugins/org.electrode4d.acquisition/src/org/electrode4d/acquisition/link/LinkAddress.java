// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

/** Where an instrument is. Says nothing of what speaks there. */
public sealed interface LinkAddress {

    /** A serial port. */
    record Serial(String port, int baudRate, int dataBits, int stopBits, Parity parity, FlowControl flowControl)
        implements LinkAddress {

        /** 8 data bits, 1 stop bit, no parity, no flow control. */
        public static Serial of(final String port, final int baudRate) {
            return new Serial(port, baudRate, 8, 1, Parity.NONE, FlowControl.NONE);
        }
    }

    /** A server. */
    record Tcp(String host, int port) implements LinkAddress {
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
