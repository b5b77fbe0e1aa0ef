// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;

class SphereTextureTest extends TextureFieldContract {

    @Override
    Texture texture(final long seed) {
        return SphereTexture.of(seed);
    }

    @Property(tries = 10)
    void spheresNeverOverlap(@ForAll final long seed, @ForAll @DoubleRange(min = 2, max = 9) final double minRadius,
        @ForAll @DoubleRange(min = 0.1, max = 0.35) final double solidFraction) {
        final SphereTexture texture = new SphereTexture(seed, minRadius, 9, solidFraction, 0.9);
        // across cells, which are 64 voxels wide
        final Bodies spheres = texture.field().touching(new Bounds(new Point(30, -20, 40), new Point(90, 20, 80)));
        assertTrue(spheres.count() > 3);
        for (int i = 0; i < spheres.count(); i++) {
            assertTrue(spheres.size(i) >= minRadius && spheres.size(i) <= 9);
            for (int j = 0; j < i; j++) {
                final double distance = spheres.centre(i).distance(spheres.centre(j));
                assertTrue(distance >= spheres.size(i) + spheres.size(j));
            }
        }
    }

    @Test
    void spheresFillTheWantedFraction() {
        assertEquals(0.30, solidFraction(SphereTexture.of(11)), 0.006);
        assertEquals(0.35, solidFraction(new SphereTexture(11, 4, 9, 0.35, 0.9)), 0.007);
        assertEquals(0.10, solidFraction(new SphereTexture(11, 4, 9, 0.10, 0.9)), 0.006);
    }

    /** The volume of the spheres with centres in 256³ voxels. */
    private static double solidFraction(final SphereTexture texture) {
        final Bounds box = new Bounds(new Point(-128, -128, 0), new Point(128, 128, 256));
        final Bodies spheres = texture.field().touching(box);
        double solid = 0;
        for (int i = 0; i < spheres.count(); i++) {
            if (box.contains(spheres.centre(i))) {
                solid += 4 * Math.PI / 3 * Math.pow(spheres.size(i), 3);
            }
        }
        return solid / Math.pow(256, 3);
    }

    @Test
    void refusesImpossibleSpheres() {
        assertEquals("The radii of spheres must lie between 1 and 1000 voxels, the smaller first, not 9.0 to 4.0 "
            + "voxels.", message(9, 4, 0.3, 0.9));
        assertEquals("The largest radius must be at most 8 times the smallest, not 90.0 to 4.0 voxels.",
            message(4, 90, 0.3, 0.9));
        assertEquals("The solid fraction of randomly placed spheres must be greater than 0 and at most 0.35, not 0.6.",
            message(4, 9, 0.6, 0.9));
        assertEquals("The blur of the spheres' edges must lie between 0.05 voxels and the largest radius of 9.0 "
            + "voxels, not 0.0.", message(4, 9, 0.3, 0));
    }

    private static String message(final double minRadius, final double maxRadius, final double solidFraction,
        final double blur) {
        return assertThrows(IllegalArgumentException.class,
            () -> new SphereTexture(1, minRadius, maxRadius, solidFraction, blur)).getMessage();
    }
}
