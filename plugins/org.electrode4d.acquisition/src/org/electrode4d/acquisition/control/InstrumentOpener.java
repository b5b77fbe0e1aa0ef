// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;

import org.electrode4d.acquisition.instrument.Instrument;
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
}
