// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import static org.electrode4d.acquisition.machine.Protocols.NEVER;
import static org.electrode4d.acquisition.machine.Protocols.atMost;
import static org.electrode4d.acquisition.machine.Protocols.current;
import static org.electrode4d.acquisition.machine.Protocols.currentThenHold;
import static org.electrode4d.acquisition.machine.Protocols.loop;
import static org.electrode4d.acquisition.machine.Protocols.protocol;
import static org.electrode4d.acquisition.machine.Protocols.rest;
import static org.electrode4d.acquisition.machine.Protocols.scan;
import static org.electrode4d.acquisition.machine.Protocols.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.junit.jupiter.api.Test;

/** A run goes on after its program died, wherever that was. */
final class ResumeTest {

    private static final Protocol PAPER = Protocols.paper(30, 1);

    private static Reading reading(final double time, final double potential, final double current) {
        return new Reading(time, potential, current, Double.NaN, false);
    }

    private static CyclingMachine started(final Protocol protocol) {
        final CyclingMachine machine = new CyclingMachine(protocol);
        machine.start(0);
        return machine;
    }

    private static Transition only(final Decision decision) {
        assertEquals(1, decision.transitions().size(), decision.toString());
        return decision.transitions().get(0);
    }

    @Test
    void fromEachReadingOnTheSameStepsAndScansFollow() {
        final Bench whole = new Bench(PAPER, 3.2, 780).run();
        assertTrue(whole.readings.size() > 500);
        for (int i = 0; i < whole.readings.size(); i++) {
            final CyclingMachine before = CyclingMachine.at(PAPER, whole.states.get(i));
            final List<String> expected = new ArrayList<>(List.of(before.step()));
            if (before.phase() == Phase.SCANNING) {
                expected.add("T" + before.state().counters().scans());
            }
            expected.addAll(whole.course(whole.readings.get(i).time()));
            final Bench rest = new Bench(PAPER, 0, 780).resume(whole, i, 3600);
            assertEquals(withoutRepeats(expected), withoutRepeats(rest.course(0)), "from reading " + i);
            assertEquals(Phase.FINISHED, rest.machine().phase());
            assertEquals(10, rest.machine().state().counters().scans());
        }
    }

    private static List<String> withoutRepeats(final List<String> names) {
        final List<String> shorter = new ArrayList<>();
        for (final String name : names) {
            if (shorter.isEmpty() || !shorter.get(shorter.size() - 1).equals(name)) {
                shorter.add(name);
            }
        }
        return shorter;
    }

    @Test
    void theSameReadingsLeadFromEachEarlierStateToTheSameState() {
        final Bench whole = new Bench(PAPER, 3.2, 780).run();
        final int size = whole.readings.size();
        for (int from = 0; from < size; from++) {
            final CyclingMachine again = CyclingMachine.at(PAPER, whole.states.get(from));
            for (int i = from; i < size; i++) {
                assertEquals(whole.states.get(i), again.state());
                again.on(whole.readings.get(i));
                if (whole.scanFinished.get(i)) {
                    again.scanFinished(whole.readings.get(i).time());
                }
            }
            assertEquals(whole.machine().state(), again.state());
        }
    }

    @Test
    void aTimedStepGetsItsSetPointAgainAndKeepsWhatItCounted() {
        final Protocol protocol = protocol(current("charge", 0.01, seconds(100), seconds(80)));
        final CyclingMachine machine = started(protocol);
        machine.on(reading(1, 3, 0.01));
        machine.on(reading(60, 3, 0.01));
        final CyclingMachine again = CyclingMachine.at(protocol, machine.state());
        final Decision decision = again.resume(5000);
        assertEquals(new Action.Apply(new Setpoint.Current(0.01, 2.4, 4.4, 22)), decision.action());
        assertEquals("resumed at 83.3333 min: step charge goes on after 60 s", only(decision).reason());
        assertEquals("charge: CURRENT", only(decision).to());
        again.on(reading(5001, 3, 0.01));
        assertEquals(61, again.state().counters().segment().time());
        assertEquals(0.59, again.state().counters().charge(), 1e-12, "nothing is counted for the time between");
        assertEquals("time 80 s >= 80 s: scan T0", only(again.on(reading(5020, 3, 0.01))).reason());
    }

    @Test
    void aScanThatWasNotFinishedIsTakenAgainAfterANewRest() {
        final Protocol protocol = protocol(scan("double", 2));
        final CyclingMachine machine = started(protocol);
        machine.on(reading(60, 3, 0));
        machine.scanFinished(70);
        assertEquals(Phase.SCANNING, machine.phase());
        final CyclingMachine again = CyclingMachine.at(protocol, machine.state());
        final Decision decision = again.resume(500);
        assertEquals(new Action.Apply(new Setpoint.OpenCircuit()), decision.action());
        assertEquals("resumed at 8.33333 min: scan T1 after a new rest of 60 s", only(decision).reason());
        assertEquals(new Action.Continue(), again.on(reading(559, 3, 0)).action());
        assertEquals(new Action.TriggerScan("T1"), again.on(reading(560, 3, 0)).action());
        assertEquals(new Action.Finish(), again.scanFinished(600).action());
    }

    @Test
    void aRestBeforeAScanBeginsAgain() {
        final Protocol protocol = protocol(current("charge", 0.01, NEVER, seconds(10)));
        final CyclingMachine machine = started(protocol);
        machine.on(reading(10, 3, 0.01));
        machine.on(reading(60, 3, 0));
        final CyclingMachine again = CyclingMachine.at(protocol, machine.state());
        again.resume(100);
        assertEquals(new Action.Continue(), again.on(reading(159, 3, 0)).action());
        assertEquals(new Action.TriggerScan("T0"), again.on(reading(160, 3, 0)).action());
    }

    @Test
    void aHoldAfterACurrentBeginsWithTheCurrentAgain() {
        final Protocol protocol = protocol(currentThenHold("charge", 0.01, 4.2, atMost(Quantity.CURRENT, 0.001)));
        final CyclingMachine machine = started(protocol);
        machine.on(reading(1, 4.2, 0.01));
        assertEquals(Phase.POTENTIAL, machine.phase());
        final CyclingMachine again = CyclingMachine.at(protocol, machine.state());
        assertEquals("charge: CURRENT", only(again.resume(50)).to());
        again.on(reading(51, 4.21, 0.01));
        assertEquals(Phase.POTENTIAL, again.phase());
    }

    @Test
    void oneThatHadNotBegunBegins() {
        final Protocol protocol = protocol(rest("wait", NEVER));
        final Decision decision = CyclingMachine.at(protocol, new CyclingMachine(protocol).state()).resume(7);
        assertEquals("resumed at 7 s", only(decision).reason());
        assertEquals("wait: REST", only(decision).to());
    }

    @Test
    void oneThatIsOverStaysSo() {
        final Protocol protocol = protocol(rest("wait", seconds(1)));
        final CyclingMachine finished = started(protocol);
        finished.on(reading(1, 3, 0));
        assertEquals(new Decision(List.of(), new Action.Finish()),
            CyclingMachine.at(protocol, finished.state()).resume(9));
        final CyclingMachine safe = started(protocol);
        safe.fail(1, "port gone");
        final CyclingMachine again = CyclingMachine.at(protocol, safe.state());
        assertEquals("wait", again.step());
        assertEquals(new Decision(List.of(), new Action.GoSafe("the run has ended in the safe state")),
            again.resume(9));
        assertEquals(safe.state(), again.state());
    }

    @Test
    void theStateOfAnotherProtocolIsRefused() {
        final Protocol simple = protocol(rest("wait", NEVER));
        final Protocol looped = protocol(loop("l", NEVER, rest("wait", NEVER)));
        final Protocol charge = protocol(current("wait", 0.01, NEVER));
        final MachineState state = started(simple).state();
        assertThrows(IllegalArgumentException.class, () -> CyclingMachine.at(looped, state));
        assertThrows(IllegalArgumentException.class, () -> CyclingMachine.at(simple, started(looped).state()));
        assertThrows(IllegalArgumentException.class, () -> CyclingMachine.at(charge, state));
        assertThrows(IllegalArgumentException.class, () -> CyclingMachine.at(simple, started(charge).state()));
        assertThrows(IllegalArgumentException.class, () -> CyclingMachine.at(protocol(), state));
        final MachineState lost = new MachineState(new Position(List.of(), Phase.CURRENT, 0, 0),
            new Counters(List.of(), Elapsed.NOTHING, Elapsed.NOTHING, 0, 0), Optional.empty());
        assertThrows(IllegalArgumentException.class, () -> CyclingMachine.at(simple, lost));
    }
}
