// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.instrument.Instrument;
import org.electrode4d.acquisition.instrument.InstrumentRange;
import org.electrode4d.acquisition.link.Transcript;

/**
 * A bench in memory: a capacitor of 1 F as a cell, at an instrument that fails as it is told. Its calls are counted
 * over all connections.
 */
final class FakeStation {

    static final Identity IDENTITY = new Identity("Fake", "Bench", "7", "1");
    private static final InstrumentRange RANGE = new InstrumentRange(0, 5, 2, 0.01, 0.5, true, false, false);

    final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-02T03:04:05Z"));
    final List<String> alarms = new ArrayList<>();
    /** What the call of a number throws; null for nothing. */
    LongFunction<Throwable> faults = call -> null;
    /** Seconds that the call of a number takes. */
    LongFunction<Double> delays = call -> 0.;
    long calls;
    double potential = 3;
    boolean on;
    boolean everOn;
    Identity identity = IDENTITY;
    int open;
    private double current;
    private double last;

    Instrument open(final Transcript transcript) throws IOException {
        call(transcript, "open");
        open++;
        return new FakeInstrument(transcript);
    }

    private void call(final Transcript transcript, final String name) throws IOException {
        final long call = calls++;
        clock.sleepUntil(clock.seconds() + delays.apply(call));
        transcript.sent(name);
        final Throwable fault = faults.apply(call);
        if (fault instanceof IOException checked) {
            throw checked;
        } else if (fault instanceof RuntimeException unchecked) {
            throw unchecked;
        } else if (fault instanceof Error error) {
            throw error;
        }
        age();
    }

    private void age() {
        potential += (clock.seconds() - last) * current;
        last = clock.seconds();
    }

    /** Time passes, but nothing happens to the cell since the last call: somebody has disconnected it. */
    void passDisconnected(final double seconds) {
        clock.sleepUntil(clock.seconds() + seconds);
        last = clock.seconds();
    }

    /** No cell should be harmed by what follows an end. */
    boolean isSafe() {
        return !on && current == 0;
    }

    private final class FakeInstrument implements Instrument {

        private final Transcript transcript;

        FakeInstrument(final Transcript transcript) {
            this.transcript = transcript;
        }

        @Override
        public Identity identify() throws IOException {
            call(transcript, "identify");
            return identity;
        }

        @Override
        public InstrumentRange range() {
            return RANGE;
        }

        @Override
        public void prepare(final SafetyLimits limits) throws IOException {
            call(transcript, "prepare");
            off();
        }

        @Override
        public void apply(final Setpoint setpoint) throws IOException {
            call(transcript, "apply");
            on = !(setpoint instanceof Setpoint.OpenCircuit);
            everOn |= on;
            current = setpoint instanceof Setpoint.Current set ? set.current() : 0;
            potential = setpoint instanceof Setpoint.Potential set ? set.potential() : potential;
        }

        @Override
        public Reading read() throws IOException {
            call(transcript, "read");
            transcript.received(potential + " V");
            return new Reading(clock.seconds(), potential, current, Double.NaN, false);
        }

        @Override
        public void outputOff() throws IOException {
            call(transcript, "off");
            off();
        }

        private void off() {
            on = false;
            current = 0;
        }

        @Override
        public Output output() throws IOException {
            call(transcript, "output?");
            return on ? Output.ON : Output.OFF;
        }

        @Override
        public void close() throws IOException {
            open--;
            call(transcript, "close");
        }
    }

    Optional<String> alarm() {
        return alarms.stream().findFirst();
    }
}
