// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VolumeFace;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GeodesicPathsTest {

    private static final float INFINITE = Float.POSITIVE_INFINITY;

    private static GeodesicPaths paths(final Volume mask, final PathMetric metric) {
        return GeodesicPaths.of(mask, VolumeFace.FIRST_Z, metric, Progress.NONE);
    }

    private static double meanAt(final Volume mask, final PathMetric metric, final int slice) throws IOException {
        return paths(mask, metric).profile(TortuosityConvention.DEFAULT, 1, Progress.NONE).get(slice).tortuosity()
            .mean();
    }

    @ParameterizedTest
    @CsvSource({"FACES, 2.3125", "CORNERS, 2.184359216769", "EDGES, 2.184359216769", "FAST_MARCHING, 2.3125",
        "FAST_MARCHING_SECOND_ORDER, 2.3125"})
    void channelOfRightAngles(final PathMetric metric, final double tortuosity) throws IOException {
        assertEquals(tortuosity, meanAt(PoreBodies.orthogonalZigzag(), metric, 64), 1e-9);
    }

    @Test
    void stepsAcrossEdgesAreTakenByThoseThatMay() throws IOException {
        final Volume mask = PoreBodies.diagonalZigzag();
        assertEquals(Math.sqrt(2), meanAt(mask, PathMetric.CORNERS, 64), 1e-9);
        assertEquals(Math.sqrt(2), meanAt(mask, PathMetric.EDGES, 64), 1e-9);
        assertEquals(INFINITE, meanAt(mask, PathMetric.FACES, 1));
        assertEquals(INFINITE, meanAt(mask, PathMetric.FAST_MARCHING, 1));
    }

    @Test
    void stepsAcrossCornersAreTakenByThoseThatMay() throws IOException {
        final Volume mask = PoreBodies.spaceDiagonal();
        assertEquals(Math.sqrt(3), meanAt(mask, PathMetric.CORNERS, 64), 1e-9);
        assertEquals(INFINITE, meanAt(mask, PathMetric.EDGES, 1));
        assertEquals(INFINITE, meanAt(mask, PathMetric.FAST_MARCHING_SECOND_ORDER, 1));
    }

    /** The numbers of scikit-fmm, dijkstra3d and scikit-image for the same body; second order is our own. */
    @ParameterizedTest
    @CsvSource({"FACES, 2.253165", "CORNERS, 1.919489", "FAST_MARCHING, 1.880331",
        "FAST_MARCHING_SECOND_ORDER, 1.861608"})
    void pathAroundBaffles(final PathMetric metric, final double tortuosity) {
        final double length = paths(PoreBodies.baffles(3, 1), metric).shortestPath(79).orElseThrow().length();
        assertEquals(tortuosity, length / 79, 1e-6);
        assertTrue(length / 79 > 1.853226, "shorter than paths of any angle between the centres of voxels");
    }

    @ParameterizedTest
    @EnumSource
    void deadEndsAreReachedAndClosedPoresAreNot(final PathMetric metric) throws IOException {
        final GeodesicPaths paths = paths(PoreBodies.deadEnd(), metric);
        assertEquals(3_104, paths.poreVoxels());
        assertEquals(2_304, paths.reachableVoxels());
        assertEquals(29, paths.deepestSlice().orElseThrow());
        final List<DepthInterval> profile = paths.profile(TortuosityConvention.DEFAULT, 1, Progress.NONE);
        assertEquals(INFINITE, profile.get(47).tortuosity().mean());
        assertEquals(INFINITE, profile.get(40).tortuosity().median());
        assertEquals(0, profile.get(40).pores().reachablePart());
        assertTrue(Double.isNaN(profile.get(47).pores().reachablePart()), "no pore, no part");
        assertEquals(2, profile.get(20).connections().areas(), "down, and up again");
        assertTrue(paths.shortestPath(30).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void straightPathsHaveTortuosityOne(final PathMetric metric) throws IOException {
        final Volume box = PoreBodies.of(new Shape(7, 5, 300), new VoxelSize(0.3, 0.7, 0.65), (x, y, z) -> true);
        final Volume channel = PoreBodies.of(new Shape(7, 5, 300), new VoxelSize(0.3, 0.7, 0.65),
            (x, y, z) -> x == 3 && y == 2);
        for (final Volume mask : List.of(box, channel)) {
            for (final DepthInterval interval : paths(mask, metric).profile(TortuosityConvention.DEFAULT, 1,
                Progress.NONE)) {
                assertEquals(1, interval.tortuosity().mean(), 1e-12);
                assertEquals(1, interval.tortuosity().median(), 1e-12);
            }
        }
    }

    @Test
    void unreachablePoresAreInfinitelyFarAndSolidHasNoLength() throws IOException {
        final Volume image = PoreBodies.of(new Shape(4, 3, 1), new VoxelSize(2, 1, 1),
            (x, y, z) -> x == 0 || x == 3 && y == 2);
        final GeodesicPaths paths = GeodesicPaths.of(image, VolumeFace.FIRST_Y, PathMetric.FAST_MARCHING,
            Progress.NONE);
        final float none = Float.NaN;
        assertArrayEquals(new float[] {0, none, none, none, 1, none, none, none, 2, none, none, INFINITE},
            PoreBodies.read(paths.length()));
        assertArrayEquals(new float[] {1, none, none, none, 1, none, none, none, 1, none, none, INFINITE},
            PoreBodies.read(paths.tortuosity(TortuosityConvention.DEFAULT)));
        assertArrayEquals(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0}, PoreBodies.read(paths.reachable()));
    }

    @Test
    void pathsOfAStraightLineAndOfTheDepthDiffer() throws IOException {
        // from (0, 0) down one slice and two aside, in voxels of 3 x 1 x 4 µm: 4 + 6 µm
        final Volume image = PoreBodies.of(new Shape(3, 1, 2), new VoxelSize(3, 1, 4), (x, y, z) -> z == 1 || x == 0);
        final GeodesicPaths paths = paths(image, PathMetric.FACES);
        assertEquals(10f, PoreBodies.read(paths.length())[5]);
        assertEquals(10f / 4, tortuosity(paths, PathStart.VOXEL_CENTRE, StraightDistance.DEPTH));
        assertEquals(12f / 6, tortuosity(paths, PathStart.FACE, StraightDistance.DEPTH));
        assertEquals((float)(10 / Math.sqrt(52)),
            tortuosity(paths, PathStart.VOXEL_CENTRE, StraightDistance.NEAREST_ENTRY), 1e-6f);
        assertEquals((float)(12 / (Math.sqrt(52) + 2)), tortuosity(paths, PathStart.FACE,
            StraightDistance.NEAREST_ENTRY), 1e-6f);
    }

    private static float tortuosity(final GeodesicPaths paths, final PathStart start, final StraightDistance straight)
        throws IOException {
        return PoreBodies.read(paths.tortuosity(new TortuosityConvention(start, straight)))[5];
    }

    /** Large enough for voxels of equal lengths whose order would show. */
    @ParameterizedTest
    @EnumSource
    void mirroredNoiseHasMirroredLengths(final PathMetric metric) {
        final int edge = 48;
        final byte[] noise = new byte[edge * edge * edge];
        final Random random = new Random(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte)(random.nextDouble() < 0.75 ? 1 : 0);
        }
        final Volume one = PoreBodies.of(edge, (x, y, z) -> noise[(z * edge + y) * edge + x] == 1);
        final Volume other = PoreBodies.of(edge, (x, y, z) -> noise[(z * edge + y) * edge + edge - 1 - x] == 1);
        final float[] expected =
            PoreBodies.read(GeodesicPaths.of(one, VolumeFace.FIRST_Z, metric, Progress.NONE).length());
        final float[] mirrored =
            PoreBodies.read(GeodesicPaths.of(other, VolumeFace.FIRST_Z, metric, Progress.NONE).length());
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], mirrored[i / edge * edge + edge - 1 - i % edge]);
        }
    }

    /** The voxel above solid is 1.7 µm from a front through both entry pores, and 2.02 µm from each of them. */
    @ParameterizedTest
    @EnumSource
    void noPathIsShorterThanTheStraightLine(final PathMetric metric) throws IOException {
        final Volume flat = PoreBodies.of(new Shape(2, 2, 2), new VoxelSize(2, 2, 0.3), (x, y, z) -> z == 1 || x != y);
        final TortuosityConvention nearest =
            new TortuosityConvention(PathStart.VOXEL_CENTRE, StraightDistance.NEAREST_ENTRY);
        final GeodesicPaths paths = GeodesicPaths.of(flat, VolumeFace.FIRST_Z, metric, Progress.NONE);
        for (final float tortuosity : PoreBodies.read(paths.tortuosity(nearest))) {
            assertTrue(Float.isNaN(tortuosity) || tortuosity >= 1, () -> "tortuosity " + tortuosity);
        }
        assertTrue(paths.slice(1, nearest, Progress.NONE).tortuosity().minimum() >= 1);
    }

    @Test
    void intervalsOfSeveralSlicesAverageThem() throws IOException {
        // slices of 1, 2 and 3 pixels in a row, each next to the last: lengths 0 | 1, 2 | 2, 3, 4
        final Volume mask = PoreBodies.of(new Shape(3, 1, 3), new VoxelSize(1, 1, 1), (x, y, z) -> x <= z);
        final List<DepthInterval> profile = paths(mask, PathMetric.FACES).profile(TortuosityConvention.DEFAULT, 2,
            Progress.NONE);
        assertEquals(2, profile.size());
        assertEquals(0.5, profile.get(0).depth());
        assertEquals((1 + 1 + 2) / 3.0, profile.get(0).tortuosity().mean(), 1e-15);
        assertEquals(1, profile.get(0).tortuosity().median());
        assertEquals(1.5, profile.get(0).connections().pixels());
        assertEquals((1 + 2) / 2.0, profile.get(0).connections().links());
        assertEquals(2, profile.get(1).depth());
        assertEquals((2 + 3 + 4) / 2.0 / 3, profile.get(1).tortuosity().mean(), 1e-15);
        assertTrue(Double.isNaN(profile.get(1).connections().links()), "nothing comes after the last slice");
        assertEquals(new DepthInterval.Pores(6, 3, 3), profile.get(0).pores());
    }

    @Test
    void areasOfASliceTouchAtSidesOrAlsoAtCorners() throws IOException {
        final Volume slice = PoreBodies.of(new Shape(4, 2, 1), VoxelSize.isotropic(1),
            (x, y, z) -> x < 2 && x == y || x == 3);
        final DepthInterval.Connections connections = paths(slice, PathMetric.CORNERS)
            .profile(TortuosityConvention.DEFAULT, 1, Progress.NONE).get(0).connections();
        assertEquals(3, connections.areas());
        assertEquals(2, connections.areasWithCorners());
        assertEquals(4, connections.pixels());
    }

    @Test
    void reachablePoreHasVolumeAndSurface() {
        final int edge = 44;
        final Volume ballBelowShaft = PoreBodies.of(edge, (x, y, z) -> x == 0 && y == 0 && z < 2
            || square(x - 21.5) + square(y - 21.5) + square(z - 21.5) <= 400 || x == 21 && y == 21 && z < 4);
        final ReachablePore pore = paths(ballBelowShaft, PathMetric.CORNERS).reachablePore(Progress.NONE);
        assertEquals(4 / 3.0 * Math.PI * 8000, pore.volume(), 0.01 * pore.volume());
        assertEquals(4 * Math.PI * 400, pore.surface(), 0.02 * pore.surface());
    }

    private static double square(final double value) {
        return value * value;
    }

    @ParameterizedTest
    @EnumSource
    void nothingToReach(final PathMetric metric) throws IOException {
        final Volume solid = PoreBodies.of(4, (x, y, z) -> false);
        final Volume closed = PoreBodies.of(4, (x, y, z) -> z > 0);
        for (final Volume mask : List.of(solid, closed)) {
            for (final StraightDistance straight : StraightDistance.values()) {
                final GeodesicPaths paths = paths(mask, metric);
                assertEquals(0, paths.reachableVoxels());
                assertTrue(paths.deepestSlice().isEmpty());
                assertEquals(new ReachablePore(0, 0), paths.reachablePore(Progress.NONE));
                final DepthInterval last =
                    paths.profile(new TortuosityConvention(PathStart.FACE, straight), 3, Progress.NONE).get(1);
                assertEquals(1, last.slices());
                assertEquals(INFINITE, last.tortuosity().mean());
                assertEquals(0, last.connections().areas());
            }
        }
    }

    @Test
    void wallsOfOneVoxelDoNotLeak() {
        // a staircase of solid voxels that touch at edges only: 18 and 26 neighbours pass, others do not
        final Volume stairs = PoreBodies.of(6, (x, y, z) -> z != 5 - y);
        assertEquals(0, behindStairs(stairs, PathMetric.FACES));
        assertEquals(0, behindStairs(stairs, PathMetric.FAST_MARCHING));
        assertEquals(0, behindStairs(stairs, PathMetric.FAST_MARCHING_SECOND_ORDER));
        assertTrue(behindStairs(stairs, PathMetric.EDGES) > 0);
        final Volume wall = PoreBodies.of(6, (x, y, z) -> z != 3);
        assertEquals(6 * 6 * 3, paths(wall, PathMetric.CORNERS).reachableVoxels());
    }

    private static long behindStairs(final Volume stairs, final PathMetric metric) {
        return paths(stairs, metric).reachableVoxels() - 6 * (5 + 4 + 3 + 2 + 1);
    }

    @ParameterizedTest
    @EnumSource
    void memoryIsBelowTwelveBytesPerVoxel(final PathMetric metric) {
        memoryIsBelow(9, PoreBodies.of(64, (x, y, z) -> true), metric);
        memoryIsBelow(12, PoreBodies.of(new Shape(128, 128, 8), VoxelSize.isotropic(1), (x, y, z) -> true), metric);
    }

    private static void memoryIsBelow(final double limit, final Volume box, final PathMetric metric) {
        final EntryFrame frame = new EntryFrame(box, VolumeFace.FIRST_Z);
        final PathLengths lengths = PathLengths.ofMask(box, frame, Long.MAX_VALUE, Progress.NONE);
        final long queue;
        if (metric.isEikonal()) {
            final FastMarching marching = new FastMarching(lengths, metric, Progress.NONE);
            marching.run();
            queue = marching.queueBytes();
        } else {
            final GraphSearch search = new GraphSearch(lengths, metric, Progress.NONE);
            search.run();
            queue = search.queueBytes();
        }
        final double perVoxel = (frame.length() * (double)Double.BYTES + queue) / box.shape().voxels();
        assertTrue(perVoxel < limit, perVoxel + " bytes per voxel");
    }

    @Test
    void volumesTooLargeForTheMemoryAreRefusedBeforeTheyAreRead() {
        final Volume large = LazyVolume.load("T0", new LazyVolume.Layout(new Shape(2048, 2048, 2048),
            VoxelType.UINT8, 64, 64, 64), VoxelSize.isotropic(1), block -> {
                throw new IllegalStateException("was read");
            });
        final TransportException failure =
            assertThrows(TransportException.class, () -> paths(large, PathMetric.CORNERS));
        assertTrue(failure.getMessage().contains("T0 of 2048 x 2048 x 2048 voxels need 64.1 GB"), failure.getMessage());
        assertTrue(failure.getMessage().contains("bin it by 2"), failure.getMessage());
        final Volume small = PoreBodies.of(16, (x, y, z) -> true);
        assertThrows(TransportException.class, () -> GeodesicPaths.of(small, VolumeFace.FIRST_X, PathMetric.FACES,
            40_000, Progress.NONE));
    }

    @Test
    void greyValuesAreNoMask() {
        final Volume grey = Volume.of("grey", ArrayImgs.floats(new float[8], 2, 2, 2), VoxelSize.isotropic(1));
        assertThrows(VolumeException.class, () -> paths(grey, PathMetric.FACES));
    }

    @Test
    void slicesAndIntervalsMustExist() {
        final GeodesicPaths paths = paths(PoreBodies.of(3, (x, y, z) -> true), PathMetric.FACES);
        assertThrows(IndexOutOfBoundsException.class, () -> paths.shortestPath(3));
        assertThrows(IndexOutOfBoundsException.class,
            () -> paths.slice(-1, TortuosityConvention.DEFAULT, Progress.NONE));
        assertThrows(IllegalArgumentException.class,
            () -> paths.profile(TortuosityConvention.DEFAULT, 0, Progress.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void resultsDoNotDependOnThreads(final PathMetric metric) {
        final Volume mask = PoreBodies.of(70, (x, y, z) -> (x * 7 + y * 13 + z * 29) % 11 > 3);
        final List<DepthInterval> one = Parallelization.runSingleThreaded(() -> profile(mask, metric));
        assertEquals(one, Parallelization.runWithNumThreads(4, () -> profile(mask, metric)));
        assertArrayEquals(Parallelization.runSingleThreaded(() -> PoreBodies.read(paths(mask, metric).length())),
            Parallelization.runWithNumThreads(4, () -> PoreBodies.read(paths(mask, metric).length())));
    }

    private static List<DepthInterval> profile(final Volume mask, final PathMetric metric) {
        try {
            return paths(mask, metric).profile(TortuosityConvention.DEFAULT, 3, Progress.NONE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancellingIsNoticedWithinATenthOfASecond(final PathMetric metric) {
        final Volume box = PoreBodies.of(120, (x, y, z) -> true);
        final AtomicLong last = new AtomicLong(System.nanoTime());
        final AtomicLong longest = new AtomicLong();
        final AtomicLong checks = new AtomicLong();
        final Progress watch = new Progress() {
            @Override
            public void check() {
                final long now = System.nanoTime();
                longest.accumulateAndGet(now - last.getAndSet(now), Math::max);
                if (checks.incrementAndGet() > 400) {
                    throw new CancellationException();
                }
            }

            @Override
            public void report(final double fraction, final String message) {
                assertTrue(fraction >= 0 && fraction <= 1, message + " " + fraction);
            }
        };
        assertThrows(CancellationException.class,
            () -> GeodesicPaths.of(box, VolumeFace.FIRST_Z, metric, watch));
        assertTrue(longest.get() < 1e9, "a second without a check: a tenth, and time for a busy machine");
    }
}
