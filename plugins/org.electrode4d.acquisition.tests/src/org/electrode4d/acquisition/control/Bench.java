// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.log.LogSink;
import org.electrode4d.acquisition.protocol.Amount;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;
import org.electrode4d.volume.Progress;

/** A run on a bench in memory, of a protocol with all kinds of steps that takes about a minute. */
final class Bench {

    static final double PERIOD = 1;
    static final double SCAN_TIMEOUT = 20;
    static final RunOptions OPTIONS =
        new RunOptions(3, OptionalDouble.of(2.5), SCAN_TIMEOUT, new SafeStateRetries(5, 10));
    static final int SCANS = 4;

    final FakeStation station;
    final FakeLog log;
    final FakeScans scans;
    Watchdog.Starter watchdog = identity -> Watchdog.NONE;

    Bench() {
        this(new FakeStation());
    }

    private Bench(final FakeStation station) {
        this(station, new FakeLog(station.clock));
    }

    /** The same bench and log, for a second program. */
    Bench(final FakeStation station, final FakeLog log) {
        this.station = station;
        this.log = log;
        scans = new FakeScans(station.clock);
    }

    static Protocol protocol() {
        return new Protocol("test", OptionalDouble.empty(), PERIOD, 2, new SafetyLimits(2, 4.3, 1, 3600, 10, 60),
            List.of(new Step.Rest("rest", time(3), Optional.empty()),
                new Step.ConstantCurrent("charge", ampere(0.1), potential(true, 3.7), Optional.empty()),
                new Step.Scan("charged", 1),
                new Step.ConstantPotential("hold", volt(3.7), ampere(0.5), time(5), Optional.empty()),
                new Step.ConstantCurrent("discharge", ampere(-0.1), potential(false, 2.7), Optional.of(time(5))),
                new Step.Scan("double", 2)));
    }

    static Protocol restOf(final double seconds) {
        return new Protocol("rest", OptionalDouble.empty(), PERIOD, 2, new SafetyLimits(2, 4.3, 1, 2 * seconds, 10, 60),
            List.of(new Step.Rest("rest", time(seconds), Optional.empty())));
    }

    private static EndCondition time(final double seconds) {
        return new EndCondition.Threshold(Quantity.TIME, true, new Amount(seconds, Amount.Unit.SECOND));
    }

    private static EndCondition potential(final boolean atLeast, final double value) {
        return new EndCondition.Threshold(Quantity.POTENTIAL, atLeast, volt(value));
    }

    private static Amount volt(final double value) {
        return new Amount(value, Amount.Unit.VOLT);
    }

    private static Amount ampere(final double value) {
        return new Amount(value, Amount.Unit.AMPERE);
    }

    RunSetup setup() {
        return setupOf(protocol(), log);
    }

    RunSetup setupOf(final Protocol protocol, final LogSink sink) {
        return new RunSetup(new RunDescription("run-1", "the protocol", "the instrument", Map.of("Cell", "A")),
            protocol, new RunDevices(station::open, Optional.empty(), scans, sink, station.clock), OPTIONS,
            station.alarms::add, watchdog);
    }

    RunResult run() throws IOException {
        return run(Progress.NONE);
    }

    RunResult run(final Progress progress) throws IOException {
        return AcquisitionRun.fresh(setup()).run(progress);
    }

    RunResult resume() throws IOException {
        return AcquisitionRun.resumed(setup(), RunResumption.of(protocol(), log.records)).run(Progress.NONE);
    }
}
