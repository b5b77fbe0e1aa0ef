// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;

import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.link.LinkClosedException;

/** An instrument that is talked to in lines of text. */
abstract class LineInstrument implements Instrument {

    /**
     * Volt by which an instrument's own bound lies beyond that of the set point: the step shall end because the
     * potential has been read at its bound, not hang below it by the last digit of a number or by the noise.
     */
    static final double MARGIN = 0.0005;

    private final String model;
    private final LineChannel channel;
    private final InstrumentRange range;
    private SafetyLimits limits;

    LineInstrument(final String model, final LineChannel channel, final InstrumentRange range) {
        this.model = model;
        this.channel = channel;
        this.range = range;
    }

    /** Model and address, for messages. */
    final String name() {
        return "The " + model + " at " + channel.name();
    }

    final LineChannel channel() {
        return channel;
    }

    @Override
    public final InstrumentRange range() {
        return range;
    }

    final void keep(final SafetyLimits newLimits) {
        limits = newLimits;
    }

    final boolean isPrepared() {
        return limits != null;
    }

    /** Those of {@link #prepare}. */
    final SafetyLimits limits() throws InstrumentException {
        if (limits == null) {
            throw new InstrumentException(name() + " was given a set point before it was prepared.");
        }
        return limits;
    }

    /** Refuses what the instrument cannot do, before anything is sent. */
    final void check(final Setpoint setpoint) throws InstrumentException {
        if (setpoint instanceof Setpoint.Current current) {
            within("current", Math.abs(current.current()), 0, range.maxCurrent(), "A");
            within("lower bound of the potential", current.minPotential(), range.minPotential(), range.maxPotential(),
                "V");
            within("upper bound of the potential", current.maxPotential(), current.minPotential(),
                range.maxPotential(), "V");
            within("time", current.maxTime(), 0, Double.MAX_VALUE, "s");
            if (!range.constantCurrent()) {
                throw new InstrumentException(name() + " cannot regulate a current.");
            }
        } else if (setpoint instanceof Setpoint.Potential potential) {
            within("potential", potential.potential(), range.minPotential(), range.maxPotential(), "V");
            within("bound of the current", potential.maxCurrent(), Double.MIN_VALUE, range.maxCurrent(), "A");
            within("time", potential.maxTime(), 0, Double.MAX_VALUE, "s");
        }
        limits();
    }

    private void within(final String what, final double value, final double least, final double most,
        final String unit) throws InstrumentException {
        if (!(value >= least && value <= most)) {
            throw new InstrumentException(name() + " was given a " + what + " of " + value + " " + unit
                + "; it can do " + least + " to " + most + " " + unit + ".");
        }
    }

    final InvalidReadingException unexpected(final String question, final String answer, final String expected) {
        return new InvalidReadingException(name() + " answered " + LineChannel.quoted(answer) + " to " + question
            + "; expected " + expected + ".");
    }

    /**
     * Does something with the instrument within its answer time. Whatever goes wrong, nothing that comes afterwards is
     * trusted before the channel is synchronised again.
     */
    final <T> T talk(final Talk<T> talk) throws IOException {
        channel.begin(range.answerTime());
        try {
            return talk.run();
        } catch (NoAnswerException e) {
            channel.distrust();
            throw new NoAnswerException(name() + ": " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            channel.distrust();
            throw e;
        }
    }

    /** Something that is said and answered. */
    interface Talk<T> {

        /** @throws LinkClosedException where the other side is gone */
        T run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
