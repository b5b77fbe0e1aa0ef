// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.electrode4d.correlation.ElectrodeDepth.Collector;
import org.electrode4d.correlation.StrainSettings.Method;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

final class StrainStatisticsTest {

    private static final HistogramBins BINS = new HistogramBins(-0.5, 1.5, 8);
    private static final List<StrainComponent> VOLUMETRIC = List.of(StrainComponent.VOLUMETRIC);

    /** A column of 1 x 1 x n nodes at z = 10, 20, ... voxels of 0.5 µm, with strain zz as a function of iz. */
    private static StrainField column(final int nz, final DoubleUnaryOperator strain, final int... failing) {
        final NodeGrid grid = new NodeGrid(new Point(0, 0, 10), new Point(10, 10, 10), 1, 1, nz);
        final DeformationField.Builder builder = DeformationField.builder(grid, VoxelSize.isotropic(0.5));
        for (int z = 0; z < nz; z++) {
            builder.set(z, NodeResult.of(Transformation.of(Matrix3.diagonal(1, 1, 1 + strain.applyAsDouble(z)),
                Point.ORIGIN), NodeStatus.CONVERGED));
        }
        return Strain.of(Fields.failing(builder.build(), failing),
            StrainSettings.defaults().withMethod(Method.CORRELATION));
    }

    private static StrainStatistics whole(final StrainField strain) {
        return statistics(strain, StrainRegion.whole(strain));
    }

    private static StrainStatistics statistics(final StrainField strain, final StrainRegion region) {
        return StrainStatistics.of(strain, VOLUMETRIC, List.of(region), component -> BINS).get(0);
    }

    private static List<int[]> points(final List<StrainRegion> regions) {
        return regions.stream().map(region -> region.points().stream().toArray()).toList();
    }

    private static void assertPoints(final List<StrainRegion> regions, final int[]... expected) {
        assertEquals(Arrays.deepToString(expected), Arrays.deepToString(points(regions).toArray(int[][]::new)));
    }

    private static ElectrodeDepth depth(final StrainField strain, final Collector end) {
        return ElectrodeDepth.of(strain, StrainRegion.whole(strain), end);
    }

    @Test
    void fivePointsOfWhichOneHasNoStrain() {
        final StrainStatistics s = whole(column(5, z -> 0.1 * z, 2));
        assertEquals(4, s.points());
        assertEquals(1, s.missing());
        assertEquals(0.2, s.mean(), 1e-12);
        assertEquals(Math.sqrt((0.04 + 0.01 + 0.01 + 0.04) / 3), s.standardDeviation(), 1e-12);
        assertEquals(0, s.minimum(), 1e-12);
        assertEquals(0.4, s.maximum(), 1e-12);
        assertArrayEquals(new double[] {0.015, 0.075, 0.2, 0.325, 0.385}, s.percentiles(), 1e-12);
        assertArrayEquals(new int[] {0, 0, 2, 2, 0, 0, 0, 0}, s.histogram().inBins());
    }

    @Test
    void aRegionWithoutPointsHasNoNumbers() {
        final StrainField strain = column(2, z -> 0.1, 0, 1);
        final StrainStatistics s = whole(strain);
        assertEquals(0, s.points());
        assertEquals(2, s.missing());
        assertTrue(Double.isNaN(s.mean()) && Double.isNaN(s.standardDeviation()) && Double.isNaN(s.maximum()));
        assertTrue(Double.isNaN(s.percentiles()[2]));
        assertPoints(depth(strain, Collector.FIRST_SLICE).sides(0.5), new int[0], new int[0]);
    }

    @Test
    void everyRegionAndComponentInOrder() {
        final StrainField strain = column(4, z -> 0.1 * z);
        final List<StrainStatistics> all = StrainStatistics.of(strain,
            List.of(StrainComponent.VOLUMETRIC, StrainComponent.BIOT_ZZ),
            depth(strain, Collector.LAST_SLICE).sides(0.5), component -> BINS);
        assertEquals(List.of("Collector side", "Collector side", "Separator side", "Separator side"),
            all.stream().map(StrainStatistics::region).toList());
        assertEquals(StrainComponent.BIOT_ZZ, all.get(3).component());
        assertEquals(0.25, all.get(0).mean(), 1e-12);
        assertEquals(0.05, all.get(3).mean(), 1e-12);
    }

    @Test
    void sidesAreHalvesOfTheLayersThatCount() {
        final StrainField strain = column(7, z -> 0, 0, 6);
        assertPoints(depth(strain, Collector.FIRST_SLICE).sides(0.5), new int[] {0, 1, 2, 3}, new int[] {4, 5, 6});
        assertPoints(depth(strain, Collector.LAST_SLICE).sides(0.5), new int[] {3, 4, 5, 6}, new int[] {0, 1, 2});
    }

    @Test
    void aCutCanBeGivenInMicrometres() {
        final StrainField strain = column(4, z -> 0);
        final ElectrodeDepth depth = depth(strain, Collector.FIRST_SLICE);
        assertEquals(0, depth.at(2.5), 1e-12);
        assertEquals(1, depth.at(22.5), 1e-12);
        assertPoints(depth.sides(depth.at(6)), new int[] {0}, new int[] {1, 2, 3});
        assertEquals("The cut between collector side and separator side is at a depth of 2.0, but must lie inside the "
            + "electrode, between 0 (collector) and 1 (separator), which is from z = 2.5 µm to z = 22.5 µm.",
            assertThrows(IllegalArgumentException.class, () -> depth.sides(depth.at(42.5))).getMessage());
    }

    @Test
    void layersAreNumberedFromTheCollector() {
        final StrainField strain = column(6, z -> 0);
        assertPoints(depth(strain, Collector.FIRST_SLICE).layers(3), new int[] {0, 1}, new int[] {2, 3},
            new int[] {4, 5});
        assertPoints(depth(strain, Collector.LAST_SLICE).layers(2), new int[] {3, 4, 5}, new int[] {0, 1, 2});
        assertEquals("The electrode was to be cut into 7 layers, but has 6 layers of points along z. Take 1 to 6 "
            + "layers, or a smaller node spacing.", assertThrows(IllegalArgumentException.class,
                () -> depth(strain, Collector.FIRST_SLICE).layers(7)).getMessage());
    }

    @Test
    void onlyTheElectrodeHasSides() {
        final StrainField strain = column(6, z -> 0);
        final BitSet electrode = new BitSet();
        electrode.set(2, 6);
        final StrainRegion within = StrainRegion.of("Electrode", electrode);
        assertPoints(ElectrodeDepth.of(strain, within, Collector.FIRST_SLICE).sides(0.5), new int[] {2, 3},
            new int[] {4, 5});
    }

    private static LabelVolume labels(final int nz, final Point origin, final SortedMap<Integer, String> names,
        final int... values) {
        final byte[] voxels = new byte[nz];
        for (int z = 0; z < nz; z++) {
            voxels[z] = (byte)values[z];
        }
        return new LabelVolume(Volume.of("phases", ArrayImgs.unsignedBytes(voxels, 1, 1, nz), new VoxelSize(1, 1, 5))
            .withOrigin(origin), names);
    }

    @Test
    void aPointHasTheLabelOfTheNearestVoxel() {
        // points at z = 5, 10, 15, 20 µm; voxels of labels at 7, 12, 17 µm
        final StrainField strain = column(4, z -> 0);
        final LabelVolume labels = labels(3, new Point(0, 0, 7), new TreeMap<>(), 3, 255, 3);
        final StrainLabels found = StrainLabels.of(strain, labels, Progress.NONE);
        assertPoints(found.regions(), new int[] {0, 2}, new int[] {1});
        assertEquals(List.of("Label 3", "Label 255"), found.regions().stream().map(StrainRegion::name).toList());
        assertPoints(List.of(found.foreground(Progress.NONE)), new int[] {0, 1, 2});
    }

    @Test
    void aMaskKeepsTheShareOfEachCell() {
        // cells of 5 µm around z = 5, 10, 15, 20 µm; the mask is 6 to 19 µm in voxels of 1 µm, whose centres count
        final StrainField strain = column(4, z -> 0.1 * z);
        final byte[] voxels = new byte[30];
        Arrays.fill(voxels, 6, 20, (byte)1);
        final LabelVolume mask = new LabelVolume(Volume.of("mask", ArrayImgs.unsignedBytes(voxels, 1, 1, 30),
            VoxelSize.isotropic(1)), new TreeMap<>());
        final StrainRegion electrode = StrainLabels.of(strain, mask, Progress.NONE).foreground(Progress.NONE);
        assertArrayEquals(new double[] {0.4, 1, 1, 0.4}, IntStream.range(0, 4).mapToDouble(electrode::share).toArray(),
            1e-12);
        final StrainStatistics all = statistics(strain, electrode);
        assertEquals(2, all.points(), "points with half of their cell or more");
        assertEquals((0.4 * 0 + 0.1 + 0.2 + 0.4 * 0.3) / 2.8, all.mean(), 1e-12);
        assertEquals(Math.sqrt((2 * 0.05 * 0.05 + 0.8 * 0.15 * 0.15) / (2.8 - 2.32 / 2.8)), all.standardDeviation(),
            1e-12);
        // 14 µm thick, from 5.5 to 19.5 µm: a cut at a quarter goes through the second cell at 9 µm
        final ElectrodeDepth depth = ElectrodeDepth.of(strain, electrode, Collector.FIRST_SLICE);
        assertEquals(0, depth.at(5.5), 1e-12);
        assertEquals(1, depth.at(19.5), 1e-12);
        final List<StrainRegion> sides = depth.sides(0.25);
        assertArrayEquals(new double[] {0.4, 0.3}, new double[] {sides.get(0).share(0), sides.get(0).share(1)}, 1e-12);
        assertArrayEquals(new double[] {0, 0.7, 1, 0.4},
            IntStream.range(0, 4).mapToDouble(sides.get(1)::share).toArray(), 1e-12);
        assertEquals(0.3 * 0.1 / 0.7, statistics(strain, sides.get(0)).mean(), 1e-12);
        final List<StrainRegion> layers = depth.layers(2);
        for (int point = 0; point < 4; point++) {
            assertEquals(electrode.share(point), layers.get(0).share(point) + layers.get(1).share(point), 1e-12);
        }
    }

    @Test
    void aMaskThatIsCoarserThanTheCellsIsThatOfTheNearestVoxel() {
        final StrainField strain = column(4, z -> 0);
        final LabelVolume coarse = new LabelVolume(Volume.of("mask", ArrayImgs.unsignedBytes(new byte[]{1, 0}, 1, 1, 2),
            VoxelSize.isotropic(12)).withOrigin(new Point(0, 0, 5)), new TreeMap<>());
        final StrainRegion electrode = StrainLabels.of(strain, coarse, Progress.NONE).foreground(Progress.NONE);
        assertArrayEquals(new double[] {1, 1, 0, 0}, IntStream.range(0, 4).mapToDouble(electrode::share).toArray());
    }

    @Test
    void theBackgroundIsARegionOnlyIfItHasAName() {
        final StrainField strain = column(2, z -> 0);
        final Point origin = new Point(0, 0, 5);
        assertPoints(StrainLabels.of(strain, labels(2, origin, new TreeMap<>(), 0, 1), Progress.NONE).regions(),
            new int[] {1});
        final SortedMap<Integer, String> names = new TreeMap<>();
        names.put(0, "Pore");
        assertEquals(List.of("Pore: 1 points", "Label 1: 1 points"), StrainLabels.of(strain,
            labels(2, origin, names, 0, 1), Progress.NONE).regions().stream().map(StrainRegion::toString).toList());
    }

    @Test
    void labelsOfAnotherPlaceAreRefused() {
        final StrainField strain = column(2, z -> 0);
        final LabelVolume labels = labels(1, new Point(0, 0, 500), new TreeMap<>(), 1);
        assertEquals("None of the 2 points with strain lies inside the labels phases, which begin at (0.0, 0.0, 500.0) "
            + "µm; the points begin at (0.0, 0.0, 5.0) µm. Take labels of the reference scan.",
            assertThrows(IllegalArgumentException.class, () -> StrainLabels.of(strain, labels, Progress.NONE))
                .getMessage());
    }

    @Test
    void binsHoldTheirLowerEdgeAndTheLastBoth() {
        final HistogramBins.Counts counts =
            new HistogramBins(0, 0.3, 3).count(new double[] {-1e-9, 0, 0.1, 0.2, 0.3, 0.3000001, 9});
        assertArrayEquals(new int[] {1, 1, 2}, counts.inBins());
        assertEquals(1, counts.below());
        assertEquals(2, counts.above());
    }

    @Property
    void everyValueIsCountedInTheBinOfItsEdges(
        @ForAll @Size(min = 1, max = 50) final double @DoubleRange(min = -3, max = 3) [] values,
        @ForAll @DoubleRange(min = -2, max = 0) final double from, @ForAll @IntRange(min = 1, max = 70) final int n) {
        final HistogramBins bins = new HistogramBins(from, from + 1.7, n);
        for (int bin = 0; bin < n; bin++) {
            final double lower = bins.edge(bin);
            final double upper = bins.edge(bin + 1);
            final boolean last = bin == n - 1;
            assertEquals(Arrays.stream(values).filter(v -> v >= lower && (v < upper || last && v == upper)).count(),
                bins.count(values).inBins()[bin]);
        }
        assertEquals(1, bins.count(new double[] {bins.edge(n / 2)}).inBins()[Math.min(n - 1, n / 2)]);
    }

    @Test
    void binsNeedARange() {
        assertThrows(IllegalArgumentException.class, () -> new HistogramBins(1, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> new HistogramBins(0, Double.NaN, 5));
        assertThrows(IllegalArgumentException.class, () -> new HistogramBins(0, 1, 0));
        assertEquals(new HistogramBins(0.5, 2.5, 8), BINS.shifted(StrainComponent.STRETCH_MAXIMUM.undeformed()));
    }
}
