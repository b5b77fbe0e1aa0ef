// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import java.util.Optional;

import org.electrode4d.acquisition.instrument.InstrumentException;
import org.electrode4d.acquisition.instrument.NoAnswerException;
import org.electrode4d.acquisition.instrument.WrongInstrumentException;
import org.electrode4d.acquisition.link.LinkClosedException;

/** What to do about an instrument that fails. */
final class InstrumentAdvice {

    private InstrumentAdvice() {
    }

    /** A resolution, where the failure is one of an instrument or of the way to it. */
    static Optional<String> of(final Exception failure) {
        if (failure instanceof WrongInstrumentException) {
            return Optional.of("Choose the kind of instrument that is connected, or the port of the one that you mean.");
        } else if (failure instanceof NoAnswerException) {
            return Optional.of("Switch the instrument on, and check cable, port and baud rate.");
        } else if (failure instanceof LinkClosedException) {
            return Optional.of("Check cable and power of the instrument, and whether another program uses it.");
        } else if (failure instanceof InstrumentException) {
            return Optional.of("Look at the display and the cable of the instrument.");
        }
        return Optional.empty();
    }
}
