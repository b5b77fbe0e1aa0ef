// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.filter.Gaussian;
import org.junit.jupiter.api.Test;

final class ResidualMapTest {

    private static final Shape SHAPE = new Shape(70, 40, 40);
    private static final Transformation MAP = Transformation.of(new Point(1, 0, -1),
        new double[] {1.02, 1, 0.98, 0, 0, 0}, new Point(2.4, -1.3, 0.6));
    private static final ResidualSettings RAW = ResidualSettings.defaults().withSigma(0).withThreshold(0);

    private static DeformationField exact(final VolumePair pair) {
        return DeformationField.uniform(NodeGrid.centred(SHAPE, 12), pair.reference().voxelSize(), pair.centre(), MAP);
    }

    private static float[] residual(final VolumePair pair, final ResidualSettings settings) {
        return Blobs.values(ResidualMap.of(pair, exact(pair), settings, Progress.NONE));
    }

    private static float largest(final float[] values) {
        float largest = 0;
        for (final float value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    @Test
    void whatTheFieldExplainsLeavesNothing() {
        final VolumePair pair = new Blobs(SHAPE).pair(MAP);
        final Volume map = ResidualMap.of(pair, exact(pair), RAW, Progress.NONE);
        final float[] inner = new float[50 * 20 * 20];
        map.read(new Block(10, 10, 10, 50, 20, 20), inner);
        assertTrue(largest(inner) < 60, "of a contrast of 5000: " + largest(inner));
    }

    @Test
    void aChangeIsSeenWhereItHappened() {
        final VolumePair pair = new Blobs(SHAPE).pair(MAP);
        final Volume cracked = Blobs.changed(pair.deformed(), grey -> {
            for (int z = 18; z < 23; z++) {
                for (int y = 18; y < 23; y++) {
                    Arrays.fill(grey, (z * 40 + y) * 70 + 30, (z * 40 + y) * 70 + 35, 60000);
                }
            }
        });
        final float[] map = residual(new VolumePair(pair.reference(), cracked), ResidualSettings.defaults());
        assertTrue(map[(20 * 40 + 20) * 70 + 32] > 8000);
        assertEquals(0, map[(20 * 40 + 20) * 70 + 50]);
        assertEquals(0, map[(8 * 40 + 10) * 70 + 12]);
    }

    @Test
    void whereTheReferenceDoesNotReachNothingIsClaimed() {
        final VolumePair pair = new Blobs(SHAPE).pair(MAP);
        final float[] predicted = Blobs.values(DeformedReference.of(pair.reference(), exact(pair), Accuracy.EXACT));
        assertTrue(Float.isNaN(predicted[(20 * 40 + 20) * 70]), "material at x = 0 came from outside");
        assertEquals(0, residual(pair, RAW)[(20 * 40 + 20) * 70]);
        for (final float value : residual(pair, ResidualSettings.defaults())) {
            assertTrue(value >= 0);
        }
    }

    @Test
    void greysAreMatchedOnDemand() {
        final VolumePair pair = new Blobs(SHAPE).pair(MAP);
        final Volume brighter = Blobs.changed(pair.deformed(), grey -> {
            for (int i = 0; i < grey.length; i++) {
                grey[i] = 1.5f * grey[i] + 3000;
            }
        });
        final VolumePair changed = new VolumePair(pair.reference(), brighter);
        final int middle = (20 * 40 + 20) * 70 + 35;
        assertTrue(residual(changed, RAW)[middle] > 5000);
        assertTrue(residual(changed, RAW.withMatchedGreys(true))[middle] < 60);
    }

    @Test
    void blocksAgree() {
        final VolumePair pair = new Blobs(SHAPE).pair(MAP);
        final Volume whole = DeformedReference.of(pair.reference(), exact(pair), Accuracy.EXACT);
        final float[] all = Blobs.values(whole);
        final float[] row = new float[11];
        whole.read(new Block(58, 33, 21, 11, 1, 1), row);
        final int at = (21 * 40 + 33) * 70 + 58;
        assertArrayEquals(Arrays.copyOfRange(all, at, at + 11), row);
    }

    @Test
    void theOrderIsDifferenceGaussianAbsoluteThreshold() {
        final VolumePair pair = new Blobs(SHAPE).pair(MAP);
        final Volume darker = Blobs.changed(pair.deformed(), grey -> {
            grey[(20 * 40 + 20) * 70 + 30] -= 4e6f;
            grey[(20 * 40 + 20) * 70 + 33] += 4e6f;
        });
        final VolumePair changed = new VolumePair(pair.reference(), darker);
        final int at = (20 * 40 + 20) * 70 + 31;
        final double weight = Math.pow(1 / (2 * Math.sqrt(2 * Math.PI)), 3);
        final double expected = 4e6 * weight * (Math.exp(-4 / 8.0) - Math.exp(-1 / 8.0));
        final Volume signed = ResidualMap.signed(changed, exact(changed), ResidualSettings.defaults(), Progress.NONE);
        final float[] values = Blobs.values(signed);
        assertEquals(expected, values[at], 60);
        assertTrue(values[at] < -5000);
        final float[] map = residual(changed, ResidualSettings.defaults());
        assertEquals(-values[at], map[at]);
        assertEquals(0, map[at - 20]);
        assertArrayEquals(map, Blobs.values(ResidualMap.of(signed, 5000)));
    }

    @Test
    void whatCannotBePredictedIsMarkedOnDemand() {
        final VolumePair pair = new Blobs(SHAPE).pair(MAP);
        final float[] predicted = Blobs.values(DeformedReference.of(pair.reference(), exact(pair), Accuracy.EXACT));
        final float[] marked = residual(pair, RAW.withSigma(2).withUnpredicted(Unpredicted.NAN));
        final float[] zero = residual(pair, RAW.withSigma(2));
        for (int i = 0; i < marked.length; i++) {
            assertEquals(Float.isNaN(predicted[i]) ? Float.NaN : zero[i], marked[i]);
        }
    }

    @Test
    void blocksOfTheMapAgree() {
        final Shape wide = new Shape(200, 40, 80);
        final VolumePair pair = new Blobs(wide).pair(MAP);
        final DeformationField field = DeformationField.uniform(NodeGrid.centred(wide, 12),
            pair.reference().voxelSize(), pair.centre(), MAP);
        final float[] map = Blobs.values(ResidualMap.of(pair, field, RAW.withSigma(2), Progress.NONE));
        final Volume difference = Blobs.changed(pair.deformed(), grey -> {
            final float[] predicted = Blobs.values(DeformedReference.of(pair.reference(), field, Accuracy.EXACT));
            for (int i = 0; i < grey.length; i++) {
                grey[i] = Float.isNaN(predicted[i]) ? 0 : grey[i] - predicted[i];
            }
        });
        final float[] smooth = Blobs.values(Gaussian.of(difference, 2));
        for (int i = 0; i < map.length; i++) {
            assertEquals(Math.abs(smooth[i]), map[i], 0.05f);
        }
    }
}
