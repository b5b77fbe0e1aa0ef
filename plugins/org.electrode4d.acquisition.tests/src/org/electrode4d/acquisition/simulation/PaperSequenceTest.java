// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The protocol of the paper on the simulated micro cell: sampled once a second, no limits held by an instrument. */
final class PaperSequenceTest {

    private static final double HALF_HOUR = 1800;
    private static final double REST = 60;
    private static final double SCAN = 13 * 60;
    private static final double RATE = CellModel.MICRO_CELL_CAPACITY / 3600;

    private record Scanned(String name, double hours, double potential, double current, double passed,
        double stateOfCharge) {
    }

    private final SimulatedCell cell = new SimulatedCell(CellModel.microCell());
    private final List<Scanned> scans = new ArrayList<>();
    private double time;
    private double fastestEnd;

    private void pass(final Drive drive) {
        final double before = cell.potential();
        cell.advance(1, drive);
        time++;
        fastestEnd = Math.abs(cell.potential() - before);
    }

    private void scan() {
        final double current = cell.current();
        final double potential = cell.potential();
        for (int second = 0; second < REST + SCAN; second++) {
            pass(new Drive.Open());
        }
        scans.add(new Scanned("T" + scans.size(), (time - SCAN) / 3600, potential, current,
            cell.passedCharge() / CellModel.MICRO_CELL_CAPACITY, cell.stateOfCharge()));
    }

    /** Until the potential is reached or half an hour is over; whether it was reached. */
    private boolean current(final double rate, final double end) {
        final Drive drive = new Drive.Current(rate * RATE, -10, 10);
        for (int second = 0; second < HALF_HOUR; second++) {
            pass(drive);
            if (rate > 0 ? cell.potential() >= end : cell.potential() <= end) {
                return true;
            }
        }
        return false;
    }

    private void hold(final double potential) {
        for (int second = 0; second < HALF_HOUR && (second == 0 || cell.current() > RATE / 10); second++) {
            pass(new Drive.Potential(potential, RATE));
        }
    }

    @Test
    void thePaperIsFollowed() {
        scan();
        int galvanostatic = 0;
        while (!current(1. / 3, 4.3)) {
            scan();
            galvanostatic++;
        }
        assertEquals(2, galvanostatic, "scans before 4.3 V");
        assertTrue(fastestEnd < 1e-3, "V per second at 4.3 V: " + fastestEnd);
        assertTrue(cell.potential() < 4.302, "V: " + cell.potential());
        while (scans.size() < 7) {
            hold(4.3);
            scan();
        }
        final Scanned charged = scans.get(6);
        assertEquals(0.85, charged.passed, 0.02, scans.toString());
        assertTrue(charged.stateOfCharge < charged.passed - 0.03, "nothing went into the SEI");
        for (final Scanned held : scans.subList(3, 7)) {
            assertTrue(held.current > 0.1 * RATE && held.current < RATE / 3, held.toString());
        }
        final double discharging = time;
        assertTrue(!current(-1. / 6, 2.5), "2.5 V in the first half hour");
        scan();
        assertTrue(current(-1. / 6, 2.5), "2.5 V not in the second half hour: " + cell.potential());
        assertEquals(45 * 60, time - discharging - REST - SCAN, 10 * 60);
        assertTrue(fastestEnd < 1.1e-3, "V per second at 2.5 V: " + fastestEnd);
        assertTrue(cell.potential() > 2.498, "V: " + cell.potential());
        scan();
        scan();
        assertEquals(10, scans.size());
    }
}
