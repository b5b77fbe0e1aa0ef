// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.acquisition.simulation.CellModel.Polarisation;
import org.electrode4d.acquisition.simulation.CellModel.SideReaction;
import org.electrode4d.acquisition.simulation.CellModel.Wells;
import org.junit.jupiter.api.Test;

final class SimulatedCellTest {

    private static final double CAPACITY = CellModel.MICRO_CELL_CAPACITY;
    private static final double RATE = CAPACITY / 3600;

    private static Drive current(final double rate) {
        return new Drive.Current(rate * RATE, -100, 100);
    }

    @Test
    void whatPassesIsStoredConsumedOrLeaked() {
        final SimulatedCell cell = new SimulatedCell(CellModel.microCell());
        cell.advance(4000, current(1. / 3));
        cell.advance(4000, new Drive.Potential(4.3, RATE));
        cell.advance(800, new Drive.Open());
        cell.advance(2000, current(-1. / 6));
        final double kept = cell.stateOfCharge() * CAPACITY + cell.consumedCharge() + cell.leakedCharge();
        assertEquals(cell.passedCharge(), kept, 1e-12 * CAPACITY);
        assertTrue(cell.consumedCharge() > 0.01 * CAPACITY, "SEI: " + cell.consumedCharge());
    }

    @Test
    void theResistanceAnswersAtOnceAndThePolarisationExponentially() {
        // so large that its open-circuit potential stays where it is
        final CellModel model = new CellModel(1e6, 0.5, 2, new Polarisation(3, 40), new Wells(0.5, 1, 1),
            new SideReaction(0, 4.3, 0.05, 1), Double.POSITIVE_INFINITY);
        final SimulatedCell cell = new SimulatedCell(model);
        final double rest = model.openCircuitPotential(0.5);
        final Drive drive = new Drive.Current(0.01, 0, 5);
        assertEquals(rest, cell.potential(), 1e-12);
        cell.advance(0, drive);
        assertEquals(rest + 0.02, cell.potential(), 1e-9);
        cell.advance(40, drive);
        assertEquals(rest + 0.02 + 0.03 * (1 - Math.exp(-1)), cell.potential(), 1e-6);
        cell.advance(0, new Drive.Open());
        assertEquals(rest + 0.03 * (1 - Math.exp(-1)), cell.potential(), 1e-6);
    }

    @Test
    void theWellsApproachEachOtherAtRest() {
        final CellModel model = CellModel.microCell().lossless();
        final SimulatedCell cell = new SimulatedCell(model);
        cell.advance(1800, current(1. / 3));
        final double before = cell.accessibleCharge() - cell.stateOfCharge();
        final double timeConstant = 0.13 * 0.87 / 8.8e-5;
        cell.advance(timeConstant, new Drive.Open());
        assertEquals(1. / 6, cell.stateOfCharge(), 1e-9);
        assertEquals(before * Math.exp(-1), cell.accessibleCharge() - cell.stateOfCharge(), 1e-9);
    }

    @Test
    void chargeComesBackMoreSlowlyThanItWentIn() {
        final CellModel model = CellModel.microCell().lossless();
        final SimulatedCell charged = new SimulatedCell(model.withInitialCharge(0.3));
        charged.advance(1000, current(1. / 6));
        final SimulatedCell discharged = new SimulatedCell(model.withInitialCharge(0.7));
        discharged.advance(1000, current(-1. / 6));
        final double inward = charged.accessibleCharge() - charged.stateOfCharge();
        final double outward = discharged.stateOfCharge() - discharged.accessibleCharge();
        assertTrue(outward > 1.2 * inward, inward + " " + outward);
    }

    @Test
    void aHeldPotentialIsExactAndItsCurrentDecaysToTheSideReaction() {
        final SimulatedCell cell = new SimulatedCell(CellModel.microCell().withInitialCharge(0.6));
        double last = Double.POSITIVE_INFINITY;
        for (int n = 0; n < 50; n++) {
            cell.advance(600, new Drive.Potential(4.3, 1));
            assertEquals(4.3, cell.potential(), 1e-9);
            assertTrue(cell.current() < last, "does not decay: " + cell.current());
            last = cell.current();
        }
        assertTrue(last > 0.01 * RATE && last < 0.05 * RATE, "rest of the current in C: " + last / RATE);
    }

    @Test
    void aHoldIsStableInStepsOfAnyLength() {
        final SimulatedCell coarse = new SimulatedCell(CellModel.microCell().withInitialCharge(0.5));
        final SimulatedCell fine = new SimulatedCell(CellModel.microCell().withInitialCharge(0.5));
        coarse.advance(3600, new Drive.Potential(4.3, RATE));
        for (int n = 0; n < 36000; n++) {
            fine.advance(0.1, new Drive.Potential(4.3, RATE));
        }
        assertEquals(fine.stateOfCharge(), coarse.stateOfCharge(), 1e-4);
        assertEquals(fine.current(), coarse.current(), 1e-3 * RATE);
    }

    @Test
    void boundsAreHeldInPlaceOfTheDrive() {
        final SimulatedCell cell = new SimulatedCell(CellModel.microCell().withInitialCharge(0.9));
        cell.advance(10, new Drive.Potential(4.3, RATE / 10));
        assertEquals(RATE / 10, cell.current(), 1e-9 * RATE);
        assertTrue(cell.bounded());
        cell.advance(10, new Drive.Current(-100 * RATE, 2.5, 4.3));
        assertEquals(2.5, cell.potential(), 1e-9);
        assertTrue(cell.bounded());
        cell.advance(10, new Drive.Current(-RATE / 100, 2.5, 4.3));
        assertTrue(!cell.bounded());
    }

    @Test
    void theHistoryKnowsTheTruth() {
        final SimulatedCell cell = new SimulatedCell(CellModel.microCell().withInitialCharge(0.5));
        cell.history().watch(2.5, 4.3, RATE);
        cell.advance(10, new Drive.Potential(4.29, 1));
        cell.advance(3, new Drive.Potential(4.4, 1));
        cell.advance(10, new Drive.Open());
        cell.advance(2, new Drive.Potential(4.4, 1));
        assertEquals(4.4, cell.history().maxPotentialSeen(), 1e-9);
        assertTrue(cell.history().secondsBeyond() >= 5, "s: " + cell.history().secondsBeyond());
        assertTrue(cell.history().longestBeyond() < cell.history().secondsBeyond());
    }

    @Test
    void theOpenCircuitPotentialRisesSmoothly() {
        final CellModel model = CellModel.microCell();
        assertEquals(3.0, model.openCircuitPotential(0), 1e-12);
        assertEquals(4.24, model.openCircuitPotential(1), 1e-2);
        for (double z = -1; z < 2; z += 1. / 64) {
            final double slope = (model.openCircuitPotential(z + 1e-6) - model.openCircuitPotential(z - 1e-6)) / 2e-6;
            assertTrue(slope > 0);
            assertEquals(model.slope(z), slope, 1e-4);
        }
    }

    @Test
    void impossibleParametersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> CellModel.ofCapacity(0));
        final SimulatedCell cell = new SimulatedCell(CellModel.microCell());
        assertThrows(IllegalArgumentException.class, () -> cell.advance(-1, new Drive.Open()));
    }
}
