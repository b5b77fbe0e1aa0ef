// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.Closeable;
import java.io.IOException;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.Setpoint;

/**
 * A potentiostat with a cell. The order of use: {@link #identify()}, {@link #prepare}, then {@link #apply} and
 * {@link #read()} as often as wanted, {@link #outputOff()} and {@link #output()} at any time, from any state, also on a
 * fresh connection to an instrument that somebody else left running. For one thread.
 *
 * <p>Every method returns within {@link InstrumentRange#answerTime()} or throws. No method switches the output on but
 * {@link #apply}. An exception says nothing about the state of the output: whoever gets one goes to the safe state.</p>
 */
public interface Instrument extends Closeable {

    /**
     * Asks the instrument what it is; touches nothing else.
     *
     * @throws WrongInstrumentException if something else answers, or in another language
     * @throws NoAnswerException if nothing answers: switched off, wrong port or wrong baud rate
     */
    Identity identify() throws IOException;

    /** What it can do. Known without a connection. */
    InstrumentRange range();

    /**
     * Brings it into a known state with the output off at high impedance, errors cleared, and sets the limits that it
     * can hold itself.
     */
    void prepare(SafetyLimits limits) throws IOException;

    /** Applies a set point. Replaces the one before without switching off in between where the instrument can. */
    void apply(Setpoint setpoint) throws IOException;

    /**
     * Measures once.
     *
     * @throws InvalidReadingException if the answer is no measurement: an overflow value, half a line, another echo
     */
    Reading read() throws IOException;

    /** Switches the output off, with high impedance. To be verified by {@link #output()}. */
    void outputOff() throws IOException;

    /** Asks the instrument whether its output is off. */
    Output output() throws IOException;

    /** What is known of the output. */
    enum Output {
        /** Off with high impedance, or the relay open. */
        OFF,
        /** On, or off in a mode that loads the cell. */
        ON
    }
}
