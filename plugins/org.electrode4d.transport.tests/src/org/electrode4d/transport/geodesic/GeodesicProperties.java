// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeFace;
import org.electrode4d.volume.VoxelSize;

class GeodesicProperties {

    /** A random mask with voxels of any proportions. */
    record Case(Shape shape, VoxelSize size, boolean[] pore) {

        Volume mask() {
            return PoreBodies.of(shape, size, this::isPore);
        }

        boolean isPore(final int x, final int y, final int z) {
            return pore[(int)((z * shape.y() + y) * shape.x() + x)];
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        final Arbitrary<Shape> shapes = Combinators.combine(Arbitraries.integers().between(1, 7),
            Arbitraries.integers().between(1, 6), Arbitraries.integers().between(1, 7)).as(Shape::new);
        final Arbitrary<VoxelSize> sizes = Arbitraries.of(VoxelSize.isotropic(1), VoxelSize.isotropic(0.65),
            new VoxelSize(0.02, 0.02, 0.04), new VoxelSize(1, 0.3, 7));
        return Combinators.combine(shapes, sizes, Arbitraries.longs(), Arbitraries.doubles().between(0.3, 1))
            .as((shape, size, seed, porosity) -> {
                final Random random = new Random(seed);
                final boolean[] pore = new boolean[(int)shape.voxels()];
                for (int i = 0; i < pore.length; i++) {
                    pore[i] = random.nextDouble() < porosity;
                }
                return new Case(shape, size, pore);
            });
    }

    private static float[] lengths(final Volume mask, final VolumeFace entry, final PathMetric metric) {
        return PoreBodies.read(GeodesicPaths.of(mask, entry, metric, Progress.NONE).length());
    }

    /** Shortens paths through neighbours until nothing changes any more. */
    private static double[] bruteForce(final Case c, final int neighbours) {
        final int nx = (int)c.shape.x();
        final int ny = (int)c.shape.y();
        final double[] length = new double[c.pore.length];
        Arrays.fill(length, Double.POSITIVE_INFINITY);
        for (int i = 0; i < nx * ny; i++) {
            length[i] = c.pore[i] ? 0 : length[i];
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < length.length; i++) {
                for (int k = 0; k < 27 && c.pore[i]; k++) {
                    final int[] step = {k % 3 - 1, k / 3 % 3 - 1, k / 9 - 1};
                    final int axes = Math.abs(step[0]) + Math.abs(step[1]) + Math.abs(step[2]);
                    final int x = i % nx + step[0];
                    final int y = i / nx % ny + step[1];
                    final int z = i / nx / ny + step[2];
                    if (axes > 0 && axes <= neighbours && x >= 0 && y >= 0 && z >= 0 && x < nx && y < ny
                        && z < c.shape.z()) {
                        final double through = length[(z * ny + y) * nx + x] + Math.sqrt(square(step[0] * c.size.x())
                            + square(step[1] * c.size.y()) + square(step[2] * c.size.z()));
                        if (through < length[i] - 1e-12) {
                            length[i] = through;
                            changed = true;
                        }
                    }
                }
            }
        }
        return length;
    }

    private static double square(final double value) {
        return value * value;
    }

    @Property(tries = 200)
    void stepsFindTheShortestPaths(@ForAll("cases") final Case c) throws IOException {
        for (final PathMetric metric : List.of(PathMetric.FACES, PathMetric.EDGES, PathMetric.CORNERS)) {
            final double[] expected = bruteForce(c, metric.reach());
            final GeodesicPaths paths = GeodesicPaths.of(c.mask(), VolumeFace.FIRST_Z, metric, Progress.NONE);
            final float[] found = PoreBodies.read(paths.length());
            for (int i = 0; i < found.length; i++) {
                if (c.pore[i]) {
                    assertEquals(expected[i], found[i], 1e-6 * expected[i]);
                } else {
                    assertTrue(Float.isNaN(found[i]));
                }
            }
            profileIsOf(expected, c, paths.profile(TortuosityConvention.DEFAULT, 1, Progress.NONE));
        }
    }

    private static void profileIsOf(final double[] expected, final Case c, final List<DepthInterval> profile) {
        final int plane = (int)(c.shape.x() * c.shape.y());
        for (int z = 0; z < c.shape.z(); z++) {
            final double depth = z * c.size.z();
            final double[] sorted = Arrays.stream(expected, z * plane, (z + 1) * plane)
                .filter(Double::isFinite).map(length -> depth == 0 ? 1 : length / depth).sorted().toArray();
            final int n = sorted.length;
            final DepthInterval interval = profile.get(z);
            assertEquals(n, interval.pores().reachable());
            if (n == 0) {
                assertEquals(Double.POSITIVE_INFINITY, interval.tortuosity().mean());
            } else {
                assertEquals(Arrays.stream(sorted).average().orElseThrow(), interval.tortuosity().mean(), 1e-9);
                assertEquals((sorted[(n - 1) / 2] + sorted[n / 2]) / 2, interval.tortuosity().median(), 1e-9);
                assertEquals(sorted[0], interval.tortuosity().minimum(), 1e-9);
            }
        }
    }

    @Property(tries = 200)
    void fastMarchingIsBetweenTheStraightLineAndStepsAcrossFaces(@ForAll("cases") final Case c) {
        final float[] steps = lengths(c.mask(), VolumeFace.FIRST_Z, PathMetric.FACES);
        final float[] eikonal = lengths(c.mask(), VolumeFace.FIRST_Z, PathMetric.FAST_MARCHING);
        final float[] second = lengths(c.mask(), VolumeFace.FIRST_Z, PathMetric.FAST_MARCHING_SECOND_ORDER);
        final int plane = (int)(c.shape.x() * c.shape.y());
        for (int i = 0; i < steps.length; i++) {
            assertEquals(Float.isInfinite(steps[i]), Float.isInfinite(eikonal[i]));
            assertEquals(Float.isInfinite(steps[i]), Float.isInfinite(second[i]));
            if (Float.isFinite(steps[i])) {
                final double depth = i / plane * c.size.z();
                assertTrue(eikonal[i] <= steps[i] * (1 + 1e-6), "longer than steps along the axes");
                assertTrue(eikonal[i] >= depth * (1 - 1e-6), "shorter than the depth");
                assertTrue(second[i] >= depth * (1 - 1e-6), "second order shorter than the depth");
            }
        }
    }

    /** To the last bit: the same operations in the same order, whatever face is the entry. */
    @Property(tries = 150)
    void mirroredAndTurnedVolumesHaveMirroredAndTurnedLengths(@ForAll("cases") final Case c,
        @ForAll final VolumeFace entry) {
        for (final PathMetric metric : PathMetric.values()) {
            final float[] expected = lengths(c.mask(), VolumeFace.FIRST_Z, metric);
            final float[] found = lengths(turned(c, entry, false), entry, metric);
            final float[] mirrored = lengths(turned(c, entry, true), entry, metric);
            final float[] back = new float[found.length];
            final float[] mirroredBack = new float[found.length];
            for (int i = 0; i < back.length; i++) {
                back[i] = found[place(c, entry, false, i)];
                mirroredBack[i] = mirrored[place(c, entry, true, i)];
            }
            assertArrayEquals(expected, back);
            assertArrayEquals(expected, mirroredBack);
        }
    }

    /** z of the case goes away from the entry face; its x and y are the other axes, exchanged if mirrored. */
    private static Volume turned(final Case c, final VolumeFace entry, final boolean mirrored) {
        final long[] extent = turnedExtent(c, entry, mirrored);
        final double[] edges = new double[3];
        final int[] axes = axes(entry, mirrored);
        edges[axes[0]] = c.size.x();
        edges[axes[1]] = c.size.y();
        edges[axes[2]] = c.size.z();
        final boolean[] pore = new boolean[c.pore.length];
        for (int i = 0; i < pore.length; i++) {
            pore[place(c, entry, mirrored, i)] = c.pore[i];
        }
        return new Case(new Shape(extent[0], extent[1], extent[2]), new VoxelSize(edges[0], edges[1], edges[2]), pore)
            .mask();
    }

    private static int[] axes(final VolumeFace entry, final boolean mirrored) {
        final int depth = entry.axis();
        final int first = depth == 0 ? 1 : 0;
        final int second = 3 - depth - first;
        return mirrored ? new int[] {second, first, depth} : new int[] {first, second, depth};
    }

    private static long[] turnedExtent(final Case c, final VolumeFace entry, final boolean mirrored) {
        final long[] extent = new long[3];
        final int[] axes = axes(entry, mirrored);
        extent[axes[0]] = c.shape.x();
        extent[axes[1]] = c.shape.y();
        extent[axes[2]] = c.shape.z();
        return extent;
    }

    private static int place(final Case c, final VolumeFace entry, final boolean mirrored, final int i) {
        final long[] extent = turnedExtent(c, entry, mirrored);
        final int[] axes = axes(entry, mirrored);
        final long[] at = new long[3];
        at[axes[0]] = i % c.shape.x();
        at[axes[1]] = i / c.shape.x() % c.shape.y();
        at[axes[2]] = i / c.shape.x() / c.shape.y();
        if (entry.isLast()) {
            at[axes[2]] = c.shape.z() - 1 - at[axes[2]];
        }
        if (mirrored) {
            at[axes[0]] = c.shape.x() - 1 - at[axes[0]];
        }
        return (int)((at[2] * extent[1] + at[1]) * extent[0] + at[0]);
    }

    @Property(tries = 150)
    void shortestPathsLeadThroughPoresToTheEntry(@ForAll("cases") final Case c, @ForAll final VolumeFace entry) {
        for (final PathMetric metric : PathMetric.values()) {
            final GeodesicPaths paths = GeodesicPaths.of(c.mask(), entry, metric, Progress.NONE);
            paths.deepestSlice().ifPresent(slice -> {
                final ShortestPath path = paths.shortestPath(slice).orElseThrow();
                path.points().forEach(point -> assertTrue(touchesPore(c, point.dividedBy(c.size)), "left the pore"));
                if (metric.isEikonal()) {
                    assertTrue(path.drawnLength() <= 2 * path.length() + 1e-9);
                } else {
                    assertEquals(path.length(), path.drawnLength(), 1e-9);
                }
            });
        }
    }

    private static boolean touchesPore(final Case c, final Point at) {
        for (int i = 0; i < c.pore.length; i++) {
            final long x = i % c.shape.x();
            final long y = i / c.shape.x() % c.shape.y();
            final long z = i / c.shape.x() / c.shape.y();
            if (c.pore[i] && Math.abs(at.x() - x) <= 0.5 + 1e-9 && Math.abs(at.y() - y) <= 0.5 + 1e-9
                && Math.abs(at.z() - z) <= 0.5 + 1e-9) {
                return true;
            }
        }
        return false;
    }
}
