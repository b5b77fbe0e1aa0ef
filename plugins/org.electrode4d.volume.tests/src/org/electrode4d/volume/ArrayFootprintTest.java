// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class ArrayFootprintTest {

    private static final long MB = 1 << 20;

    @Test
    void largeArraysTakeWholeRegions() {
        final ArrayFootprint g1 = new ArrayFootprint(MB);
        assertEquals(1016, g1.of(1000));
        assertEquals(MB, g1.of(MB - 16));
        assertEquals(2 * MB, g1.of(MB));
        assertEquals(MB, g1.of(MB / 2));
        assertEquals(17 * MB, g1.of(16 * MB));
    }

    @Test
    void withoutRegionsTheyTakeWhatTheyHold() {
        assertEquals(MB + 16, new ArrayFootprint(0).of(MB));
    }

    @Test
    void theRegionsOfThisMachineAreKnown() {
        assumeTrue(ManagementFactory.getGarbageCollectorMXBeans().stream().map(GarbageCollectorMXBean::getName)
            .anyMatch(name -> name.startsWith("G1")), "runs on another garbage collector");
        assertTrue(ArrayFootprint.here().of(32 * MB) > 32 * MB + 16, "an array of the size of a region");
    }
}
