// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.volume.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointSpreadTest {

    /** The image of a plane of one voxel perpendicular to z, or of the edge of a half space: a row along z. */
    private static float[] row(final PointSpread spread, final boolean edge) {
        final Block row = new Block(0, 0, 0, 1, 1, 61);
        final Block outer = row.grow(spread.reach());
        final float[] greys = new float[outer.voxels()];
        int at = 0;
        for (long z = outer.minZ(); z < outer.endZ(); z++) {
            for (int i = 0; i < outer.sizeX() * outer.sizeY(); i++, at++) {
                greys[at] = (edge ? z > 30 : z == 30) ? 1000 : z == 30 ? 500 : 0;
            }
        }
        return spread.apply(greys, row);
    }

    @ParameterizedTest
    @CsvSource({"9, 0", "9, 0.15", "9, 0.4", "12, 0.15"})
    void theLineSpreadFunctionHasTheWidth(final double width, final double fringes) {
        final float[] line = row(new PointSpread(width, fringes), false);
        int before = 30;
        while (line[before] > line[30] / 2) {
            before--;
        }
        final double crossing = before + (line[30] / 2 - line[before]) / (line[before + 1] - line[before]);
        assertEquals(width, 2 * (30 - crossing), 0.01 * width);
    }

    @Test
    void narrowOnesAreGaussian() {
        final float[] line = row(new PointSpread(3.07, 0), false);
        for (int i = 1; i <= 3; i++) {
            assertEquals(Math.pow(2, -4 * i * i / (3.07 * 3.07)), line[30 + i] / line[30], 1e-3);
        }
    }

    @Test
    void nothingIsLostAndEdgesStayWhereTheyAre() {
        final float[] line = row(new PointSpread(3.07, 0.15), false);
        double sum = 0;
        for (final float value : line) {
            sum += value;
        }
        assertEquals(1000, sum, 0.1);
        final float[] edge = row(new PointSpread(3.07, 0.15), true);
        assertEquals(500, edge[30], 0.1);
        for (int i = 1; i <= 20; i++) {
            assertEquals(1000, edge[30 + i] + edge[30 - i], 0.2, "fringes are the same on both sides");
        }
    }

    @Test
    void fringesOvershootAndAGaussianDoesNot() {
        float highest = 0;
        float plain = 0;
        final float[] fringed = row(new PointSpread(3.07, 0.15), true);
        final float[] smooth = row(new PointSpread(3.07, 0), true);
        for (int i = 0; i < fringed.length; i++) {
            highest = Math.max(highest, fringed[i]);
            plain = Math.max(plain, smooth[i]);
        }
        assertTrue(highest > 1015 && highest < 1060, "highest " + highest);
        assertEquals(1000, plain, 0.1);
    }
}
