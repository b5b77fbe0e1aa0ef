// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ElectrodePhantomTest {

    private static final Shape SHAPE = new Shape(70, 66, 90);

    private static final ElectrodeSettings SETTINGS = ElectrodeSettings.of(SHAPE)
        .withCycle(new Cycle(List.of(0.2, 0.4), 0.2, false, 0.5)).withDrift(new Drift(new Point(1.5, -1, 0.5), 2))
        .withImaging(new ElectrodeImaging(1, 500, 800, 0.01));

    private static ElectrodePhantom phantom;

    @BeforeAll
    static void make() {
        phantom = ElectrodePhantom.of(SETTINGS, Progress.NONE);
    }

    private static float[] read(final Volume volume) {
        final float[] values = new float[Block.of(volume.shape()).voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    private static int[] phases(final int scan) {
        final LabelVolume phases = phantom.phases(scan);
        final int[] values = new int[Block.of(SHAPE).voxels()];
        phases.read(Block.of(SHAPE), values);
        return values;
    }

    private static long count(final int[] phases, final ElectrodePhase phase) {
        long count = 0;
        for (final int value : phases) {
            count += value == phase.ordinal() ? 1 : 0;
        }
        return count;
    }

    /** Centre of mass of a grain's voxels. */
    private static Point centre(final float[] labels, final int grain) {
        Point sum = Point.ORIGIN;
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == grain) {
                sum = sum.plus(new Point(i % SHAPE.x(), i / SHAPE.x() % SHAPE.y(), i / (SHAPE.x() * SHAPE.y())));
                count++;
            }
        }
        return sum.times(1.0 / count);
    }

    @Test
    void everyPhaseIsThereAndNamed() {
        final int[] t0 = phases(0);
        for (final ElectrodePhase phase : ElectrodePhase.values()) {
            assertEquals(phase == ElectrodePhase.LITHIATED_SILICON, count(t0, phase) == 0, phase.title());
        }
        assertEquals("Silicon", phantom.phases(0).name(ElectrodePhase.SILICON.ordinal()));
        assertTrue(count(phases(2), ElectrodePhase.LITHIATED_SILICON) > 500);
    }

    @Test
    void grainsAreWhereTheirCentresSay() {
        final float[] labels = read(phantom.particles(2));
        int compared = 0;
        for (int grain = 1; grain <= phantom.grains(); grain++) {
            final Point centre = phantom.centre(grain, 2);
            final double margin = 11;
            if (centre.x() > margin && centre.x() < SHAPE.x() - margin && centre.y() > margin
                && centre.y() < SHAPE.y() - margin) {
                assertEquals(0, centre(labels, grain).distance(centre), 0.25, "grain " + grain);
                compared++;
            }
        }
        assertTrue(compared > 10, compared + " grains");
    }

    @Test
    void theCoreOfSiliconIsWhatHoldsNoLithium() {
        final int[] phases = phases(2);
        final float[] labels = read(phantom.particles(2));
        final long[] all = new long[phantom.grains() + 1];
        final long[] core = new long[all.length];
        for (int i = 0; i < labels.length; i++) {
            all[(int)labels[i]]++;
            core[(int)labels[i]] += phases[i] == ElectrodePhase.SILICON.ordinal() ? 1 : 0;
        }
        int compared = 0;
        for (int grain = 1; grain < all.length; grain++) {
            if (phantom.isSilicon(grain) && all[grain] > 400) {
                assertEquals(phantom.nonLithiated(grain, 2), core[grain] / (double)all[grain], 0.08, "grain " + grain);
                compared++;
            }
        }
        assertTrue(compared > 5, compared + " grains");
        assertEquals(1, phantom.nonLithiated(1, 0), 0);
    }

    @Test
    void blocksAndThreadsMakeNoDifference() {
        final float[] whole = read(phantom.volume(1));
        final Volume again = ElectrodePhantom.of(SETTINGS, Progress.NONE).volume(1);
        final float[] single = Parallelization.runSingleThreaded(() -> {
            final float[] values = new float[whole.length];
            for (final Block block : Blocks.tile(SHAPE, 23)) {
                final float[] part = new float[block.voxels()];
                again.read(block, part);
                copy(part, block, values);
            }
            return values;
        });
        assertArrayEquals(whole, single);
    }

    private static void copy(final float[] part, final Block block, final float[] values) {
        for (int row = 0; row < block.sizeY() * block.sizeZ(); row++) {
            final long y = block.minY() + row % block.sizeY();
            final long z = block.minZ() + row / block.sizeY();
            System.arraycopy(part, row * block.sizeX(), values,
                (int)((z * SHAPE.y() + y) * SHAPE.x() + block.minX()), block.sizeX());
        }
    }

    @Test
    void greyValuesAreThoseOfThePhases() {
        final ElectrodePhantom plain = ElectrodePhantom.of(SETTINGS.withImaging(new ElectrodeImaging(0, 0, 0, 0.01)),
            Progress.NONE);
        final float[] t0 = read(plain.volume(0));
        final float[] t2 = read(plain.volume(2));
        final int[] phases = phases(0);
        for (int i = 0; i < t0.length; i++) {
            if (phases[i] != ElectrodePhase.COLLECTOR.ordinal()) {
                assertEquals(ElectrodePhase.values()[phases[i]].grey(), t0[i]);
            }
        }
        assertEquals(6_000, t0[0]);
        assertEquals(6_120, t2[0], "2 % after two scans");
        assertNotEquals(read(phantom.volume(0))[0], read(phantom.volume(1))[0]);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ElectrodeImaging(-1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new ElectrodeImaging(0, Double.NaN, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new ElectrodeImaging(0, 0, 0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withSiliconShare(1.2));
        assertThrows(IllegalArgumentException.class,
            () -> SETTINGS.withCycle(new Cycle(List.of(-0.9), 0.5, false, 1)));
    }
}
