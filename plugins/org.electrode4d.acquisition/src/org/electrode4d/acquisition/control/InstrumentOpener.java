// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.instrument.Instrument;
import org.electrode4d.acquisition.instrument.InstrumentSetup;
import org.electrode4d.acquisition.link.Transcript;

/** Connects to the instrument of a run; again, where a connection has broken. */
@FunctionalInterface
public interface InstrumentOpener {

    /**
     * A fresh connection. Sends nothing yet; whoever gets it closes it.
     *
     * @param transcript hears every line
     * @throws IOException if the port or server cannot be reached
     */
    Instrument open(Transcript transcript) throws IOException;

    /**
     * Connects to a real instrument.
     *
     * @param clock must run by itself
     * @param samplingPeriod seconds between two readings
     */
    static InstrumentOpener of(final InstrumentSetup setup, final Clock clock, final double samplingPeriod) {
        return transcript -> setup.connect(clock, transcript, samplingPeriod);
    }
}
