// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.Test;

final class WindowSearchTest {

    private static final Shape SHAPE = new Shape(64, 48, 44);
    private static final FlatSlices NONE = new FlatSlices(new BitSet());
    /** 1.3 half-windows of 8 voxels. */
    private static final Transformation FAR = Transformation.translation(10.4, 0, 0);

    private static Optional<NodeResult> search(final VolumePair pair, final Transformation start, final int range) {
        final Point centre = new Point(26, 24, 22);
        return new WindowSearch(new LevelVolumes(pair, Optional.empty(), NONE, NONE),
            NodeTask.of(0, centre, start, 8, pair.shape()), range, Progress.NONE).run();
    }

    @Test
    void boxSumsAreSumsOfBoxes() {
        final double[] values = new double[4 * 3 * 2];
        Arrays.setAll(values, i -> i);
        final BoxSums sums = BoxSums.of(values, new int[] {4, 3, 2}, new int[] {3, 2, 2});
        assertEquals(2, sums.nx());
        assertEquals(2, sums.ny());
        assertEquals(1, sums.nz());
        // 0 + 1 + 2 + 4 + 5 + 6 and the same plane above, 12 larger
        assertArrayEquals(new double[] {108, 120, 156, 168}, sums.sums(), 1e-12);
    }

    @Test
    void productsByFourierTransformAreSumsOfProducts() {
        final int nx = CrossCorrelation.extent(7);
        assertEquals(8, nx);
        final int ny = 6;
        final int nz = 5;
        final CrossCorrelation correlation = new CrossCorrelation(nx, ny, nz, Progress.NONE);
        final Random random = new Random(3);
        final float[] region = new float[nx * ny * nz];
        for (int i = 0; i < region.length; i++) {
            region[i] = (float)random.nextGaussian();
            correlation.setRegion(i % nx, i / nx % ny, i / nx / ny, region[i]);
        }
        correlation.setTemplate(0, 0, 0, 2);
        correlation.setTemplate(2, 1, 0, -3);
        correlation.setTemplate(1, 0, 1, 1);
        correlation.run();
        for (int i = 0; i < region.length; i++) {
            final int x = i % nx;
            final int y = i / nx % ny;
            final int z = i / nx / ny;
            final double expected = 2 * region[i] - 3 * region[(z * ny + (y + 1) % ny) * nx + (x + 2) % nx]
                + region[((z + 1) % nz * ny + y) * nx + (x + 1) % nx];
            assertEquals(expected, correlation.at(x, y, z), 1e-5);
        }
    }

    @Test
    void aShiftOfMoreThanHalfAWindowIsFound() {
        final NodeResult found = search(new Blobs(SHAPE).pair(FAR), Transformation.IDENTITY, 12).orElseThrow();
        assertEquals(0, found.transformation().displacement().distance(FAR.displacement()), 0.3);
        assertTrue(found.zncc() > 0.95 && found.zncc() <= 1 + 1e-6, "ZNCC " + found.zncc());
    }

    @Test
    void gainOffsetAndABrightSpotDoNotMislead() {
        final VolumePair pair = new Blobs(SHAPE).pair(FAR);
        final Volume darker = Blobs.changed(pair.deformed(), grey -> {
            for (int i = 0; i < grey.length; i++) {
                grey[i] = 0.2f * grey[i] - 7000;
            }
            for (int z = 10; z < 14; z++) {
                Arrays.fill(grey, (z * 48 + 12) * 64 + 20, (z * 48 + 12) * 64 + 28, 65535);
            }
        });
        final NodeResult found = search(new VolumePair(pair.reference(), darker), Transformation.IDENTITY, 12)
            .orElseThrow();
        assertEquals(0, found.transformation().displacement().distance(FAR.displacement()), 0.3);
    }

    @Test
    void voxelsWithoutNumbersCountAsTheMean() {
        final VolumePair pair = new Blobs(SHAPE).pair(FAR);
        final Volume holed = Blobs.changed(pair.reference(), grey -> Arrays.fill(grey, 0, 48 * 64 * 17, Float.NaN));
        final Volume alsoHoled = Blobs.changed(pair.deformed(), grey ->
            Arrays.fill(grey, 48 * 64 * 27, 48 * 64 * 44, Float.NaN));
        final NodeResult found = search(new VolumePair(holed, alsoHoled), Transformation.IDENTITY, 12).orElseThrow();
        assertEquals(0, found.transformation().displacement().distance(FAR.displacement()), 0.5);
        final Volume nothing = Blobs.changed(pair.reference(), grey -> Arrays.fill(grey, Float.NaN));
        assertTrue(search(new VolumePair(nothing, pair.deformed()), Transformation.IDENTITY, 12).isEmpty());
        assertTrue(search(new VolumePair(pair.reference(), nothing), Transformation.IDENTITY, 12).isEmpty());
    }

    @Test
    void theWindowKeepsTheStretchOfItsStart() {
        final Transformation stretch = Transformation.of(new Point(0, 0, 12), new double[] {1.25, 0.9, 1, 0, 0, 0},
            Point.ORIGIN);
        final VolumePair pair = new Blobs(SHAPE).pair(stretch);
        final Point centre = new Point(26, 24, 22);
        final Transformation exact = stretch.recentred(pair.centre(), centre);
        final Point off = new Point(7, -6, 5);
        final NodeResult found = search(pair, Transformation.of(exact.f(), exact.displacement().plus(off)), 9)
            .orElseThrow();
        assertEquals(0, found.transformation().displacement().distance(exact.displacement()), 0.7);
        assertArrayEquals(exact.f(), found.transformation().f());
        final NodeResult unstretched = search(pair, Transformation.translation(exact.displacement().x() + off.x(),
            exact.displacement().y() + off.y(), exact.displacement().z() + off.z()), 9).orElseThrow();
        assertTrue(found.zncc() > 0.6 && found.zncc() > unstretched.zncc() + 0.1,
            "ZNCC " + found.zncc() + ", without stretch " + unstretched.zncc());
    }

    @Test
    void wideRangesAreSearchedOnAverages() {
        final NodeResult found = search(new Blobs(new Shape(110, 48, 44)).pair(Transformation.translation(33, 2, -1)),
            Transformation.IDENTITY, 36).orElseThrow();
        assertEquals(0, found.transformation().displacement().distance(new Point(33, 2, -1)), 1);
    }

    @Test
    void theSearchFindsWhatTheIterationLoses() {
        final VolumePair pair = new Blobs(new Shape(60, 40, 40)).pair(FAR);
        final LocalCorrelationSettings settings = LocalCorrelationSettings.defaults()
            .withLevels(List.of(NodeLevel.of(10, 8))).withMinimumZncc(0.6);
        final DeformationField start = LocalCorrelation.noStart(pair);
        final DeformationField without = LocalCorrelation.correlate(pair, start,
            settings.withSearch(StartSearch.NONE, 0), Progress.NONE);
        assertEquals(0, without.count(NodeStatus.CONVERGED), without::toString);
        for (final StartSearch nodes : new StartSearch[] {StartSearch.FAILED, StartSearch.FIRST_LEVEL}) {
            final DeformationField field = LocalCorrelation.correlate(pair, start, settings.withSearch(nodes, 0),
                Progress.NONE);
            int inside = 0;
            for (int node = 0; node < field.grid().size(); node++) {
                if (field.grid().position(node).x() + 10.4 < 52) {
                    inside++;
                    assertEquals(NodeStatus.CONVERGED, field.status(node), nodes + " " + field.grid().position(node));
                    assertEquals(0, field.displacement(node).distance(FAR.displacement()), 5e-3);
                }
            }
            assertTrue(inside > 30, "only " + inside);
        }
    }
}
