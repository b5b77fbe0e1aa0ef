// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import java.io.IOException;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.instrument.Instrument;
import org.electrode4d.acquisition.instrument.InstrumentRange;

/**
 * An instrument of which it is known when it was last read.
 *
 * @param instrument that it is
 * @param prepared called after it was prepared
 * @param heard called after each reading
 */
record WatchedInstrument(Instrument instrument, Runnable prepared, Runnable heard) implements Instrument {

    @Override
    public Identity identify() throws IOException {
        return instrument.identify();
    }

    @Override
    public InstrumentRange range() {
        return instrument.range();
    }

    @Override
    public void prepare(final SafetyLimits limits) throws IOException {
        instrument.prepare(limits);
        prepared.run();
    }

    @Override
    public void apply(final Setpoint setpoint) throws IOException {
        instrument.apply(setpoint);
    }

    @Override
    public Reading read() throws IOException {
        final Reading reading = instrument.read();
        heard.run();
        return reading;
    }

    @Override
    public void outputOff() throws IOException {
        instrument.outputOff();
    }

    @Override
    public Output output() throws IOException {
        return instrument.output();
    }

    @Override
    public void close() throws IOException {
        instrument.close();
    }
}
