// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void changesAreRelatedToTheFirstValue() {
        assertEquals(-37.2, Cells.change(0.628, 1), 1e-12);
        assertEquals(21.8, Cells.change(1.218, 1), 1e-12);
        assertEquals(-100, Cells.change(0, 3));
        assertTrue(Double.isNaN(Cells.change(2, 0)));
    }
}
