// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import static org.electrode4d.transport.flux.Bodies.body;
import static org.electrode4d.transport.flux.Bodies.solve;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.VoxelSize;

/** Small random bodies of two conductors and walls. */
class SteadyFluxProperties {

    private static final Conductors TWO = Conductors.of(Map.of(1, 1.0, 2, 0.03));

    private static final double[] D = {0, 1, 0.03};

    /** Labels 0, 1, 2 in a box. */
    record Sample(int nx, int ny, int nz, VoxelSize size, byte[] labels) {

        LabelVolume volume() {
            return body(nx, ny, nz, size, labels);
        }

        int index(final int x, final int y, final int z) {
            return (z * ny + y) * nx + x;
        }

        @Override
        public String toString() {
            return nx + " x " + ny + " x " + nz + " of " + size + ": " + Arrays.toString(labels);
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Combinators.combine(Arbitraries.integers().between(1, 5), Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(1, 6), Arbitraries.of(1.0, 0.3, 5.0), Arbitraries.longs())
            .as((nx, ny, nz, edge, seed) -> {
                final Random random = new Random(seed);
                final byte[] labels = new byte[nx * ny * nz];
                for (int i = 0; i < labels.length; i++) {
                    final int die = random.nextInt(10);
                    labels[i] = (byte)(die < 3 ? 0 : die < 8 ? 1 : 2);
                }
                return new Sample(nx, ny, nz, new VoxelSize(1, edge, 0.5), labels);
            });
    }

    @Property(tries = 150)
    void theSolutionIsThatOfADenseMatrix(@ForAll("samples") final Sample sample, @ForAll final boolean layers,
        @ForAll final boolean periodic) {
        if (!layers || sample.nz() > 1) {
            final FluxSettings settings = FluxSettings.along(2).withTolerance(1e-10).withPeriodicSides(periodic)
                .withBoundary(layers ? FluxBoundary.LAYERS : FluxBoundary.FACES);
            final FluxResult result = solve(sample.volume(), TWO, settings).result();
            final double dense = dense(sample, layers, periodic);
            assertEquals(dense, result.effectiveDiffusivity(), 1e-7 * Math.max(dense, 1e-3));
            assertEquals(dense > 1e-12, result.percolates());
        }
    }

    /** Rounding leaves little of directions and residuals there, and none of them must lead astray. */
    @Property(tries = 300)
    void fewVoxelsOfFarDiffusivitiesConverge(@ForAll("samples") final Sample sample, @ForAll final boolean layers) {
        if (sample.nx() * sample.ny() <= 6 && sample.nz() > 1) {
            final FluxSettings settings = FluxSettings.along(2)
                .withBoundary(layers ? FluxBoundary.LAYERS : FluxBoundary.FACES);
            final FluxResult result = solve(sample.volume(), Bodies.two(1, 1e-4), settings).result();
            assertTrue(result.convergence().isConverged());
            assertTrue(result.effectiveDiffusivity() >= 0);
            // half a layer at each end does not count where layers are held
            final double held = layers ? sample.nz() / (sample.nz() - 1.0) : 1;
            assertTrue(result.effectiveDiffusivity() <= result.bounds().parallel() * held * (1 + 1e-5));
        }
    }

    @Property(tries = 100)
    void theResultIsWithinItsBounds(@ForAll("samples") final Sample sample) {
        final FluxResult result = solve(sample.volume(), TWO, FluxSettings.along(2)).result();
        final double slack = 1e-6;
        assertTrue(result.effectiveDiffusivity() <= result.bounds().parallel() * (1 + slack));
        assertTrue(result.effectiveDiffusivity() >= result.bounds().series() * (1 - slack));
        assertTrue(result.bounds().isotropicLower() <= result.bounds().isotropicUpper() * (1 + slack));
        assertTrue(result.tortuosityFactor() >= 1 - slack);
    }

    @Property(tries = 60)
    void moreConductorNeverConductsLess(@ForAll("samples") final Sample sample, @ForAll final int at) {
        final FluxSettings settings = FluxSettings.along(2).withTolerance(1e-9);
        final double before = solve(sample.volume(), TWO, settings).result().effectiveDiffusivity();
        final byte[] opened = sample.labels().clone();
        opened[Math.floorMod(at, opened.length)] = 1;
        final Sample more = new Sample(sample.nx(), sample.ny(), sample.nz(), sample.size(), opened);
        assertTrue(solve(more.volume(), TWO, settings).result().effectiveDiffusivity() >= before * (1 - 1e-7));
    }

    @Property(tries = 60)
    void mirroringAndExchangingAxesChangeNothing(@ForAll("samples") final Sample sample) {
        final FluxSettings settings = FluxSettings.along(2).withTolerance(1e-10);
        final double expected = solve(sample.volume(), TWO, settings).result().effectiveDiffusivity();
        final LabelVolume mirrored = body(sample.nx(), sample.ny(), sample.nz(), sample.size(), (x, y, z) ->
            sample.labels()[sample.index(sample.nx() - 1 - x, y, sample.nz() - 1 - z)]);
        assertEquals(expected, solve(mirrored, TWO, settings).result().effectiveDiffusivity(), 1e-7 * expected);
        // z becomes x, x becomes y, y becomes z
        final VoxelSize size = new VoxelSize(sample.size().z(), sample.size().x(), sample.size().y());
        final LabelVolume turned = body(sample.nz(), sample.nx(), sample.ny(), size,
            (x, y, z) -> sample.labels()[sample.index(y, z, x)]);
        assertEquals(expected, solve(turned, TWO, FluxSettings.along(0).withTolerance(1e-10)).result()
            .effectiveDiffusivity(), 1e-7 * expected);
    }

    /**
     * Every voxel an unknown and the matrix solved by elimination; those that reach no end get a leak of 1e-13 to 0 so
     * that it is regular.
     */
    private static double dense(final Sample sample, final boolean layers, final boolean periodic) {
        final int unknowns = sample.labels().length;
        final RealMatrix matrix = new Array2DRowRealMatrix(unknowns, unknowns);
        final RealVector right = new ArrayRealVector(unknowns);
        final double[] weight = {sample.size().y() * sample.size().z() / sample.size().x(),
            sample.size().x() * sample.size().z() / sample.size().y(),
            sample.size().x() * sample.size().y() / sample.size().z()};
        for (int i = 0; i < unknowns; i++) {
            matrix.addToEntry(i, i, 1e-13);
        }
        for (int z = 0; z < sample.nz(); z++) {
            for (int y = 0; y < sample.ny(); y++) {
                for (int x = 0; x < sample.nx(); x++) {
                    final int i = sample.index(x, y, z);
                    final double own = D[sample.labels()[i]];
                    if (x < sample.nx() - 1 || periodic && sample.nx() > 1) {
                        join(matrix, sample, i, sample.index((x + 1) % sample.nx(), y, z), weight[0]);
                    }
                    if (y < sample.ny() - 1 || periodic && sample.ny() > 1) {
                        join(matrix, sample, i, sample.index(x, (y + 1) % sample.ny(), z), weight[1]);
                    }
                    if (z < sample.nz() - 1) {
                        join(matrix, sample, i, sample.index(x, y, z + 1), weight[2]);
                    }
                    // a concentration held in a layer: a conductance that is large beside all others
                    final double held = (layers ? 1e10 : 2 * own) * (own > 0 ? weight[2] : 0);
                    matrix.addToEntry(i, i, (z == 0 ? held : 0) + (z == sample.nz() - 1 ? held : 0));
                    right.addToEntry(i, z == 0 ? held : 0);
                }
            }
        }
        final RealVector c = new LUDecomposition(matrix, 0).getSolver().solve(right);
        double flux = 0;
        for (int y = 0; y < sample.ny(); y++) {
            for (int x = 0; x < sample.nx(); x++) {
                final int last = sample.index(x, y, sample.nz() - 1);
                final double own = D[sample.labels()[last]];
                flux += (layers ? 1e10 : 2 * own) * (own > 0 ? weight[2] : 0) * c.getEntry(last);
            }
        }
        final double length = (sample.nz() - (layers ? 1 : 0)) * sample.size().z();
        return flux * length / (sample.nx() * sample.ny() * sample.size().x() * sample.size().y());
    }

    private static void join(final RealMatrix matrix, final Sample sample, final int i, final int j,
        final double weight) {
        final double own = D[sample.labels()[i]];
        final double other = D[sample.labels()[j]];
        if (own > 0 && other > 0) {
            final double conductance = 2 * weight * own * other / (own + other);
            matrix.addToEntry(i, i, conductance);
            matrix.addToEntry(j, j, conductance);
            matrix.addToEntry(i, j, -conductance);
            matrix.addToEntry(j, i, -conductance);
        }
    }
}
