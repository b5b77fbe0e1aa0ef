// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;
import org.junit.jupiter.api.Test;

class ForesightTest {

    private static final double SHORTEST = 0.1;
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final Foresight foresight = new Foresight(SHORTEST, 1);

    private double dueAfter(final double... potentials) {
        for (int second = 0; second < potentials.length; second++) {
            foresight.see(new Reading(second, potentials[second], -1, Double.NaN, false));
        }
        return foresight.due();
    }

    @Test
    void aSampleIsTakenOnTheWayToTheBound() {
        foresight.apply(new Setpoint.Current(-1, 2.5, 4.3, 100), 0, NEVER);
        // 1 V at 0.5 V/s is 2 s away; four fifths of it
        assertEquals(1 + 1.6, dueAfter(4, 3.5), 1e-12);
    }

    @Test
    void closeToTheBoundTheInstrumentsShortestPeriodCounts() {
        foresight.apply(new Setpoint.Current(-1, 2.5, 4.3, 100), 0, NEVER);
        assertEquals(1 + SHORTEST, dueAfter(3, 2.5001), 1e-12);
    }

    @Test
    void aChargeRunsTowardsTheUpperBound() {
        foresight.apply(new Setpoint.Current(1, 2.5, 4.3, 100), 0, NEVER);
        // 0.3 V at 0.2 V/s
        assertEquals(2 + 0.8 * 1.5, dueAfter(3.5, 3.8, 4), 1e-12);
    }

    @Test
    void withoutACurrentOrASlopeNothingIsForeseen() {
        assertEquals(NEVER, dueAfter(4, 3.5));
        foresight.apply(new Setpoint.Potential(4.3, 1, 100), 0, NEVER);
        assertEquals(NEVER, dueAfter(4, 3.5));
        foresight.apply(new Setpoint.Current(-1, 2.5, 4.3, 100), 0, NEVER);
        assertEquals(NEVER, dueAfter(4, 4));
        assertEquals(NEVER, dueAfter(2.6, 2.4));
    }

    @Test
    void aSampleIsTakenAtTheEndOfARest() {
        foresight.apply(new Setpoint.OpenCircuit(), 0, 1.5);
        assertEquals(1.5, dueAfter(4, 4.1));
        assertEquals(NEVER, dueAfter(4, 4.1, 4.2));
    }

    @Test
    void aNewSetPointForgetsTheOldSlope() {
        foresight.apply(new Setpoint.Current(-1, 2.5, 4.3, 100), 0, NEVER);
        dueAfter(4, 3.5);
        foresight.apply(new Setpoint.Current(-2, 2.5, 4.3, 100), 0, NEVER);
        assertEquals(0.2, foresight.due(), 1e-12);
        foresight.see(new Reading(3, 3, -2, Double.NaN, false));
        assertEquals(3.2, foresight.due(), 1e-12);
    }
}
