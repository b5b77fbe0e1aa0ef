// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.acquisition.simulation.SimulatedPotentiostat.Converter;
import org.electrode4d.acquisition.simulation.SimulatedPotentiostat.Limits;
import org.electrode4d.acquisition.simulation.SimulatedPotentiostat.State;
import org.junit.jupiter.api.Test;

final class SimulatedPotentiostatTest {

    private static final double CAPACITY = CellModel.MICRO_CELL_CAPACITY;

    private final SimulatedCell cell = new SimulatedCell(CellModel.microCell().withInitialCharge(0.5));
    private final SimulatedPotentiostat potentiostat = new SimulatedPotentiostat(cell);

    @Test
    void aLimitIsFoundWithinATenthOfASecond() {
        potentiostat.limits(new Limits(2.5, 4.3, -1, 1));
        potentiostat.advance(1000);
        potentiostat.current(new Drive.Current(CAPACITY / 900, -10, 10));
        // nobody looks for an hour
        potentiostat.advance(4600);
        assertEquals(State.LIMIT, potentiostat.state());
        assertEquals(0, cell.current(), 1e-15);
        assertEquals(4.3, cell.history().maxPotentialSeen(), 2e-3);
        potentiostat.off();
        assertEquals(State.OFF, potentiostat.state());
    }

    @Test
    void aLimitThatIsBrokenAtOnceOpensAtOnce() {
        potentiostat.limits(new Limits(2.5, 4.3, -1e-5, 1e-5));
        potentiostat.advance(0);
        potentiostat.potential(new Drive.Potential(4.25, 1));
        assertEquals(State.LIMIT, potentiostat.state());
        assertEquals(0, cell.passedCharge(), 1e-18);
    }

    @Test
    void timeIsCountedFromTheFirstTimeTold() {
        potentiostat.advance(5e6);
        potentiostat.current(new Drive.Current(CAPACITY / 3600, -10, 10));
        potentiostat.advance(5e6 + 100);
        assertEquals(CAPACITY / 36, cell.passedCharge(), 1e-9 * CAPACITY);
    }

    @Test
    void oneAdvanceIsAsManyAdvances() {
        final SimulatedCell other = new SimulatedCell(cell.model());
        final SimulatedPotentiostat often = new SimulatedPotentiostat(other);
        for (final SimulatedPotentiostat each : new SimulatedPotentiostat[] {potentiostat, often}) {
            each.advance(0);
            each.potential(new Drive.Potential(4.3, CAPACITY / 3600));
        }
        potentiostat.advance(600);
        for (int second = 1; second <= 600; second++) {
            often.advance(second);
        }
        assertEquals(other.stateOfCharge(), cell.stateOfCharge(), 1e-9);
    }

    @Test
    void offMayBeIgnored() {
        potentiostat.advance(0);
        potentiostat.current(new Drive.Current(1e-6, -10, 10));
        potentiostat.ignoreOff(2);
        potentiostat.off();
        potentiostat.off();
        assertTrue(potentiostat.connected());
        potentiostat.off();
        assertEquals(State.OFF, potentiostat.state());
    }

    @Test
    void aConverterHasSteps() {
        final SimulatedPotentiostat coarse = new SimulatedPotentiostat(cell, new Converter(5, 1e-4, 16, 0, 0));
        final double unit = 10. / 65536;
        assertEquals(Math.rint(cell.potential() / unit) * unit, coarse.potential(), 1e-12);
        assertNotEquals(cell.potential(), coarse.potential());
    }

    @Test
    void noiseComesFromTheSeed() {
        final Converter noisy = new Converter(5, 1e-4, 0, 1e-4, 7);
        final SimulatedPotentiostat one = new SimulatedPotentiostat(cell, noisy);
        final SimulatedPotentiostat other = new SimulatedPotentiostat(cell, noisy);
        final double first = one.potential();
        assertEquals(first, other.potential());
        assertNotEquals(first, one.potential());
        assertEquals(cell.potential(), first, 5e-3);
    }
}
