// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.correlation.Grains.Grain;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

final class DiscreteCorrelationTest {

    private static final double[] RIGID = {1, 1, 1, 0, 0, 0};

    /** The first two touch each other; the labels have gaps. */
    private static final Grains GRAINS = new Grains(new Shape(64, 46, 48), 9, List.of(
        new Grain(3, new Point(14, 14, 15), motion(new Point(2, -3, 1), new Point(1.3, -0.6, 0.4))),
        new Grain(4, new Point(32, 14, 15), motion(new Point(-4, 0, 2), new Point(1.9, 0.7, -0.2))),
        new Grain(9, new Point(49, 30, 16), motion(new Point(0, 6, 0), new Point(-0.4, 0.2, 1.5))),
        new Grain(1000, new Point(20.5, 31.2, 33.4), motion(new Point(1, 1, 5), new Point(0.5, -1.5, 2.25)))));
    private static final VolumePair PAIR = GRAINS.pair();

    private static Transformation motion(final Point degrees, final Point displacement) {
        return Transformation.of(degrees, RIGID, displacement);
    }

    private static DiscreteResult correlate(final VolumePair pair, final Volume labels,
        final DiscreteSettings settings) {
        return DiscreteCorrelation.correlate(pair, labels, LocalCorrelation.noStart(pair), settings, Progress.NONE);
    }

    private static DiscreteResult correlate(final Volume labels) {
        return correlate(PAIR, labels, DiscreteSettings.defaults());
    }

    private static void assertFound(final Grain grain, final LabelMotion found) {
        assertEquals(grain.label(), found.label());
        assertEquals(NodeStatus.CONVERGED, found.result().status(), grain.toString());
        final Transformation expected = grain.motion().recentred(grain.centre(), found.centre());
        final Transformation difference = found.result().transformation().after(expected.inverse());
        final double[] degrees = Polar.of(difference.f()).rotationVector();
        assertEquals(0, expected.displacement().distance(found.result().transformation().displacement()), 0.02,
            () -> grain + " found " + found);
        assertEquals(0, new Point(degrees[0], degrees[1], degrees[2]).norm(), 0.1, () -> grain + " found " + found);
    }

    @Test
    void everyGrainHasItsOwnMotion() {
        final DiscreteResult result = correlate(GRAINS.labels());
        assertEquals(4, result.motions().size());
        for (int i = 0; i < 4; i++) {
            assertFound(GRAINS.grains().get(i), result.motions().get(i));
            assertEquals(1, result.motions().get(i).result().transformation().determinant(), 1e-9);
        }
        assertTrue(result.remarks().isEmpty());
    }

    @Test
    void theCentreOfMassAndTheVoxelsAreThoseOfTheSphere() {
        final LabelMotion third = correlate(GRAINS.labels()).motions().get(2);
        assertEquals(new Point(49, 30, 16), third.centre());
        assertEquals(4.0 / 3 * Math.PI * 9 * 9 * 9, third.voxels(), 30);
    }

    @Test
    void aGrainWithoutALabelIsNobodys() {
        final DiscreteResult result = correlate(GRAINS.labels(grain -> grain.label() == 4 ? 0 : grain.label()));
        assertEquals(List.of(3, 9, 1000), result.motions().stream().map(LabelMotion::label).toList());
        assertFound(GRAINS.grains().get(2), result.motions().get(1));
    }

    @Test
    void affineGrainsMayStretch() {
        final DiscreteSettings affine = DiscreteSettings.defaults()
            .withConvergence(ConvergenceSettings.local().withFreedom(Freedom.AFFINE));
        final DiscreteResult result = correlate(PAIR, GRAINS.labels(), affine);
        for (int i = 0; i < 4; i++) {
            assertFound(GRAINS.grains().get(i), result.motions().get(i));
        }
    }

    @Test
    void aGrainThatStartedWrongIsFoundFromItsNeighbours() {
        final List<Grain> moved = GRAINS.grains().stream().map(grain -> new Grain(grain.label(), grain.centre(),
            Transformation.of(grain.motion().f(), grain.motion().displacement().plus(new Point(17, 0, 0)))))
            .toList();
        final Grains grains = new Grains(new Shape(84, 46, 48), 9, moved);
        final VolumePair pair = grains.pair();
        final DeformationField.Builder start = DeformationField.builder(
            new NodeGrid(new Point(14, 0, 0), new Point(17.5, 50, 50), 3, 1, 1), pair.reference().voxelSize());
        start.set(0, NodeResult.of(Transformation.translation(17, 0, 0), NodeStatus.CONVERGED));
        start.set(1, NodeResult.of(Transformation.translation(17, 0, 0), NodeStatus.CONVERGED));
        start.set(2, NodeResult.of(Transformation.IDENTITY, NodeStatus.CONVERGED));
        final DiscreteResult once = DiscreteCorrelation.correlate(pair, grains.labels(), start.build(),
            DiscreteSettings.defaults().withSecondChances(0), Progress.NONE);
        assertEquals(NodeStatus.DIVERGED, once.motions().get(2).result().status());
        final DiscreteResult twice = DiscreteCorrelation.correlate(pair, grains.labels(), start.build(),
            DiscreteSettings.defaults(), Progress.NONE);
        for (int i = 0; i < 4; i++) {
            assertFound(moved.get(i), twice.motions().get(i));
        }
    }

    @Test
    void smallParticlesAreRefused() {
        final DiscreteResult result = correlate(PAIR, GRAINS.labels(),
            DiscreteSettings.defaults().withMinimumVoxels(5000));
        assertEquals(4, result.count(NodeStatus.REFUSED));
    }

    @Test
    void aParticleLargerThanTheMemoryIsRefusedWithARemark() {
        final DiscreteResult result = correlate(PAIR, GRAINS.labels(), DiscreteSettings.defaults()
            .withMemory(1 << 20));
        assertEquals(4, result.count(NodeStatus.REFUSED));
        assertTrue(result.remarks().get(0).startsWith("Particle 3 was left out: its box of 18 x 19 x 19 voxels takes"),
            result.remarks()::toString);
        assertTrue(result.remarks().get(0).endsWith("but the working memory is 1 MiB."), result.remarks()::toString);
    }

    @Test
    void aTextureThatIsNotThereIsASingularParticle() {
        final Volume flat = Blobs.changed(PAIR.reference(), grey -> Arrays.fill(grey, 7));
        final DiscreteResult result = correlate(new VolumePair(flat, PAIR.deformed()), GRAINS.labels(),
            DiscreteSettings.defaults());
        assertEquals(4, result.count(NodeStatus.SINGULAR));
    }

    @Test
    void aParticleWithoutNumbersIsRefused() {
        final Volume nan = Blobs.changed(PAIR.reference(), grey -> Arrays.fill(grey, Float.NaN));
        assertEquals(4, correlate(new VolumePair(nan, PAIR.deformed()), GRAINS.labels(),
            DiscreteSettings.defaults()).count(NodeStatus.REFUSED));
    }

    @Test
    void particlesCutByTheBorderAreFine() {
        final Grain cut = new Grain(2, new Point(5, 20, 2), motion(new Point(0, 0, 3), new Point(1.2, 0.3, 0.6)));
        final Grains grains = new Grains(new Shape(40, 40, 40), 9, List.of(cut));
        final DiscreteResult result = correlate(grains.pair(), grains.labels(), DiscreteSettings.defaults());
        assertFound(cut, result.motions().get(0));
        assertTrue(result.motions().get(0).centre().z() > 3, "the centre is that of the part inside");
    }

    @Test
    void particlesThinnerThanAGradientAreRefused() {
        final short[] ids = new short[10 * 10 * 10];
        Arrays.fill(ids, 0, 100, (short)1);
        Arrays.fill(ids, 100, 1000, (short)2);
        final Volume labels = Volume.of("layers", ArrayImgs.unsignedShorts(ids, 10, 10, 10),
            VoxelSize.isotropic(0.5));
        final Volume texture = new Blobs(new Shape(10, 10, 10)).reference();
        final DiscreteResult result = correlate(new VolumePair(texture, texture), labels,
            DiscreteSettings.defaults().withMinimumVoxels(1));
        assertEquals(NodeStatus.REFUSED, result.motions().get(0).result().status());
        assertEquals(NodeStatus.CONVERGED, result.motions().get(1).result().status());
    }

    @Test
    void withoutLabelsThereIsNothingToCorrelate() {
        final CorrelationException e = assertThrows(CorrelationException.class,
            () -> correlate(GRAINS.labels(grain -> 0)));
        assertTrue(e.getMessage().startsWith("labels holds no label: no voxel is 1 or more."), e::getMessage);
    }

    @Test
    void labelsMustCoverTheReference() {
        final Volume other = new Grains(new Shape(20, 20, 20), 9, List.of()).labels();
        final ShapeMismatchException e = assertThrows(ShapeMismatchException.class, () -> correlate(other));
        assertTrue(e.getMessage().contains("labels has 20 x 20 x 20 voxels"), e::getMessage);
        assertThrows(IllegalArgumentException.class, () -> correlate(PAIR.reference()));
    }

    @Test
    void tilesAndThreadsDoNotChangeABit() throws Exception {
        final DiscreteSettings small = DiscreteSettings.defaults().withMemory(3 << 20);
        final DiscreteResult whole = correlate(GRAINS.labels());
        for (final int threads : new int[] {1, 4}) {
            final ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                assertEquals(whole.motions(), Parallelization.runWithExecutor(pool,
                    () -> correlate(PAIR, GRAINS.labels(), DiscreteSettings.defaults())).motions());
            } finally {
                pool.shutdown();
            }
        }
        final DiscreteResult tiles = correlate(PAIR, GRAINS.labels(), small);
        assertTrue(tiles.remarks().isEmpty(), tiles.remarks()::toString);
        for (int i = 0; i < 4; i++) {
            assertEquals(0, whole.motions().get(i).result().transformation().displacement()
                .distance(tiles.motions().get(i).result().transformation().displacement()), 1e-5);
        }
    }

    @Test
    void itIsCancelled() {
        final Progress cancelled = new Progress() {
            @Override
            public void check() {
                throw new CancellationException();
            }

            @Override
            public void report(final double fraction, final String message) {
                assertFalse(fraction > 0.5, "went on");
            }
        };
        assertThrows(CancellationException.class, () -> DiscreteCorrelation.correlate(PAIR, GRAINS.labels(),
            LocalCorrelation.noStart(PAIR), DiscreteSettings.defaults(), cancelled));
    }
}
