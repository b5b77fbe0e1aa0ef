// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;
import org.junit.jupiter.api.Test;

/** Each kind of step and condition, reading by reading. */
final class CyclingMachineTest {

    private static final EndCondition MINUTE = seconds(60);

    private static Reading reading(final double time, final double potential, final double current) {
        return new Reading(time, potential, current, Double.NaN, false);
    }

    private static CyclingMachine started(final Step... steps) {
        final CyclingMachine machine = new CyclingMachine(protocol(steps));
        machine.start(0);
        return machine;
    }

    private static String only(final Decision decision) {
        assertEquals(1, decision.transitions().size(), decision.toString());
        return decision.transitions().get(0).reason();
    }

    private static void nothing(final Decision decision) {
        assertEquals(new Decision(List.of(), new Action.Continue()), decision);
    }

    @Test
    void aRestEndsByTime() {
        final CyclingMachine machine = started(rest("wait", MINUTE));
        assertEquals("wait", machine.step());
        assertEquals(Phase.REST, machine.phase());
        nothing(machine.on(reading(0, 3.6, 0)));
        nothing(machine.on(reading(59.9, 3.6, 0)));
        final Decision end = machine.on(reading(60, 3.6, 0));
        assertEquals(new Action.Finish(), end.action());
        assertEquals("time 60 s >= 60 s", only(end));
        assertEquals("wait: REST", end.transitions().get(0).from());
        assertEquals("FINISHED", end.transitions().get(0).to());
        assertEquals("", machine.step());
        assertEquals(new Decision(List.of(), new Action.Finish()), machine.on(reading(61, 9, 9)));
    }

    @Test
    void aCurrentEndsAtAPotential() {
        final CyclingMachine machine = started(current("charge", 0.01, atLeast(Quantity.POTENTIAL, 4.3)));
        nothing(machine.on(reading(1, 4.2999, 0.01)));
        assertEquals("potential 4.3004 V >= 4.3 V", only(machine.on(reading(2, 4.3004, 0.01))));
    }

    @Test
    void aDischargeEndsAtAPotentialBelow() {
        final CyclingMachine machine = started(current("discharge", -0.01, atMost(Quantity.POTENTIAL, 2.5)));
        nothing(machine.on(reading(1, 2.6, -0.01)));
        assertEquals("potential 2.4999 V <= 2.5 V", only(machine.on(reading(2, 2.4999, -0.01))));
    }

    @Test
    void aHoldEndsAtASmallCurrentOfEitherSign() {
        final CyclingMachine machine = started(hold("hold", 3, atMost(Quantity.CURRENT, 0.001)));
        nothing(machine.on(reading(1, 3, -0.002)));
        assertEquals("current 999 µA <= 1 mA", only(machine.on(reading(2, 3, -0.000999))));
    }

    @Test
    void aStepEndsByChargeWithoutThatOfTheStepBefore() {
        final CyclingMachine machine = started(current("one", 0.01, seconds(100)),
            current("two", -0.02, atLeast(Quantity.CHARGE, 3.6)));
        machine.on(reading(0, 3.6, 0.01));
        machine.on(reading(100, 3.6, 0.01));
        nothing(machine.on(reading(150, 3.6, -0.02)));
        nothing(machine.on(reading(279, 3.6, -0.02)));
        assertEquals(-3.58, machine.state().counters().step().charge(), 1e-12);
        assertEquals("charge 1 mAh >= 1 mAh", only(machine.on(reading(280, 3.6, -0.02))));
    }

    @Test
    void conditionsAreCombined() {
        final CyclingMachine machine = started(
            current("both", 0.01, all(MINUTE, atLeast(Quantity.POTENTIAL, 4))),
            current("either", 0.01, any(MINUTE, atLeast(Quantity.POTENTIAL, 4))));
        nothing(machine.on(reading(30, 4.1, 0.01)));
        nothing(machine.on(reading(60, 3.9, 0.01)));
        assertEquals("time 61 s >= 60 s and potential 4 V >= 4 V", only(machine.on(reading(61, 4, 0.01))));
        assertEquals("potential 4 V >= 4 V", only(machine.on(reading(62, 4, 0.01))));
    }

    @Test
    void emptyCombinationsAndNeverAreNeverMet() {
        for (final EndCondition never : List.of(any(), all(), Protocols.NEVER)) {
            final CyclingMachine machine = started(rest("wait", never));
            nothing(machine.on(reading(100_000, 3.6, 0)));
        }
    }

    @Test
    void anOldReadingDoesNotEndANewStep() {
        final CyclingMachine machine = started(rest("wait", seconds(10)),
            current("charge", 0.01, atLeast(Quantity.POTENTIAL, 4)), hold("hold", 4, atMost(Quantity.CURRENT, 0.001)));
        machine.on(reading(10, 4.1, 0));
        assertEquals("charge", machine.step());
        nothing(machine.on(reading(10, 4.1, 0)));
        assertEquals("potential 4.1 V >= 4 V", only(machine.on(reading(11, 4.1, 0))));
        assertEquals("hold", machine.step());
        nothing(machine.on(reading(11, 4, 0)));
        assertEquals("current 0 A <= 1 mA", only(machine.on(reading(12, 4, 0))));
    }

    @Test
    void anOldReadingIsStillCheckedForSafety() {
        final CyclingMachine machine = started(rest("wait", seconds(10)), rest("more", seconds(10)));
        machine.on(reading(10, 4.1, 0));
        assertEquals("safety limit: potential 4.5 V > 4.4 V", only(machine.on(reading(10, 4.5, 0))));
    }

    @Test
    void aConstantCurrentBecomesAConstantPotential() {
        final CyclingMachine machine = started(
            currentThenHold("charge", 0.01, 4.2, atMost(Quantity.CURRENT, 0.02)));
        assertEquals(Phase.CURRENT, machine.phase());
        nothing(machine.on(reading(1, 4.1, 0.01)));
        final Decision hold = machine.on(reading(2, 4.2001, 0.01));
        assertEquals("potential 4.2001 V >= 4.2 V", only(hold));
        assertEquals("charge: CURRENT", hold.transitions().get(0).from());
        assertEquals("charge: POTENTIAL", hold.transitions().get(0).to());
        assertTrue(hold.action() instanceof Action.Apply apply && apply.setpoint() instanceof Setpoint.Potential);
        assertEquals("current 19 mA <= 20 mA", only(machine.on(reading(3, 4.2, 0.019))));
    }

    @Test
    void aDischargeToAHold() {
        final CyclingMachine machine = started(
            currentThenHold("discharge", -0.01, 3, atMost(Quantity.CURRENT, 0.002)));
        nothing(machine.on(reading(1, 3.1, -0.01)));
        assertEquals("potential 2.9999 V <= 3 V", only(machine.on(reading(2, 2.9999, -0.01))));
        assertEquals("current 1 mA <= 2 mA", only(machine.on(reading(3, 3, -0.001))));
    }

    @Test
    void theTimeOfACurrentAndHoldCountsFromItsBeginning() {
        final CyclingMachine machine = started(currentThenHold("charge", 0.01, 4.2, MINUTE));
        machine.on(reading(50, 4.3, 0.01));
        assertEquals(Phase.POTENTIAL, machine.phase());
        assertEquals("time 60 s >= 60 s", only(machine.on(reading(60, 4.2, 0.01))));
    }

    @Test
    void aStepPausesForAScanAndGoesOn() {
        final CyclingMachine machine = started(current("charge", 0.01, seconds(100), seconds(60)));
        machine.on(reading(1, 3.6, 0.01));
        final Decision pause = machine.on(reading(60, 3.6, 0.01));
        assertEquals(new Action.Apply(new Setpoint.OpenCircuit()), pause.action());
        assertEquals("time 60 s >= 60 s: scan T0", only(pause));
        assertEquals(1, machine.state().position().scansLeft());
        nothing(machine.on(reading(119.9, 3.6, 0)));
        final Decision scan = machine.on(reading(120.5, 3.6, 0));
        assertEquals(new Action.TriggerScan("T0"), scan.action());
        assertEquals("60.5 s at open circuit: scan T0", only(scan));
        nothing(machine.on(reading(900, 3.6, 0)));
        final Decision goesOn = machine.scanFinished(900.2);
        assertTrue(goesOn.action() instanceof Action.Apply apply
            && apply.setpoint() instanceof Setpoint.Current again && again.current() == 0.01);
        assertEquals(60, machine.state().counters().step().time(), "pauses do not count");
        assertEquals(Elapsed.NOTHING, machine.state().counters().segment());
        nothing(machine.on(reading(940.1, 3.6, 0.01)));
        assertEquals("time 100 s >= 100 s", only(machine.on(reading(940.2, 3.6, 0.01))));
    }

    @Test
    void theEndWinsOverAScan() {
        final CyclingMachine machine = started(current("charge", 0.01, MINUTE, MINUTE));
        assertEquals(new Action.Finish(), machine.on(reading(60, 3.6, 0.01)).action());
    }

    @Test
    void aStepEndsAfterAScanIfItWasTheLast() {
        final CyclingMachine machine = started(current("charge", 0.01, atLeast(Quantity.SCANS, 1), MINUTE));
        machine.on(reading(60, 3.6, 0.01));
        machine.on(reading(120, 3.6, 0));
        assertEquals("scan T0 finished; scans 1 >= 1", only(machine.scanFinished(130)));
        assertEquals(Phase.FINISHED, machine.phase());
    }

    @Test
    void aDoubleScanHasOneRest() {
        final CyclingMachine machine = started(scan("double", 2));
        assertEquals(2, machine.state().position().scansLeft());
        assertEquals(new Action.TriggerScan("T0"), machine.on(reading(60, 3.6, 0)).action());
        final Decision second = machine.scanFinished(70);
        assertEquals(new Action.TriggerScan("T1"), second.action());
        assertEquals("scan T0 finished: scan T1", only(second));
        assertEquals(new Action.Finish(), machine.scanFinished(80).action());
        assertEquals(2, machine.state().counters().scans());
    }

    @Test
    void withoutARestTheNextReadingAsksForTheScan() {
        final CyclingMachine machine = new CyclingMachine(protocol(1, 0, scan("scan", 1)));
        machine.start(5);
        nothing(machine.on(reading(5, 3.6, 0)));
        assertEquals(new Action.TriggerScan("T0"), machine.on(reading(6, 3.6, 0)).action());
    }

    @Test
    void stepsThatAreOverAtOnceAreSkipped() {
        final CyclingMachine machine = new CyclingMachine(
            protocol(rest("none", seconds(0)), scan("nil", 0), rest("wait", MINUTE)));
        final Decision start = machine.start(0);
        assertEquals(List.of("none: REST", "nil: BEFORE_SCAN", "wait: REST"),
            start.transitions().stream().map(Transition::to).toList());
        assertEquals(List.of("start at 0 s", "step none is skipped, time 0 s >= 0 s", "step nil is skipped, 0 scans"),
            start.transitions().stream().map(Transition::reason).toList());
        assertEquals(new Action.Apply(new Setpoint.OpenCircuit()), start.action());
    }

    @Test
    void aProtocolWithoutStepsIsDone() {
        final CyclingMachine machine = new CyclingMachine(protocol());
        assertEquals(new Action.Finish(), machine.start(0).action());
    }

    @Test
    void failuresEndInTheSafeState() {
        final CyclingMachine scanning = started(scan("scan", 1));
        scanning.on(reading(60, 3.6, 0));
        assertSafe(scanning.scanFailed(70, "no answer within 10 s"), "scan T0 failed: no answer within 10 s");
        assertSafe(started(rest("wait", MINUTE)).fail(1, "port gone"), "port gone");
        assertSafe(started(rest("wait", MINUTE)).scanFinished(1), "a scan was finished that was not asked for");
        assertSafe(new CyclingMachine(protocol()).fail(0, "not begun"), "not begun");
        final CyclingMachine finished = started();
        assertSafe(finished.fail(1, "output still on"), "output still on");
        assertEquals(Phase.SAFE, finished.phase());
        final Decision again = finished.fail(2, "more");
        assertEquals(List.of(), again.transitions());
        assertTrue(again.action() instanceof Action.GoSafe);
        assertTrue(finished.on(reading(3, 3.6, 0)).action() instanceof Action.GoSafe);
        assertTrue(finished.scanFinished(4).action() instanceof Action.GoSafe);
        assertTrue(finished.scanFailed(5, "late").action() instanceof Action.GoSafe);
        assertTrue(finished.resume(6).action() instanceof Action.GoSafe);
    }

    private static void assertSafe(final Decision decision, final String reason) {
        assertEquals(new Action.GoSafe(reason), decision.action());
        assertEquals(reason, only(decision));
        assertTrue(decision.transitions().get(0).to().endsWith("SAFE"), decision.toString());
    }

    @Test
    void timeThatRunsBackwardsIsAFailure() {
        final CyclingMachine machine = started(rest("wait", MINUTE));
        machine.on(reading(10, 3.6, 0));
        assertSafe(machine.on(reading(9, 3.6, 0)), "a reading of 9 s came after one of 10 s: time runs backwards");
    }

    @Test
    void whatIsNoTimeIsRefused() {
        final CyclingMachine machine = new CyclingMachine(protocol(rest("wait", MINUTE)));
        assertThrows(IllegalArgumentException.class, () -> machine.start(Double.NaN));
        machine.start(0);
        assertThrows(IllegalStateException.class, () -> machine.start(1));
    }

    @Test
    void readingsBeforeTheStartAreCheckedAndCounted() {
        final CyclingMachine machine = new CyclingMachine(protocol(rest("wait", MINUTE)));
        nothing(machine.on(reading(0, 3.6, 0.01)));
        nothing(machine.on(reading(10, 3.6, 0.01)));
        assertEquals(0.1, machine.state().counters().charge(), 1e-15);
        assertSafe(machine.on(reading(11, 5, 0)), "safety limit: potential 5 V > 4.4 V");
    }

    @Test
    void aRateWithoutACapacityIsNeverApplied() {
        final Protocol paper = Protocols.paper(1, 1);
        final CyclingMachine machine = new CyclingMachine(new Protocol("unknown cell", OptionalDouble.empty(),
            1, 60, paper.limits(), List.of(((Step.Loop) paper.steps().get(2)).steps().get(0))));
        assertSafe(machine.start(0),
            "start at 0 s: step constant current asks for NaN A, the safety limit is 100 mA");
    }
}
