// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import static org.electrode4d.acquisition.machine.Protocols.NEVER;
import static org.electrode4d.acquisition.machine.Protocols.all;
import static org.electrode4d.acquisition.machine.Protocols.any;
import static org.electrode4d.acquisition.machine.Protocols.atLeast;
import static org.electrode4d.acquisition.machine.Protocols.atMost;
import static org.electrode4d.acquisition.machine.Protocols.current;
import static org.electrode4d.acquisition.machine.Protocols.currentThenHold;
import static org.electrode4d.acquisition.machine.Protocols.hold;
import static org.electrode4d.acquisition.machine.Protocols.protocol;
import static org.electrode4d.acquisition.machine.Protocols.rest;
import static org.electrode4d.acquisition.machine.Protocols.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step.Timed;
import org.junit.jupiter.api.Test;

/** What the instrument is told: limits of 2.4 V to 4.4 V, 0.1 A and 200,000 s; samples every second. */
final class SetpointsTest {

    private static final Setpoints SETPOINTS = new Setpoints(protocol(), new Conditions(TinyCell.CAPACITY));
    private static final EndCondition UP = atLeast(Quantity.POTENTIAL, 4.3);
    private static final EndCondition DOWN = atMost(Quantity.POTENTIAL, 2.5);

    private static Setpoint first(final Timed step) {
        return SETPOINTS.of(step, Setpoints.first(step), counters(0, 0), 100);
    }

    private static Counters counters(final double step, final double segment) {
        return new Counters(List.of(), new Elapsed(step, 0, 0, 0), new Elapsed(segment, 0, 0, 0), 0, 0);
    }

    @Test
    void aRestIsOpenCircuit() {
        assertEquals(new Setpoint.OpenCircuit(), first(rest("wait", NEVER)));
    }

    @Test
    void aChargeIsBoundedAboveByItsEnd() {
        assertEquals(new Setpoint.Current(0.01, 2.4, 4.3, 199_900), first(current("charge", 0.01, UP)));
        assertEquals(new Setpoint.Current(0.01, 2.4, 4.3, 199_900), first(current("charge", 0.01, any(UP, DOWN))));
    }

    @Test
    void aDischargeIsBoundedBelowByItsEnd() {
        assertEquals(new Setpoint.Current(-0.01, 2.5, 4.4, 199_900), first(current("discharge", -0.01, any(UP, DOWN))));
    }

    @Test
    void theNearestOfTheEndsBounds() {
        assertEquals(new Setpoint.Current(0.01, 2.4, 4.1, 199_900),
            first(current("charge", 0.01, any(UP, atLeast(Quantity.POTENTIAL, 4.1)))));
        assertEquals(new Setpoint.Current(-0.01, 2.7, 4.4, 199_900),
            first(current("discharge", -0.01, any(DOWN, atMost(Quantity.POTENTIAL, 2.7)))));
    }

    @Test
    void anEndThatNeedsMoreThanAPotentialDoesNotBound() {
        assertEquals(new Setpoint.Current(0.01, 2.4, 4.4, 199_900),
            first(current("charge", 0.01, all(UP, seconds(60)))));
        assertEquals(new Setpoint.Current(0.01, 2.4, 4.3, 199_900),
            first(current("charge", 0.01, all(UP, atLeast(Quantity.POTENTIAL, 4.1)))));
    }

    @Test
    void boundsAreNeverBeyondTheSafetyLimits() {
        assertEquals(new Setpoint.Current(0.01, 2.4, 4.4, 199_900),
            first(current("charge", 0.01, atLeast(Quantity.POTENTIAL, 5))));
        assertEquals(new Setpoint.Current(-0.01, 2.4, 4.4, 199_900),
            first(current("discharge", -0.01, atMost(Quantity.POTENTIAL, 1))));
        assertEquals(new Setpoint.Current(0, 2.4, 4.4, 199_900), first(current("nothing", 0, UP)));
    }

    @Test
    void theTimeIsThatOfTheEndOrTheScanAndTwoSamples() {
        assertEquals(new Setpoint.Current(0.01, 2.4, 4.3, 62),
            first(current("charge", 0.01, any(UP, seconds(60)), seconds(80))));
        assertEquals(new Setpoint.Current(0.01, 2.4, 4.3, 82), first(current("charge", 0.01, UP, seconds(80))));
        assertEquals(new Setpoint.Current(0.01, 2.4, 4.3, 42), SETPOINTS.of(
            current("charge", 0.01, any(UP, seconds(100)), seconds(80)), Phase.CURRENT, counters(60, 10), 0));
    }

    @Test
    void theTimeIsNeverBeyondThatOfTheRun() {
        assertEquals(new Setpoint.Current(0.01, 2.4, 4.4, 50),
            SETPOINTS.of(current("charge", 0.01, seconds(60)), Phase.CURRENT, counters(0, 0), 199_950));
        assertEquals(new Setpoint.Current(0.01, 2.4, 4.4, 2),
            SETPOINTS.of(current("charge", 0.01, seconds(60)), Phase.CURRENT, counters(0, 0), 300_000));
    }

    @Test
    void aHoldIsBoundedInItsCurrent() {
        assertEquals(new Setpoint.Potential(4, 0.05, 62), first(hold("hold", 4, seconds(60))));
    }

    @Test
    void aCurrentAndHoldIsBoundedByItsPotentialAndATenthMoreThanItsCurrent() {
        final Timed step = currentThenHold("charge", 0.01, 4.2, atMost(Quantity.CURRENT, 0.001));
        assertEquals(new Setpoint.Current(0.01, 2.4, 4.2, 199_900), first(step));
        assertEquals(new Setpoint.Potential(4.2, 0.011000000000000001, 199_900),
            SETPOINTS.of(step, Phase.POTENTIAL, counters(0, 0), 100));
        final Timed strong = currentThenHold("charge", 0.1, 4.2, NEVER);
        assertEquals(new Setpoint.Potential(4.2, 0.1, 199_900),
            SETPOINTS.of(strong, Phase.POTENTIAL, counters(0, 0), 100));
    }
}
