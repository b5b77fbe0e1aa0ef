// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.Setpoint;

/** An instrument that says nothing unless it is asked, and answers in order. */
abstract class AskedInstrument extends LineInstrument {

    private boolean recognised;

    AskedInstrument(final String model, final LineChannel channel, final InstrumentRange range) {
        super(model, channel, range);
    }

    /** The question for what it is; its answer looks like no other answer. */
    abstract String identityQuestion();

    /** Reads the answer; empty if another instrument, or none, has given it. */
    abstract Optional<Identity> identity(String answer);

    /** Asks for what else must be so, once the identity is right; by default nothing. */
    void checkMode() throws IOException {
        // most instruments have one language only
    }

    /** Sends what switches the output off, whether it is heard or not, before anything is read. */
    abstract void sendOff() throws IOException;

    /** Switches the output off and reads whether that was accepted. */
    abstract void switchOff() throws IOException;

    /** Whether the output is off with high impedance. */
    abstract boolean isOff() throws IOException;

    /** Brings it, with its output off, into a known state. */
    abstract void arrange(SafetyLimits limits) throws IOException;

    /** Applies a set point that has been checked. */
    abstract void set(Setpoint setpoint) throws IOException;

    /** Measures. */
    abstract Reading measure() throws IOException;

    @Override
    public final Identity identify() throws IOException {
        return talk(() -> {
            recognised = false;
            final Identity identity = synchronise();
            checkMode();
            recognised = true;
            return identity;
        });
    }

    @Override
    public final void prepare(final SafetyLimits limits) throws IOException {
        talk(() -> {
            sendOff();
            synchronise();
            switchOff();
            arrange(limits);
            if (!isOff()) {
                throw new InstrumentException(name() + " was told to switch its output off and says that it is on, or "
                    + "off in a mode that loads the cell. Disconnect the cell by hand.");
            }
            keep(limits);
            return null;
        });
    }

    @Override
    public final void apply(final Setpoint setpoint) throws IOException {
        check(setpoint);
        talk(() -> {
            ensureTrust();
            set(setpoint);
            return null;
        });
    }

    @Override
    public final Reading read() throws IOException {
        return talk(() -> {
            ensureTrust();
            return measure();
        });
    }

    @Override
    public final void outputOff() throws IOException {
        talk(() -> {
            if (!channel().trusted()) {
                sendOff();
                synchronise();
            }
            switchOff();
            return null;
        });
    }

    @Override
    public final Output output() throws IOException {
        return talk(() -> {
            ensureTrust();
            return isOff() ? Output.OFF : Output.ON;
        });
    }

    private void ensureTrust() throws IOException {
        if (!channel().trusted()) {
            synchronise();
        }
    }

    private Identity synchronise() throws IOException {
        channel().distrust();
        final List<String> others = new ArrayList<>();
        channel().dropUntilQuiet();
        channel().send(identityQuestion());
        Optional<Identity> identity = Optional.empty();
        while (identity.isEmpty()) {
            final String line = nextLine(others);
            identity = identity(line);
            others.add(line);
        }
        channel().dropUntilQuiet();
        channel().trust();
        return identity.get();
    }

    private String nextLine(final List<String> others) throws IOException {
        try {
            return channel().readLine();
        } catch (NoAnswerException e) {
            if (others.isEmpty() || recognised) {
                throw e;
            }
            throw new WrongInstrumentException(name() + " answered " + LineChannel.quoted(String.join(" / ", others))
                + " to " + identityQuestion() + ": something else is connected, it speaks another language, or the "
                + "baud rate is wrong. Choose the instrument that is there, or its port.");
        }
    }
}
