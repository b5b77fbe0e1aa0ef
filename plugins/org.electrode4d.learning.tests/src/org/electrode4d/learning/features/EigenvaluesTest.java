// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EigenvaluesTest {

    @Test
    void eigenvaluesOfRotatedTensorsAreTheirDiagonals() {
        final Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            final double[] wanted = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            Arrays.sort(wanted);
            final float[] found = spatial(rotated(wanted, random));
            for (int k = 0; k < 3; k++) {
                assertEquals(wanted[2 - k], found[k], 3e-3, Arrays.toString(wanted));
            }
        }
    }

    @Test
    void equalEigenvaluesAreFound() {
        assertNear(new double[] {2, 2, 2}, spatial(new float[] {2, 2, 2, 0, 0, 0}));
        assertNear(new double[] {0, 0, 0}, spatial(new float[] {0, 0, 0, 0, 0, 0}));
        assertNear(new double[] {3, 1, 1}, spatial(new float[] {1, 3, 1, 0, 0, 0}));
        assertNear(new double[] {3, 3, 1}, spatial(new float[] {3, 1, 3, 0, 0, 0}));
    }

    @Test
    void eigenvaluesInAPlane() {
        final float[][] tensor = {{2}, {2}, {1}};
        Eigenvalues.planar(tensor);
        assertEquals(3, tensor[0][0], 1e-6);
        assertEquals(1, tensor[1][0], 1e-6);
    }

    private static void assertNear(final double[] wanted, final float[] found) {
        for (int k = 0; k < 3; k++) {
            assertEquals(wanted[k], found[k], 2e-3);
        }
    }

    private static float[] spatial(final float[] tensor) {
        final float[][] columns = new float[6][1];
        for (int i = 0; i < 6; i++) {
            columns[i][0] = tensor[i];
        }
        Eigenvalues.spatial(columns);
        return new float[] {columns[0][0], columns[1][0], columns[2][0]};
    }

    /** {@code R diag(e) R'} of a random rotation, made of an orthogonalised random matrix. */
    private static float[] rotated(final double[] e, final Random random) {
        final double[][] r = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                r[i][j] = random.nextGaussian();
            }
            for (int k = 0; k < i; k++) {
                final double along = r[i][0] * r[k][0] + r[i][1] * r[k][1] + r[i][2] * r[k][2];
                for (int j = 0; j < 3; j++) {
                    r[i][j] -= along * r[k][j];
                }
            }
            final double norm = Math.sqrt(r[i][0] * r[i][0] + r[i][1] * r[i][1] + r[i][2] * r[i][2]);
            for (int j = 0; j < 3; j++) {
                r[i][j] /= norm;
            }
        }
        final int[][] places = {{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 2}, {1, 2}};
        final float[] tensor = new float[6];
        for (int p = 0; p < 6; p++) {
            for (int k = 0; k < 3; k++) {
                tensor[p] += (float)(e[k] * r[k][places[p][0]] * r[k][places[p][1]]);
            }
        }
        return tensor;
    }
}
