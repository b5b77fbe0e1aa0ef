// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.machine.Counters;
import org.electrode4d.acquisition.machine.Elapsed;
import org.electrode4d.acquisition.machine.MachineState;
import org.electrode4d.acquisition.machine.Phase;
import org.electrode4d.acquisition.machine.Position;
import org.electrode4d.acquisition.machine.Transition;
import org.electrode4d.acquisition.scan.ScanRequest;

/** Arbitrary records: texts of any characters, numbers of any size. */
final class LoggedEvents {

    private static final Arbitrary<String> TEXT = Arbitraries.strings().all().ofMaxLength(12);
    private static final Arbitrary<Double> NUMBER = Arbitraries.oneOf(Arbitraries.doubles(),
        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite));
    private static final Arbitrary<Double> ANY = Arbitraries.oneOf(NUMBER,
        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE));
    private static final Arbitrary<Integer> COUNT = Arbitraries.integers();
    private static final Arbitrary<Boolean> TRUTH = Arbitraries.of(true, false);

    private LoggedEvents() {
    }

    static Arbitrary<LogRecord> records() {
        return Combinators.combine(Arbitraries.longs(), ANY,
            Arbitraries.longs().between(-1L << 40, 1L << 40), Arbitraries.integers().between(0, 999_999_999), events())
            .as((number, time, second, nano, event) -> new LogRecord(number, time,
                Instant.ofEpochSecond(second, nano), event));
    }

    static Arbitrary<LogEvent> events() {
        return Arbitraries.oneOf(List.of(started(), TEXT.map(LogEvent.Sent::new), TEXT.map(LogEvent.Received::new),
            samples().map(LogEvent.Sampled::new), transitions().map(LogEvent.Changed::new), requests(),
            Combinators.combine(TEXT, TEXT).as(LogEvent.ScanFinished::new),
            Combinators.combine(TEXT, TEXT).as(LogEvent.ScanFailed::new), TEXT.map(LogEvent.Noted::new),
            Combinators.combine(TRUTH, COUNT, TEXT).as(LogEvent.MadeSafe::new),
            Combinators.combine(TRUTH, TEXT.injectNull(0.2)).as(LogEvent.Ended::new)));
    }

    private static Arbitrary<LogEvent.Started> started() {
        return Combinators.combine(TEXT, TEXT, TEXT, Combinators.combine(TEXT, TEXT, TEXT, TEXT).as(Identity::new),
            Arbitraries.maps(TEXT, TEXT).ofMaxSize(4)).as(LogEvent.Started::new);
    }

    private static Arbitrary<LogEvent.ScanRequested> requests() {
        return Combinators.combine(TEXT, TEXT, ANY, ANY).as(ScanRequest::new).map(LogEvent.ScanRequested::new);
    }

    private static Arbitrary<Reading> readings() {
        return Combinators.combine(NUMBER, NUMBER, NUMBER, Arbitraries.oneOf(NUMBER, Arbitraries.just(Double.NaN)),
            TRUTH).as(Reading::new);
    }

    private static Arbitrary<Sample> samples() {
        return Combinators.combine(Arbitraries.longs(), readings(), TEXT, TEXT, ANY).as(Sample::new);
    }

    private static Arbitrary<Transition> transitions() {
        final Arbitrary<Elapsed> elapsed = Combinators.combine(ANY, ANY, COUNT, COUNT).as(Elapsed::new);
        final Arbitrary<Position> position = Combinators.combine(COUNT.list().ofMaxSize(3),
            Arbitraries.of(Phase.class), ANY, COUNT).as(Position::new);
        final Arbitrary<Counters> counters = Combinators.combine(elapsed.list().ofMaxSize(2), elapsed, elapsed, COUNT,
            ANY).as(Counters::new);
        final Arbitrary<Optional<Reading>> last = readings().optional();
        return Combinators.combine(TEXT, TEXT, TEXT, Combinators.combine(position, counters, last)
            .as(MachineState::new)).as(Transition::new);
    }
}
