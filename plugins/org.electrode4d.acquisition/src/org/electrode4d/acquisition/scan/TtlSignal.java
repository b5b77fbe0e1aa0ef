// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

/**
 * What goes over the control lines.
 *
 * @param output line that asks for a scan
 * @param pulse seconds for which it is asserted; 0 holds it until the scan is over
 * @param input line that tells the end of a scan
 * @param meaning of that line
 * @param answerTime seconds after the request within which a busy line must be asserted; looked at for BUSY only
 */
public record TtlSignal(Output output, double pulse, Input input, Meaning meaning, double answerTime) {

    /** Lines that this computer sets. */
    public enum Output {
        DTR, RTS
    }

    /** Lines that the other side sets. */
    public enum Input {
        CTS, DSR, DCD
    }

    /** What an asserted input says. */
    public enum Meaning {
        /** A scan is being taken. */
        BUSY,
        /** The scan is over; released again at the latest when the next one is asked for. */
        DONE
    }

    /** Refuses what can never work. */
    public TtlSignal {
        SetupChecks.range("pulse [s]", pulse, 0, 60);
        SetupChecks.range("answer time [s]", answerTime, 0.01, 600);
    }
}
