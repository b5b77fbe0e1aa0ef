// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.electrode4d.phantom.CounterRandom;
import org.electrode4d.phantom.Matrix3;
import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;

class FrontTest {

    private static final double RADIUS = 2.5;
    private static final Matrix3 BALL = Matrix3.of(1 / RADIUS, 0, 0, 0, 1 / RADIUS, 0, 0, 0, 1 / RADIUS);
    /** A ball that is cut off at x = 1.5 µm. */
    private static final ConvexBody BODY = new ConvexBody(RADIUS, BALL, new double[] {1, 0, 0, 1.5});

    private static float[] orders(final Front front, final double y, final double z, final int count) {
        final float[] order = new float[count];
        front.order(new Front.Line(-RADIUS, y, z, 2 * RADIUS / (count - 1), 0, 0), new Front.Part(0, count),
            Float.MAX_VALUE, order);
        return order;
    }

    @Test
    void linesEndAtTheSurface() {
        final double[] range = new double[2];
        BODY.clip(0, 0, range);
        assertArrayEquals(new double[] {-2.5, 1.5}, range, 1e-12);
        BODY.clip(2, 1, range);
        assertArrayEquals(new double[] {-Math.sqrt(1.25), Math.sqrt(1.25)}, range, 1e-12);
        BODY.clip(2.4, 1, range);
        assertTrue(range[0] > range[1]);
    }

    @Test
    void aShellIsAsThickEverywhere() {
        final float[] order = orders(SurfaceFront.shell(BODY), 0, 0, 11);
        assertArrayEquals(new float[] {0, 0.5f, 1, 1.5f, 2, 1.5f, 1, 0.5f, 0, 0, 0}, order, 1e-6f);
    }

    @Test
    void aCrackGoesThroughTheMiddleAndLithiumComesFromIt() {
        final Front front = SurfaceFront.cracked(BODY, 0.5, new CounterRandom(4));
        int inCrack = 0;
        int lines = 0;
        for (double y = -1; y <= 1; y += 0.5) {
            for (double z = -1; z <= 1; z += 0.5) {
                final float[] order = orders(front, y, z, 301);
                for (int i = 0; i < order.length; i++) {
                    inCrack += order[i] < 0 ? 1 : 0;
                    assertTrue(i == 0 || Math.abs(order[i] - order[i - 1]) < 0.03, "no jump");
                    assertTrue(order[i] >= -0.2501f && order[i] <= RADIUS / 2 + 0.5, "nothing is far from both");
                }
                lines++;
            }
        }
        assertTrue(inCrack > 15 * lines, "on average " + inCrack / lines + " of 301 places");
    }

    @Test
    void bandsCrossTheCoreAndAreWideEnoughToBeSeen() {
        for (int seed = 0; seed < 20; seed++) {
            final Front front = new NetworkFront(RADIUS, 0.307, new CounterRandom(seed));
            // within 0.3 of the radius of the centre there is a band from the beginning
            float least = Float.MAX_VALUE;
            for (double y = -0.75; y <= 0.75; y += 0.25) {
                for (double z = -0.75; z <= 0.75; z += 0.25) {
                    final float[] order = orders(front, y, z, 21);
                    for (int i = 7; i <= 13; i++) {
                        least = Math.min(least, order[i]);
                    }
                }
            }
            assertTrue(least < 0.15, "seed " + seed + ": " + least);
        }
    }

    @Test
    void whatIsLithiatedDoesNotDependOnWhereALineIsEntered() {
        final Front front = new NetworkFront(RADIUS, 0.307, new CounterRandom(8));
        final Front.Line line = new Front.Line(-2, 0.3, -0.4, 0.05, 0.01, -0.005);
        final float[] whole = new float[80];
        front.order(line, new Front.Part(0, 80), Float.MAX_VALUE, whole);
        for (final float most : new float[] {0.05f, 0.2f, 0.5f, 0.9f}) {
            final float[] part = new float[30];
            front.order(line, new Front.Part(31, 30), most, part);
            for (int i = 0; i < 30; i++) {
                if (whole[31 + i] < most) {
                    assertEquals(whole[31 + i], part[i]);
                } else {
                    assertTrue(part[i] >= most);
                }
            }
        }
    }

    @Test
    void levelsGiveThePartOfTheSilicon() {
        final Front front = new NetworkFront(RADIUS, 0.307, new CounterRandom(8));
        final SiliconParticle particle = new SiliconParticle(1,
            new Point(9, 9, 9), BODY,
            new Reaction(LithiationMode.NETWORK, front, 1));
        particle.measure(new Point(20, 20, 20));
        final double cap = Math.PI * (RADIUS - 1.5) * (RADIUS - 1.5) * (2 * RADIUS + 1.5) / 3;
        assertEquals(4 * Math.PI / 3 * RADIUS * RADIUS * RADIUS - cap, particle.volume(), 0.15);
        final float level = particle.level(0.3);
        int lithiated = 0;
        int all = 0;
        for (double y = -2.45; y < 2.5; y += 0.1) {
            for (double z = -2.45; z < 2.5; z += 0.1) {
                final float[] order = orders(front, y, z, 51);
                for (int i = 0; i < 51; i++) {
                    if (BODY.depth(-RADIUS + i * 0.1, y, z) > 0) {
                        all++;
                        lithiated += order[i] < level ? 1 : 0;
                    }
                }
            }
        }
        assertEquals(0.3, lithiated / (double)all, 0.01);
        assertEquals(0, particle.level(0));
        assertTrue(Arrays.stream(new double[] {0.1, 0.4, 0.8}).allMatch(part -> particle.level(part) > 0));
    }
}
