// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.Test;

final class NodeGridTest {

    @Test
    void xRunsFastest() {
        final NodeGrid grid = new NodeGrid(new Point(1, 2, 3), new Point(10, 20, 30), 4, 3, 2);
        final int node = grid.index(2, 1, 1);
        assertEquals(18, node);
        assertEquals(new Point(21, 22, 33), grid.position(node));
        assertEquals(2, grid.ix(node));
        assertEquals(1, grid.iy(node));
        assertEquals(1, grid.iz(node));
    }

    @Test
    void spamsNodesBeginAtTheSpacing() {
        final NodeGrid grid = NodeGrid.spam(new Shape(200, 101, 41), 20);
        assertEquals(new Point(20, 20, 20), grid.origin());
        assertEquals("9 5 2", grid.nx() + " " + grid.ny() + " " + grid.nz());
    }

    @Property
    void centredGridsLeaveSpaceOnBothSides(@ForAll @IntRange(min = 2, max = 40) final int spacing,
        @ForAll @IntRange(min = 60, max = 500) final int extent) {
        final NodeGrid grid = NodeGrid.centred(new Shape(extent, 60, 60), spacing);
        final double before = grid.origin().x();
        final double after = extent - 1 - grid.position(grid.nx() - 1, 0, 0).x();
        assertTrue(Math.abs(before - after) <= 1, before + " and " + after);
        assertTrue(before > 0.6 * spacing - 1 && before <= 1.1 * spacing, before + " of " + spacing);
    }

    @Test
    void aThinVolumeHasOneLayerInTheMiddle() {
        final NodeGrid grid = NodeGrid.centred(new Shape(450, 450, 80), 70);
        assertEquals(1, grid.nz());
        assertEquals(39, grid.origin().z());
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NodeGrid(Point.ORIGIN, new Point(0, 1, 1), 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new NodeGrid(Point.ORIGIN, new Point(1, 1, 1), 0, 1, 1));
    }
}
