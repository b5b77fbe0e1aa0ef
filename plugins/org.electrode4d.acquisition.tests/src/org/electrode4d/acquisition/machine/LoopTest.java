// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import static org.electrode4d.acquisition.machine.Protocols.NEVER;
import static org.electrode4d.acquisition.machine.Protocols.all;
import static org.electrode4d.acquisition.machine.Protocols.any;
import static org.electrode4d.acquisition.machine.Protocols.atLeast;
import static org.electrode4d.acquisition.machine.Protocols.atMost;
import static org.electrode4d.acquisition.machine.Protocols.current;
import static org.electrode4d.acquisition.machine.Protocols.hold;
import static org.electrode4d.acquisition.machine.Protocols.loop;
import static org.electrode4d.acquisition.machine.Protocols.protocol;
import static org.electrode4d.acquisition.machine.Protocols.rest;
import static org.electrode4d.acquisition.machine.Protocols.scan;
import static org.electrode4d.acquisition.machine.Protocols.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;
import org.junit.jupiter.api.Test;

/** Loops: passes, nesting, leaving at once, and going round in vain. */
final class LoopTest {

    private static final EndCondition SECOND = seconds(1);

    /** Runs with a reading of 3 V and, with the cell on, 10 mA each second and scans that take no time; where it went, and why. */
    private static List<String> run(final int readings, final Step... steps) {
        final CyclingMachine machine = new CyclingMachine(protocol(1, 0, steps));
        final List<String> entries = new ArrayList<>();
        keep(entries, machine.start(0));
        for (int time = 1; time <= readings; time++) {
            final boolean on = machine.phase() == Phase.CURRENT || machine.phase() == Phase.POTENTIAL;
            Decision decision = machine.on(new Reading(time, 3, on ? 0.01 : 0, Double.NaN, false));
            keep(entries, decision);
            while (decision.action() instanceof Action.TriggerScan) {
                decision = machine.scanFinished(time);
                keep(entries, decision);
            }
        }
        return entries;
    }

    private static void keep(final List<String> entries, final Decision decision) {
        decision.transitions().forEach(transition -> entries.add(transition.to() + " | " + transition.reason()));
    }

    private static EndCondition passes(final int count) {
        return atLeast(Quantity.PASSES, count);
    }

    @Test
    void goesRoundAndCountsPasses() {
        assertEquals(List.of("a: REST | start at 0 s", "b: REST | time 1 s >= 1 s",
            "a: REST | time 1 s >= 1 s; pass 1 of loop l done", "b: REST | time 1 s >= 1 s",
            "FINISHED | time 1 s >= 1 s; pass 2 of loop l done; loop l ends, passes 2 >= 2"),
            run(9, loop("l", passes(2), rest("a", SECOND), rest("b", SECOND))));
    }

    @Test
    void nestedLoopsCountTheirOwn() {
        assertEquals(List.of("a: REST | start at 0 s",
            "a: REST | time 1 s >= 1 s; pass 1 of loop inner done",
            "b: REST | time 1 s >= 1 s; pass 2 of loop inner done; loop inner ends, passes 2 >= 2",
            "a: REST | time 1 s >= 1 s; pass 1 of loop outer done",
            "a: REST | time 1 s >= 1 s; pass 1 of loop inner done",
            "b: REST | time 1 s >= 1 s; pass 2 of loop inner done; loop inner ends, passes 2 >= 2",
            "c: REST | time 1 s >= 1 s; pass 2 of loop outer done; loop outer ends, passes 2 >= 2",
            "FINISHED | time 1 s >= 1 s"),
            run(9, loop("outer", passes(2), loop("inner", passes(2), rest("a", SECOND)), rest("b", SECOND)),
                rest("c", SECOND)));
    }

    @Test
    void theOutermostLoopIsLeftFromTheMidstOfAStep() {
        assertEquals(List.of("a: REST | start at 0 s", "b: REST | loop outer ends, time 3 s >= 3 s"),
            run(3, loop("outer", seconds(3), loop("inner", seconds(3), rest("a", NEVER))), rest("b", NEVER)));
    }

    @Test
    void theScanThatReachesTheNumberEndsTheLoopAtOnce() {
        assertEquals(List.of("s: BEFORE_SCAN | start at 0 s", "s: SCANNING | 1 s at open circuit: scan T0",
            "s: SCANNING | scan T0 finished: scan T1",
            "after: REST | scan T1 finished; loop l ends, scans 2 >= 2"),
            run(3, loop("l", atLeast(Quantity.SCANS, 2), scan("s", 5), rest("never", NEVER)), rest("after", NEVER)));
    }

    @Test
    void scansBeforeTheLoopAreNotItsOwn() {
        assertEquals(List.of("before: BEFORE_SCAN | start at 0 s", "before: SCANNING | 1 s at open circuit: scan T0",
            "s: BEFORE_SCAN | scan T0 finished", "s: SCANNING | 1 s at open circuit: scan T1",
            "FINISHED | scan T1 finished; loop l ends, scans 1 >= 1"),
            run(5, scan("before", 1), loop("l", atLeast(Quantity.SCANS, 1), scan("s", 1))));
    }

    @Test
    void aLoopLooksAtPotentialAndCurrentWhileItsStepsAreActive() {
        assertEquals(List.of("c: CURRENT | start at 0 s", "FINISHED | loop l ends, potential 3 V >= 2.9 V"),
            run(3, loop("l", atLeast(Quantity.POTENTIAL, 2.9), current("c", 0.01, NEVER))));
        assertEquals(List.of("h: POTENTIAL | start at 0 s", "FINISHED | loop l ends, current 10 mA <= 10 mA"),
            run(3, loop("l", atMost(Quantity.CURRENT, 0.01), hold("h", 3, NEVER))));
        assertEquals(List.of("r: REST | start at 0 s"),
            run(3, loop("l", atMost(Quantity.CURRENT, 0.01), rest("r", NEVER))));
    }

    @Test
    void aPassAndAPotentialEndALoopTogether() {
        assertEquals(List.of("c: CURRENT | start at 0 s", "FINISHED | time 1 s >= 1 s; pass 1 of loop l done; "
            + "loop l ends, passes 1 >= 1 and potential 3 V >= 2.9 V"),
            run(3, loop("l", all(passes(1), atLeast(Quantity.POTENTIAL, 2.9)), current("c", 0.01, SECOND))));
    }

    @Test
    void aLoopWhoseEndIsMetOrThatIsEmptyIsSkipped() {
        assertEquals(List.of("a: REST | start at 0 s; loop l is skipped, scans 0 >= 0"),
            run(0, loop("l", atLeast(Quantity.SCANS, 0), rest("x", SECOND)), rest("a", NEVER)));
        assertEquals(List.of("a: REST | start at 0 s; loop l is empty"),
            run(0, loop("l", NEVER), rest("a", NEVER)));
    }

    @Test
    void goingRoundWithoutTimeIsFoundAndEndsSafely() {
        final Step none = rest("none", seconds(0));
        for (final Step loop : List.of(loop("l", NEVER, none), loop("l", NEVER, loop("i", NEVER)),
            loop("l", NEVER, loop("i", passes(3), none)))) {
            final List<String> entries = run(1, rest("wait", SECOND), loop);
            final String last = entries.get(entries.size() - 1);
            assertEquals("SAFE | the protocol goes round without time passing: 1000 moves at 1 s",
                last.substring(last.indexOf("SAFE")));
        }
    }

    @Test
    void passesInWhichAllIsSkippedMayEndALoop() {
        final List<String> entries = run(0, loop("l", passes(3), rest("none", seconds(0))), rest("a", NEVER));
        assertEquals("a: REST | step none is skipped, time 0 s >= 0 s; pass 3 of loop l done; loop l ends, "
            + "passes 3 >= 3", entries.get(entries.size() - 1));
    }

    @Test
    void timeAndChargeOfALoopAreThoseOfItsActiveSteps() {
        final CyclingMachine machine = new CyclingMachine(
            protocol(1, 10, loop("l", seconds(100), current("c", 0.01, seconds(2)), scan("s", 1))));
        machine.start(0);
        machine.on(new Reading(2, 3, 0.01, Double.NaN, false));
        machine.on(new Reading(12, 3, 0, Double.NaN, false));
        machine.scanFinished(50);
        machine.on(new Reading(51, 3, 0.01, Double.NaN, false));
        assertEquals(List.of(new Elapsed(3, 0.03, 1, 1)), machine.state().counters().loops());
        assertEquals(new Elapsed(1, 0.01, 0, 0), machine.state().counters().step());
    }
}
