// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

final class SimulatedCellProperties {

    private static final double CAPACITY = CellModel.MICRO_CELL_CAPACITY;

    private record Treatment(double seconds, Drive drive) {
    }

    @Provide
    Arbitrary<Treatment> treatments() {
        final Arbitrary<Double> amperes = Arbitraries.doubles().between(-1, 1).map(x -> x * x * x);
        final Arbitrary<Double> volts = Arbitraries.doubles().between(-1, 6);
        final Arbitrary<Drive> drives = Arbitraries.oneOf(
            amperes.map(current -> new Drive.Current(current, 0, 5)),
            amperes.map(current -> new Drive.Current(current / 1e4, -100, 100)),
            Combinators.combine(volts, amperes).as((volt, most) -> new Drive.Potential(volt, Math.abs(most))),
            Arbitraries.just(new Drive.Open()));
        final Arbitrary<Double> seconds = Arbitraries.of(0., 1e-3, 0.1, 1., 17.3, 600.);
        return Combinators.combine(seconds, drives).as(Treatment::new);
    }

    @Property(tries = 200)
    void noTreatmentLosesChargeOrLeavesItsBounds(
        @ForAll @Size(max = 20) final List<@From("treatments") Treatment> list) {
        final SimulatedCell cell = new SimulatedCell(CellModel.microCell().withInitialCharge(0.4));
        double through = 0;
        for (final Treatment treatment : list) {
            final double before = cell.passedCharge();
            cell.advance(treatment.seconds, treatment.drive);
            through += Math.abs(cell.passedCharge() - before);
            checkBounds(cell, treatment.drive);
        }
        final double kept = (cell.stateOfCharge() - 0.4) * CAPACITY + cell.consumedCharge() + cell.leakedCharge();
        assertEquals(cell.passedCharge(), kept, 1e-9 * (CAPACITY + through));
    }

    private static void checkBounds(final SimulatedCell cell, final Drive drive) {
        final double volt = cell.potential();
        if (drive instanceof Drive.Current wanted) {
            assertTrue(volt > wanted.minPotential() - 1e-6 && volt < wanted.maxPotential() + 1e-6, "V: " + volt);
            assertTrue(cell.bounded() || Math.abs(cell.current() - wanted.current()) < 1e-9, "A: " + cell.current());
        } else if (drive instanceof Drive.Potential wanted) {
            assertTrue(Math.abs(cell.current()) < wanted.maxCurrent() + 1e-9, "A: " + cell.current());
            assertTrue(cell.bounded() || Math.abs(volt - wanted.potential()) < 1e-6, "V: " + volt);
        } else {
            assertEquals(0, cell.current(), 1e-9);
        }
    }
}
