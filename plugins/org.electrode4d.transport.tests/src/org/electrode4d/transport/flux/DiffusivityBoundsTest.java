// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DiffusivityBoundsTest {

    @Test
    void twoConductorsHaveFourBounds() {
        final DiffusivityBounds bounds =
            DiffusivityBounds.of(new double[] {0.5, 0.5}, new double[] {1, 0.1}, 3);
        assertEquals(2 / 11.0, bounds.series(), 1e-12);
        assertEquals(0.55, bounds.parallel(), 1e-12);
        // D1 + f2 / (1 / (D2 - D1) + f1 / (3 D1)) and with the phases exchanged
        assertEquals(1 + 0.5 / (1 / -0.9 + 0.5 / 3), bounds.isotropicUpper(), 1e-12);
        assertEquals(0.1 + 0.5 / (1 / 0.9 + 0.5 / 0.3), bounds.isotropicLower(), 1e-12);
    }

    @Test
    void whatDoesNotConductTakesTheLowerBoundsAway() {
        final DiffusivityBounds pore = DiffusivityBounds.of(new double[] {0.4}, new double[] {3}, 3);
        assertEquals(0, pore.series());
        assertEquals(0, pore.isotropicLower());
        assertEquals(1.2, pore.parallel(), 1e-12);
        assertEquals(3 * 2 * 0.4 / (3 - 0.4), pore.isotropicUpper(), 1e-12);
        assertEquals(3 * 0.4 / (2 - 0.4), DiffusivityBounds.of(new double[] {0.4}, new double[] {3}, 2)
            .isotropicUpper(), 1e-12, "in an image");
    }

    @Test
    void allBoundsOfOneMaterialAreItsOwn() {
        final DiffusivityBounds all = DiffusivityBounds.of(new double[] {1, 0}, new double[] {3, 5}, 3);
        assertEquals(3, all.series(), 1e-12);
        assertEquals(3, all.isotropicLower(), 1e-12);
        assertEquals(3, all.isotropicUpper(), 1e-12);
        assertEquals(3, all.parallel(), 1e-12);
    }
}
