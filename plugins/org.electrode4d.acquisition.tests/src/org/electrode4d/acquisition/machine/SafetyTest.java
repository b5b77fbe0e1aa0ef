// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import static org.electrode4d.acquisition.machine.Protocols.LIMITS;
import static org.electrode4d.acquisition.machine.Protocols.current;
import static org.electrode4d.acquisition.machine.Protocols.currentThenHold;
import static org.electrode4d.acquisition.machine.Protocols.hold;
import static org.electrode4d.acquisition.machine.Protocols.loop;
import static org.electrode4d.acquisition.machine.Protocols.protocol;
import static org.electrode4d.acquisition.machine.Protocols.rest;
import static org.electrode4d.acquisition.machine.Protocols.scan;
import static org.electrode4d.acquisition.machine.Protocols.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits hold in every phase, and before anything that the protocol wants. */
final class SafetyTest {

    @ParameterizedTest
    @CsvSource({
        "4.4001, 0,     25, 10,     potential 4.4001 V > 4.4 V",
        "2.3999, 0,     25, 10,     potential 2.3999 V < 2.4 V",
        "3,      0.101, 25, 10,     current 101 mA > 100 mA",
        "3,     -0.101, 25, 10,     current 101 mA > 100 mA",
        "3,      0,     61, 10,     temperature 61 °C > 60 °C",
        "3,      0,     25, 200001, run time 55.5558 h > 55.5556 h"})
    void eachLimitEndsTheRun(final double potential, final double current, final double temperature,
        final double time, final String violation) {
        final CyclingMachine machine = new CyclingMachine(protocol(rest("wait", seconds(1))));
        machine.start(0);
        final Decision decision = machine.on(new Reading(time, potential, current, temperature, false));
        assertEquals(new Action.GoSafe("safety limit: " + violation), decision.action());
        assertEquals("wait: SAFE", decision.transitions().get(0).to());
        assertEquals(1, decision.transitions().size());
    }

    @Test
    void valuesAtTheLimitsAreAllowed() {
        final SafetyCheck check = new SafetyCheck(LIMITS);
        assertEquals(Optional.empty(),
            check.violation(new Reading(200_000, 4.4, 0.1, 60, false), Optional.empty(), 100));
        assertEquals(Optional.empty(),
            check.violation(new Reading(0, 2.4, -0.1, Double.NaN, false), Optional.empty(), -100));
    }

    @Test
    void theNetChargeIsLimitedWhicheverItsSign() {
        final SafetyCheck check = new SafetyCheck(LIMITS);
        final Reading reading = new Reading(0, 3, 0, 25, false);
        assertEquals(Optional.of("safety limit: net charge 27.7806 mAh > 27.7778 mAh"),
            check.violation(reading, Optional.empty(), 100.01));
        assertEquals(Optional.of("safety limit: net charge 27.7806 mAh > 27.7778 mAh"),
            check.violation(reading, Optional.empty(), -100.01));
    }

    @Test
    void theChargeIsThatOfTheWholeRun() {
        final CyclingMachine machine = new CyclingMachine(
            protocol(current("one", 0.1, seconds(900)), current("two", 0.1, seconds(900))));
        machine.start(0);
        machine.on(new Reading(0, 3, 0.1, 25, false));
        machine.on(new Reading(900, 3, 0.1, 25, false));
        assertEquals(Phase.CURRENT, machine.phase());
        machine.on(new Reading(1000, 3, 0.1, 25, false));
        assertEquals(Phase.CURRENT, machine.phase());
        machine.on(new Reading(1001, 3, 0.1, 25, false));
        assertEquals(Phase.SAFE, machine.phase());
    }

    @Test
    void aThermometerThatIsLostEndsTheRunWhereATemperatureIsLimited() {
        final Reading with = new Reading(0, 3, 0, 25, false);
        final Reading without = new Reading(1, 3, 0, Double.NaN, false);
        assertEquals(Optional.of("safety limit: no temperature any more, limit 60 °C"),
            new SafetyCheck(LIMITS).violation(without, Optional.of(with), 0));
        assertEquals(Optional.empty(), new SafetyCheck(LIMITS).violation(without, Optional.of(without), 0));
        final SafetyLimits unlimited = new SafetyLimits(2, 4, 1, 1, 1, Double.POSITIVE_INFINITY);
        assertEquals(Optional.empty(), new SafetyCheck(unlimited).violation(without, Optional.of(with), 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"FINISHED", "SAFE"}, mode = EnumSource.Mode.EXCLUDE)
    void everyPhaseIsGuarded(final Phase phase) {
        final Protocol protocol = protocol(loop("loop", Protocols.NEVER, step(phase)));
        final CyclingMachine machine = new CyclingMachine(protocol);
        machine.start(0);
        if (phase == Phase.SCANNING) {
            machine.on(new Reading(60, 3, 0, 25, false));
        }
        assertEquals(phase, machine.phase());
        assertEquals(new Action.GoSafe("safety limit: potential 4.41 V > 4.4 V"),
            machine.on(new Reading(61, 4.41, 0, 25, false)).action());
    }

    private static Step step(final Phase phase) {
        return switch (phase) {
            case CURRENT -> current("c", 0.01, Protocols.NEVER);
            case POTENTIAL -> hold("h", 4, Protocols.NEVER);
            case BEFORE_SCAN, SCANNING -> scan("s", 1);
            default -> rest("r", Protocols.NEVER);
        };
    }

    @Test
    void aViolationWinsOverTheEndOfTheStep() {
        final CyclingMachine machine = new CyclingMachine(
            protocol(current("charge", 0.01, Protocols.atLeast(Quantity.POTENTIAL, 4.3))));
        machine.start(0);
        machine.on(new Reading(1, 4.5, 0.01, 25, false));
        assertEquals(Phase.SAFE, machine.phase());
    }

    @Test
    void aCurrentThatFlowsAtOpenCircuitEndsTheRun() {
        final CyclingMachine machine = new CyclingMachine(protocol(rest("wait", seconds(100))));
        machine.start(0);
        // 5 % of the limit of 0.1 A may be noise, and one reading may come before the instrument has switched off
        machine.on(new Reading(1, 3, 0.0049, 25, false));
        machine.on(new Reading(2, 3, 0.0049, 25, false));
        machine.on(new Reading(3, 3, 0.006, 25, false));
        machine.on(new Reading(4, 3, 0, 25, false));
        machine.on(new Reading(5, 3, -0.006, 25, false));
        assertEquals(Phase.REST, machine.phase());
        final Decision decision = machine.on(new Reading(6, 3, -0.006, 25, false));
        assertEquals("current -6 mA at open circuit, twice in a row: the instrument does not do what it was told",
            decision.transitions().get(0).reason());
        assertEquals(Phase.SAFE, machine.phase());
    }

    @Test
    void stepsBeyondTheLimitsAreNeverApplied() {
        for (final Step step : List.of(current("step", 0.2, Protocols.NEVER), current("step", -0.2, Protocols.NEVER),
            hold("step", 4.5, Protocols.NEVER), hold("step", 2.3, Protocols.NEVER),
            currentThenHold("step", 0.01, 4.5, Protocols.NEVER))) {
            final CyclingMachine machine = new CyclingMachine(protocol(rest("wait", seconds(1)), step));
            machine.start(0);
            final Decision decision = machine.on(new Reading(1, 3, 0, 25, false));
            assertEquals(Action.GoSafe.class, decision.action().getClass(), step.toString());
            assertEquals("step: SAFE", decision.transitions().get(0).to());
        }
    }
}
