// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.electrode4d.acquisition.Reading;
import org.junit.jupiter.api.Test;

/**
 * The protocol of the paper on a cell with a straight potential. The discharge is at 1 C instead of C/6, so that it
 * lasts for one pause, as in the paper's series T0 to T9.
 */
final class PaperProtocolRunTest {

    private static final double SCAN = 780;
    private static final Bench BENCH = new Bench(Protocols.paper(1, 1), 3.2, SCAN).run();

    @Test
    void goesThroughTheStepsAndScansOfThePaper() {
        assertEquals(List.of("open circuit: REST",
            "pristine: BEFORE_SCAN", "pristine: SCANNING",
            "constant current: CURRENT", "constant current: BEFORE_SCAN", "constant current: SCANNING",
            "constant current: CURRENT", "constant current: BEFORE_SCAN", "constant current: SCANNING",
            "constant current: CURRENT", "constant current: BEFORE_SCAN", "constant current: SCANNING",
            "constant current: CURRENT",
            "constant potential: POTENTIAL", "constant potential: BEFORE_SCAN", "constant potential: SCANNING",
            "constant potential: POTENTIAL", "constant potential: BEFORE_SCAN", "constant potential: SCANNING",
            "constant potential: POTENTIAL", "constant potential: BEFORE_SCAN", "constant potential: SCANNING",
            "discharge: CURRENT", "discharge: BEFORE_SCAN", "discharge: SCANNING", "discharge: CURRENT",
            "end: BEFORE_SCAN", "end: SCANNING", "end: SCANNING", "FINISHED"), BENCH.places());
    }

    @Test
    void saysWhy() {
        final List<String> reasons = BENCH.reasons();
        assertEquals("start at 0 s", reasons.get(0));
        assertEquals("time 5 min >= 5 min", reasons.get(1));
        assertEquals("60 s at open circuit: scan T0", reasons.get(2));
        assertEquals("scan T0 finished", reasons.get(3));
        assertEquals("time 30 min >= 30 min: scan T1", reasons.get(4));
        assertEquals("scan T1 finished: step constant current goes on", reasons.get(6));
        assertTrue(reasons.get(13).matches("potential 4\\.30?\\d* V >= 4\\.3 V"), reasons.get(13));
        assertTrue(reasons.get(14).matches("current 99\\d\\.\\d* µA <= 1 mA: scan T4"), reasons.get(14));
        assertEquals("scan T6 finished; loop charge ends, scans 6 >= 6", reasons.get(22));
        assertTrue(reasons.get(26).matches("potential 2\\.49\\d* V <= 2\\.5 V"), reasons.get(26));
        assertEquals("scan T8 finished: scan T9", reasons.get(28));
        assertEquals("scan T9 finished", reasons.get(29));
    }

    @Test
    void restsAMinuteBeforeEachScanButTheSecondOfADouble() {
        final double[] rests = BENCH.times(Phase.BEFORE_SCAN);
        final double[] scans = BENCH.times(Phase.SCANNING);
        assertEquals(9, rests.length);
        assertEquals(10, scans.length);
        for (int i = 0; i < rests.length; i++) {
            assertEquals(60, scans[i] - rests[i], 0, "T" + i);
        }
        assertEquals(SCAN, scans[9] - scans[8]);
    }

    @Test
    void noCurrentFlowsInTheRestsAndScans() {
        for (int i = 0; i < BENCH.readings.size(); i++) {
            final Position position = BENCH.states.get(i).position();
            final boolean open = position.phase() == Phase.BEFORE_SCAN || position.phase() == Phase.SCANNING;
            assertEquals(open || position.phase() == Phase.REST, BENCH.readings.get(i).current() == 0,
                BENCH.readings.get(i).toString());
        }
    }

    @Test
    void countsTheChargeOfTheCell() {
        double sum = 0;
        for (int i = 1; i < BENCH.readings.size(); i++) {
            final Reading one = BENCH.readings.get(i - 1);
            final Reading two = BENCH.readings.get(i);
            sum += (one.current() + two.current()) / 2 * (two.time() - one.time());
        }
        final Counters counters = BENCH.machine().state().counters();
        assertEquals(sum, counters.charge(), 1e-12);
        assertEquals(10, counters.scans());
        assertArrayEquals(new Object[] {"", Phase.FINISHED},
            new Object[] {BENCH.machine().step(), BENCH.machine().phase()});
    }
}
