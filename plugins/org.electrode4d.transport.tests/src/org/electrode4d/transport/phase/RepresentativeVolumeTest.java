// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.phase.SubVolumeSettings.Placement;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepresentativeVolumeTest {

    private static SubVolumeSettings settings(final Placement placement, final int count, final Double... edges) {
        return new SubVolumeSettings(List.of(edges), false, count, placement, 5);
    }

    /** Cubes of 3 voxels of phases 1, 2 and 3 that repeat every 9. */
    private static Volume pattern(final int edge) {
        return PhaseImages.of(new Shape(edge, edge, edge), PhaseImages.UNIT,
            (x, y, z) -> 1 + ((int)x / 3 + (int)y / 3 + (int)z / 3) % 3);
    }

    private static RepresentativeVolume study(final Volume volume, final QuantityOfInterest quantity,
        final SubVolumeSettings settings) throws Exception {
        return RepresentativeVolume.of(volume, quantity, settings, Progress.NONE);
    }

    /** Every voxel by itself: the fraction of n voxels scatters with sqrt(p (1 - p) / n). */
    @ParameterizedTest
    @EnumSource(Placement.class)
    void theScatterOfNoiseIsThatOfIndependentVoxels(final Placement placement) throws Exception {
        final byte[] values = new byte[48 * 48 * 48];
        final Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(random.nextDouble() < 0.4 ? 1 : 0);
        }
        final Volume noise = Volume.of("phases", ArrayImgs.unsignedBytes(values, 48, 48, 48),
            VoxelSize.isotropic(0.5));
        final RepresentativeVolume study =
            study(noise, PhaseQuantities.fraction(1), settings(placement, 300, 2.0, 4.0));
        assertEquals(0.4, study.whole(), 0.005);
        for (final SizeStatistics size : study.sizes()) {
            final long voxels = size.size().voxels().voxels();
            assertEquals(size.size().edge() == 2 ? 64 : 512, voxels);
            final double expected = 100 * Math.sqrt(0.4 * 0.6 / voxels) / 0.4;
            assertEquals(1, size.coefficientOfVariation() / expected, 0.2);
            assertEquals(0, size.deviation(), 4 * expected / Math.sqrt(size.count()));
        }
        assertEquals(4, study.smallest(8).orElseThrow().size().edge());
        assertTrue(study.smallest(1).isEmpty());
    }

    /** A pattern has the same density of everything in every part that it fits into. */
    @Test
    void densitiesDoNotDependOnTheSizeOfThePart() throws Exception {
        final Volume volume = pattern(37);
        final SubVolumeSettings settings = settings(Placement.RANDOM, 5, 10.0, 19.0, 28.0);
        for (final QuantityOfInterest quantity : List.of(PhaseQuantities.specificSurface(1),
            PhaseQuantities.specificInterface(new PhasePair(1, 2)),
            PhaseQuantities.tripleLineDensity(new PhaseTriple(1, 2, 3)))) {
            final RepresentativeVolume study = study(volume, quantity, settings);
            assertTrue(study.whole() > 0);
            for (final SizeStatistics size : study.sizes()) {
                assertEquals(0, size.deviation(), 3, "of " + size);
                assertTrue(size.coefficientOfVariation() < 3, "of " + size);
            }
        }
    }

    /** What a pattern of period 9 shows in parts of 9 k voxels is exactly that of the whole. */
    @Test
    void aFractionOfWholePeriodsDoesNotScatter() throws Exception {
        final RepresentativeVolume study = study(pattern(36), PhaseQuantities.fraction(2),
            settings(Placement.RANDOM, 7, 9.0, 18.0));
        assertEquals(0, study.sizes().get(0).standardDeviation(), 1e-12);
        assertEquals(9, study.smallest(0.01).orElseThrow().size().edge());
    }

    @Test
    void tilesAreSideBySideInTheMiddle() {
        final Volume volume = pattern(11);
        final SubVolumes tiles = SubVolumes.of(volume, 5, settings(Placement.TILES, 100, 5.0));
        assertEquals(8, tiles.size().disjoint());
        assertEquals(8, tiles.places().size());
        assertEquals(new Block(0, 0, 0, 5, 5, 5), tiles.places().get(0));
        assertEquals(new Block(5, 5, 5, 5, 5, 5), tiles.places().get(7));
        final SubVolumes some = SubVolumes.of(volume, 3, settings(Placement.TILES, 10, 3.0));
        assertEquals(10, some.places().stream().distinct().count());
        assertTrue(some.places().stream().allMatch(block -> (block.minX() - 1) % 3 == 0));
    }

    @Test
    void placesFollowTheSeedAndStayInside() {
        final Volume volume = pattern(20);
        final List<Block> places = SubVolumes.of(volume, 15, settings(Placement.RANDOM, 50, 15.0)).places();
        assertEquals(places, SubVolumes.of(volume, 15, settings(Placement.RANDOM, 50, 15.0)).places());
        assertTrue(places.stream().allMatch(volume.shape()::contains));
        assertEquals(0, places.stream().mapToLong(Block::minX).min().orElseThrow());
        assertEquals(5, places.stream().mapToLong(Block::minX).max().orElseThrow());
    }

    @Test
    void partsMayGoThroughTheDepthAndSectionsHaveNone() {
        final SubVolumeSettings deep = new SubVolumeSettings(List.of(), true, 3, Placement.RANDOM, 1);
        final Volume thin = PhaseImages.of(new Shape(80, 64, 8), new VoxelSize(1, 1, 2), (x, y, z) -> 1);
        assertEquals(List.of(4.0, 8.0, 12.0, 16.0, 24.0, 32.0), SubVolumes.edges(thin, deep));
        assertEquals(new Shape(12, 12, 8), SubVolumes.of(thin, 12, deep).size().voxels());
        assertEquals(List.of(8.0), SubVolumes.edges(thin, settings(Placement.RANDOM, 3)));
        final Volume section = PhaseImages.of(new Shape(64, 64, 1), PhaseImages.UNIT, (x, y, z) -> 1);
        assertEquals(new Shape(16, 16, 1), SubVolumes.of(section, 16, settings(Placement.RANDOM, 3)).size().voxels());
    }

    /** Sizes below one that scatters too much do not count. */
    @Test
    void theSmallestSizeIsBelowTheToleranceFromThereOn() throws Exception {
        final double[] scatter = {0, 30, 5, 2};
        final RepresentativeVolume study = study(pattern(40), (part, progress) -> part.shape().x() == 40 ? 1
            : 1 + scatter[(int)part.shape().x() / 5 - 1] / 100 * (part.origin().x() % 2 == 0 ? 1 : -1),
            settings(Placement.RANDOM, 40, 5.0, 10.0, 15.0, 20.0));
        assertEquals(15, study.smallest(10).orElseThrow().size().edge());
        assertEquals(20, study.smallest(3).orElseThrow().size().edge());
        assertTrue(study.smallest(1).isEmpty());
    }

    @Test
    void whatHasNoValueIsLeftOutAndCounted() throws Exception {
        final RepresentativeVolume study = study(pattern(20), (part, progress) -> part.shape().x() == 20
            ? Double.POSITIVE_INFINITY : part.origin().x() < 5 ? Double.NaN : 2, settings(Placement.RANDOM, 30, 5.0));
        final SizeStatistics size = study.sizes().get(0);
        assertTrue(size.undefined() > 0 && size.undefined() < 30);
        assertEquals(2, size.mean());
        assertEquals(0, size.standardDeviation());
        assertTrue(Double.isNaN(size.deviation()));
        final SizeStatistics none = study(pattern(20), (part, progress) -> Double.NaN,
            settings(Placement.RANDOM, 3, 5.0)).sizes().get(0);
        assertEquals(3, none.undefined());
        assertTrue(Double.isNaN(none.mean()));
    }

    /** Every sub-volume as large as the volume is the same one. */
    @ParameterizedTest
    @EnumSource(Placement.class)
    void sizesWithoutRoomForTwoTellNothing(final Placement placement) throws Exception {
        final RepresentativeVolume study = study(pattern(20), (part, progress) -> part.origin().x(),
            settings(placement, 20, 5.0, 20.0));
        assertTrue(study.smallest(10).isEmpty(), study.sizes().toString());
        assertEquals(9, study(pattern(36), PhaseQuantities.fraction(2), settings(placement, 7, 9.0, 18.0, 36.0))
            .smallest(0.01).orElseThrow().size().edge());
    }

    @Test
    void aSizeWithoutAValueSomewhereIsNotRepresentative() throws Exception {
        assertTrue(study(pattern(20), (part, progress) -> part.origin().x() < 5 ? Double.POSITIVE_INFINITY : 2,
            settings(Placement.RANDOM, 30, 5.0)).smallest(10).isEmpty());
    }

    /** Voxels of 4 µm along z: cubes of 4 µm would be sections, which see other surfaces. */
    @Test
    void subVolumesOfASingleSliceAreRefused() {
        final Volume volume = PhaseImages.of(new Shape(32, 32, 8), new VoxelSize(1, 1, 4),
            (x, y, z) -> (int)(x / 4 + z) & 1);
        final String message = assertThrows(TransportException.class, () -> study(volume,
            PhaseQuantities.specificSurface(1), settings(Placement.RANDOM, 3, 4.0))).getMessage();
        assertTrue(message.contains("have 4 x 4 x 1 voxels, but phases has 32 x 32 x 8: they need at least two along "
            + "each axis. Choose larger edges."), message);
    }

    @Test
    void nothingDependsOnThreads() throws Exception {
        final QuantityOfInterest quantity = PhaseQuantities.specificSurface(3);
        final SubVolumeSettings settings = settings(Placement.RANDOM, 4, 8.0, 33.0);
        final Volume volume = pattern(50);
        assertEquals(Parallelization.runSingleThreaded(() -> study(volume, quantity, settings).sizes()),
            Parallelization.runWithNumThreads(4, () -> study(volume, quantity, settings).sizes()));
    }

    @Test
    void whatCannotBeStudiedIsRefused() {
        final Volume volume = pattern(9);
        final String large = assertThrows(TransportException.class,
            () -> study(volume, PhaseQuantities.fraction(1), settings(Placement.TILES, 3, 10.0))).getMessage();
        assertTrue(large.contains("have 10 x 10 x 10 voxels, but phases has 9 x 9 x 9. Choose smaller edges"), large);
        final String small = assertThrows(TransportException.class,
            () -> study(pattern(6), PhaseQuantities.fraction(1), settings(Placement.TILES, 3))).getMessage();
        assertTrue(small.contains("too few for sub-volumes of at least 4 voxels"), small);
        assertThrows(TransportException.class, () -> settings(Placement.TILES, 3, -1.0));
        assertThrows(TransportException.class, () -> settings(Placement.TILES, 1, 2.0));
    }

    @Test
    void aStudyCanBeCancelled() {
        final Progress cancelled = new Progress() {
            @Override
            public void check() {
                throw new CancellationException();
            }

            @Override
            public void report(final double fraction, final String message) {
                // nobody listens
            }
        };
        assertThrows(CancellationException.class, () -> RepresentativeVolume.of(pattern(9), (part, progress) -> 1,
            settings(Placement.TILES, 3, 3.0), cancelled));
    }
}
