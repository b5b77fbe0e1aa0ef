// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.segmentation.CollectorPlane;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.segmentation.tracking.DepthProfile.Bin;
import org.electrode4d.segmentation.tracking.DepthProfile.Sample;
import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;

final class DepthProfileTest {

    @Test
    void theSlopeIsTheStrain() {
        final List<Sample> samples = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            samples.add(new Sample(i, 0.2 + 0.45 * i));
        }
        final DepthProfile profile = DepthProfile.of(samples, 4);
        assertEquals(0.45, profile.slope(), 1e-12);
        assertEquals(0.2, profile.intercept(), 1e-12);
        assertEquals(1, profile.determination(), 1e-12);
        assertEquals(0, profile.slopeError(), 1e-9);
        assertEquals(4, profile.bins().size());
        final Bin last = profile.bins().get(3);
        assertEquals(6, last.count(), "15 to 20: the last bin holds its upper end");
        assertEquals(17.5, last.middle(), 1e-12);
        assertEquals(0.2 + 0.45 * 17.5, last.mean(), 1e-12);
        assertEquals(0.45 * Math.sqrt(17.5 / 5), last.deviation(), 1e-12);
    }

    @Test
    void fewParticlesGiveNoNumbersButNoErrors() {
        assertEquals(List.of(), DepthProfile.of(List.of(), 5).bins());
        final DepthProfile one = DepthProfile.of(List.of(new Sample(3, 1)), 2);
        assertTrue(Double.isNaN(one.slope()));
        assertEquals(1, one.bins().get(0).mean());
        assertTrue(Double.isNaN(one.bins().get(0).deviation()));
        assertEquals(0, one.bins().get(1).count());
        assertThrows(SegmentationException.class, () -> DepthProfile.of(List.of(), 0));
    }

    @Test
    void theCollectorMayBeAtEitherEnd() {
        final CollectorPlane below = new CollectorPlane(new Point(0, 0, 1), 2);
        assertEquals(5, below.distance(new Point(9, 9, 7)));
        assertEquals(1.5, below.away(new Point(0, 0, 1.5)));
        final CollectorPlane above = new CollectorPlane(new Point(0, 0, -1), -30);
        assertEquals(23, above.distance(new Point(9, 9, 7)));
        assertEquals(-1.5, above.away(new Point(0, 0, 1.5)));
    }
}
