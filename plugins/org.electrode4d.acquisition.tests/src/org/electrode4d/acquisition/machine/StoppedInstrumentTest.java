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
import static org.electrode4d.acquisition.machine.Protocols.scan;
import static org.electrode4d.acquisition.machine.Protocols.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;
import org.junit.jupiter.api.Test;

/** What an instrument does by itself: it stops at a limit, holds one, runs out of time, or stops for no reason. */
final class StoppedInstrumentTest {

    private static final EndCondition UP = atLeast(Quantity.POTENTIAL, 4.3);

    private static Decision answer(final Step step, final Reading reading) {
        final CyclingMachine machine = new CyclingMachine(protocol(step, rest("after", NEVER)));
        machine.start(0);
        return machine.on(reading);
    }

    private static Reading stopped(final double time, final double potential) {
        return new Reading(time, potential, 0, Double.NaN, true);
    }

    private static void assertChange(final String to, final String reason, final Decision decision) {
        assertEquals(List.of(to, reason), List.of(decision.transitions().get(0).to(),
            decision.transitions().get(0).reason()));
    }

    @Test
    void stoppedWithinFiveMillivoltTheLimitIsMet() {
        assertChange("after: REST",
            "instrument stopped at its limit at 4.2951 V and 0 A: potential 4.3 V >= 4.3 V",
            answer(current("charge", 0.01, UP), stopped(10, 4.2951)));
        assertChange("after: REST",
            "instrument stopped at its limit at 4.302 V and 0 A: potential 4.302 V >= 4.3 V",
            answer(current("charge", 0.01, UP), stopped(10, 4.302)));
        assertChange("after: REST",
            "instrument stopped at its limit at 2.504 V and 0 A: potential 2.5 V <= 2.5 V",
            answer(current("discharge", -0.01, atMost(Quantity.POTENTIAL, 2.5)), stopped(10, 2.504)));
        assertChange("both: POTENTIAL",
            "instrument stopped at its limit at 4.199 V and 0 A: potential 4.2 V >= 4.2 V",
            answer(currentThenHold("both", 0.01, 4.2, atMost(Quantity.CURRENT, 0.001)), stopped(10, 4.199)));
    }

    @Test
    void theReadingBeforeTheStopMayHaveBeenNearTheLimit() {
        final CyclingMachine machine = new CyclingMachine(protocol(current("charge", 0.01, UP), rest("after", NEVER)));
        machine.start(0);
        machine.on(new Reading(9, 4.297, 0.01, Double.NaN, false));
        assertChange("after: REST", "instrument stopped at its limit at 4.12 V and 0 A: potential 4.3 V >= 4.3 V",
            machine.on(stopped(10, 4.12)));
        final CyclingMachine other = new CyclingMachine(
            protocol(rest("before", seconds(9)), current("charge", 0.01, UP)));
        other.start(0);
        other.on(new Reading(9, 4.297, 0, Double.NaN, false));
        assertChange("charge: SAFE", "instrument stopped by itself at 4.12 V and 0 A 1 s after the set point was "
            + "applied, far from its limit", other.on(stopped(10, 4.12)));
    }

    @Test
    void stoppedElsewhereIsAFailure() {
        assertChange("charge: SAFE", "instrument stopped by itself at 4.2949 V and 0 A 10 s after the set point was "
            + "applied, far from its limit", answer(current("charge", 0.01, UP), stopped(10, 4.2949)));
        assertChange("hold: SAFE", "instrument stopped by itself at 4.1 V and 0 A 10 s after the set point was "
            + "applied, far from its limit",
            answer(hold("hold", 4.1, atMost(Quantity.CURRENT, 0.001)), stopped(10, 4.1)));
        assertChange("nothing: SAFE", "instrument stopped by itself at 4.4 V and 0 A 10 s after the set point was "
            + "applied, far from its limit", answer(current("nothing", 0, UP), stopped(10, 4.4)));
    }

    @Test
    void stoppedAtALimitThatDoesNotEndTheStepIsAFailure() {
        assertChange("charge: SAFE",
            "instrument stopped at its limit at 4.399 V and 0 A and the step does not end there",
            answer(current("charge", 0.01, all(UP, seconds(60))), stopped(10, 4.399)));
    }

    @Test
    void stoppedByAClockThatIsFastTheSetPointIsAppliedAgain() {
        final CyclingMachine machine = new CyclingMachine(protocol(current("charge", 0.001, any(UP, seconds(10_000)))));
        machine.start(0);
        machine.on(new Reading(9_000, 3.6, 0.001, Double.NaN, false));
        final Decision again = machine.on(stopped(9_995, 3.6));
        assertChange("charge: CURRENT", "instrument stopped as its time was over at 3.6 V and 0 A 2.77639 h after the "
            + "set point was applied: it is applied again", again);
        assertEquals(new Action.Apply(new Setpoint.Current(0.001, 2.4, 4.3, 7)), again.action());
        assertEquals(9_995, machine.state().counters().step().time());
        assertChange("FINISHED", "time 2.77778 h >= 2.77778 h",
            machine.on(new Reading(10_000, 3.6, 0.001, Double.NaN, false)));
    }

    @Test
    void stoppedLongBeforeItsTimeIsAFailure() {
        assertChange("charge: SAFE", "instrument stopped by itself at 3.6 V and 0 A 2.775 h after the set point was "
            + "applied, far from its limit", answer(current("charge", 0.001, seconds(10_000)), stopped(9_990, 3.6)));
    }

    @Test
    void stoppedAfterItsTimeTheEndDecides() {
        assertChange("after: REST",
            "instrument stopped as its time was over at 3.6 V and 0 A: time 61 s >= 60 s",
            answer(current("charge", 0.01, seconds(60)), stopped(61, 3.6)));
        assertChange("charge: BEFORE_SCAN",
            "instrument stopped as its time was over at 3.6 V and 0 A: time 61 s >= 60 s: scan T0",
            answer(current("charge", 0.01, UP, seconds(60)), stopped(61, 3.6)));
    }

    @Test
    void theCurrentOfAnOutputThatIsOffEndsNothing() {
        assertChange("hold: POTENTIAL", "instrument stopped as its time was over at 4.1 V and 0 A 55.5553 h after the "
            + "set point was applied: it is applied again",
            answer(hold("hold", 4.1, atMost(Quantity.CURRENT, 0.001)), stopped(199_999, 4.1)));
    }

    @Test
    void aLimitThatTheInstrumentHoldsIsMet() {
        assertChange("after: REST", "instrument holds its limit at 4.2996 V and 9 mA: potential 4.3 V >= 4.3 V",
            answer(current("charge", 0.01, UP), new Reading(10, 4.2996, 0.009, Double.NaN, false)));
        final Decision full = answer(current("charge", 0.01, UP), new Reading(10, 4.2996, 0.0099, Double.NaN, false));
        assertEquals(List.of(), full.transitions());
        final Decision safety = answer(current("charge", 0.01, NEVER), new Reading(10, 4.399, 0, Double.NaN, false));
        assertEquals(List.of(), safety.transitions());
    }

    @Test
    void atOpenCircuitNothingCanStop() {
        for (final Step step : List.of(rest("wait", NEVER), scan("scan", 1))) {
            assertEquals(List.of(), answer(step, stopped(10, 3.6)).transitions());
        }
    }
}
