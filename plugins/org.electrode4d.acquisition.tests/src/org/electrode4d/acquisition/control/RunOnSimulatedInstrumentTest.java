// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.instrument.InstrumentSetup;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.protocol.Amount;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.FaultyInstrument;
import org.electrode4d.acquisition.simulation.InProcessLink;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedInstrument;
import org.electrode4d.acquisition.simulation.SimulatedPotentiostat;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs through the drivers, to simulated instruments in the same process. */
class RunOnSimulatedInstrumentTest {

    private static final int SAMPLES_IN_STEPS = 90;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final SimulatedPotentiostat potentiostat =
        new SimulatedPotentiostat(new SimulatedCell(CellModel.microCell()));
    private final FakeLog log = new FakeLog(clock);

    private static EndCondition seconds(final double time) {
        return new EndCondition.Threshold(Quantity.TIME, true, new Amount(time, Amount.Unit.SECOND));
    }

    private static Protocol protocol() {
        return new Protocol("short", OptionalDouble.empty(), 1, 5, new SafetyLimits(2, 4.3, 1e-4, 3600, 1, 60),
            List.of(new Step.Rest("rest", seconds(30), Optional.empty()),
                new Step.ConstantCurrent("charge", new Amount(1e-5, Amount.Unit.AMPERE), seconds(30),
                    Optional.empty()),
                new Step.Scan("scan", 1), new Step.ConstantCurrent("discharge",
                    new Amount(-1e-5, Amount.Unit.AMPERE), seconds(30), Optional.empty())));
    }

    private RunSetup setup(final InstrumentKind kind) {
        final FaultyInstrument server = SimulatedInstrument.create(kind, potentiostat);
        final InstrumentSetup instrument = InstrumentSetup.of(kind, new LinkAddress.Tcp("localhost", 1));
        return new RunSetup(new RunDescription("run", "protocol", instrument.text(), Map.of()), protocol(),
            new RunDevices(transcript -> instrument.on(new InProcessLink(server, clock), clock, transcript),
                Optional.empty(), new FakeScans(clock), log, clock), RunOptions.DEFAULT, Alarm.NONE,
            identity -> Watchdog.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = InstrumentKind.class, names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
    void aRunPassesThroughEveryDriver(final InstrumentKind kind) throws IOException {
        final RunResult result = AcquisitionRun.fresh(setup(kind)).run(Progress.NONE);
        assertTrue(result.finished(), result.reason());
        assertTrue(result.safeState().verified());
        assertEquals(1, result.safeState().attempts());
        assertEquals(0, result.lostReadings());
        assertFalse(potentiostat.connected());
        assertEquals(1, result.scans());
        assertTrue(result.samples() >= SAMPLES_IN_STEPS, result.samples() + " samples");
    }

    @ParameterizedTest
    @EnumSource(value = InstrumentKind.class, names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
    void aRunThatFailsInTheMidstLeavesEveryInstrumentOff(final InstrumentKind kind) throws IOException {
        log.after = () -> {
            if (log.samples().size() == 45) {
                assertTrue(potentiostat.connected());
                throw new IllegalStateException("a bug");
            }
        };
        final RunResult result = AcquisitionRun.fresh(setup(kind)).run(Progress.NONE);
        assertEquals("IllegalStateException: a bug", result.reason());
        assertTrue(result.safeState().verified());
        assertFalse(potentiostat.connected());
        assertEquals(1, log.events(LogEvent.MadeSafe.class).count());
    }
}
