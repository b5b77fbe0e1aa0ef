// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SliceOverlayTest {

    @Test
    void ofManySlicesAtMostTwelveAreShownEvenlySpread() {
        assertEquals(List.of(), SliceOverlay.shown(List.of()));
        final List<Integer> twelve = IntStream.range(0, 12).boxed().toList();
        assertEquals(twelve, SliceOverlay.shown(twelve));
        assertEquals(List.of(0, 3, 6, 9, 12, 15, 18, 21, 24),
            SliceOverlay.shown(IntStream.range(0, 25).boxed().toList()));
    }
}
