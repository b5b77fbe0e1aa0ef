// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.segmentation.particle.NonLithiatedSeries.Part;
import org.electrode4d.segmentation.particle.NonLithiatedSeries.Selection;
import org.electrode4d.segmentation.particle.NonLithiatedSeries.Summary;
import org.electrode4d.segmentation.particle.PhaseCriterion.Kind;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

/** Rows of voxels of 2 µm³ with two particles. */
class NonLithiatedSeriesTest {

    private static final VoxelSize SIZE = new VoxelSize(1, 1, 2);
    private static final Volume LABELS = row(0, 1, 1, 1, 1, 0, 2, 2, 0);
    private static final Selection ALL = new Selection(0, true, false);
    private static final PhaseCriterion MASK = new PhaseCriterion(Kind.MASK, 0);

    private static Volume row(final int... values) {
        final byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte)values[i];
        }
        return Volume.of("row", ArrayImgs.unsignedBytes(bytes, values.length, 1, 1), SIZE);
    }

    private static NonLithiatedStep step(final int... mask) {
        return NonLithiatedStep.of(LABELS, row(mask), MASK, Progress.NONE);
    }

    private static Summary summary(final NonLithiatedSeries series, final NonLithiatedStep step) {
        return series.summary(series.parts(step));
    }

    @Test
    void whatIsLeftIsRelatedToTheReference() {
        final NonLithiatedSeries series = new NonLithiatedSeries(step(0, 1, 1, 1, 1, 0, 1, 1, 0), ALL);
        final NonLithiatedStep later = step(1, 1, 0, 0, 0, 1, 1, 1, 1);
        final List<Part> parts = series.parts(later);
        assertEquals(25, parts.get(0).relative());
        assertEquals(2, parts.get(0).amount().orElseThrow().volume());
        assertEquals(4, parts.get(0).amount().orElseThrow().voxels());
        assertEquals(100, parts.get(1).relative());
        final Summary summary = summary(series, later);
        assertEquals(2, summary.particles());
        assertEquals(6, summary.volume());
        assertEquals(50, summary.total());
        assertEquals(62.5, summary.mean());
        assertEquals(75 / Math.sqrt(2), summary.standardDeviation(), 1e-12);
    }

    @Test
    void aParticleThatIsNotFoundIsMissingAndNotZero() {
        final NonLithiatedStep first = step(0, 1, 1, 1, 1, 0, 1, 1, 0);
        final NonLithiatedStep later =
            NonLithiatedStep.of(row(0, 1, 1, 0, 0, 0, 0, 0, 0), row(0, 1, 1, 1, 1, 1, 1, 1, 1), MASK, Progress.NONE);
        final NonLithiatedSeries series = new NonLithiatedSeries(first, ALL);
        assertTrue(Double.isNaN(series.parts(later).get(1).relative()));
        assertEquals(new Summary(1, 1, 4, 50, 50, Double.NaN), summary(series, later));
        final NonLithiatedSeries zero = new NonLithiatedSeries(first, new Selection(0, true, true));
        assertEquals(100 * 4 / 12.0, summary(zero, later).total(), 1e-12);
        assertEquals(25, summary(zero, later).mean());
    }

    @Test
    void particlesThatAreCutOrSmallDoNotCount() {
        final Volume labels = row(1, 1, 1, 0, 2, 0, 3, 3, 0);
        final NonLithiatedStep first = NonLithiatedStep.of(labels, row(1, 1, 1, 1, 1, 1, 1, 1, 1), MASK, Progress.NONE);
        // a row touches the borders along y, a single slice none along z
        assertTrue(first.particles().values().stream().allMatch(NonLithiatedStep.Amount::touchesBorder));
        assertEquals(0, summary(new NonLithiatedSeries(first, new Selection(0, false, false)), first).particles());
        final Summary large = summary(new NonLithiatedSeries(first, new Selection(4, true, false)), first);
        assertEquals(2, large.particles());
        assertEquals(10, large.volume());
    }

    @Test
    void thePhaseIsTold() {
        final Volume grey = row(9, 10, 20, 30, 40, 9, 20, 21, 9);
        assertEquals(2 * 2, volume(grey, new PhaseCriterion(Kind.DARKER, 20), 1));
        assertEquals(3 * 2, volume(grey, new PhaseCriterion(Kind.BRIGHTER, 20), 1));
        assertEquals(2, volume(grey, new PhaseCriterion(Kind.LABEL, 21), 2));
        assertEquals(4 * 2, volume(grey, MASK, 1));
    }

    @Test
    void labelsThatAFloatDoesNotHoldAreFound() {
        final int[] phases = {0, 16_777_216, 16_777_217, 16_777_217, 0, 0, 0, 0, 0};
        final Volume phase = Volume.of("phases", ArrayImgs.ints(phases, phases.length, 1, 1), SIZE);
        assertEquals(2 * 2, volume(phase, new PhaseCriterion(Kind.LABEL, 16_777_217), 1));
        assertEquals(2, volume(phase, new PhaseCriterion(Kind.LABEL, 16_777_216), 1));
        assertEquals(3 * 2, volume(phase, MASK, 1));
    }

    private static double volume(final Volume phase, final PhaseCriterion criterion, final int particle) {
        return NonLithiatedStep.of(LABELS, phase, criterion, Progress.NONE).particles().get(particle).volume();
    }

    @Test
    void tracksGiveNamesAndJoinWhatSplit() {
        final NonLithiatedStep split = NonLithiatedStep.of(row(0, 7, 7, 0, 8, 8, 9, 0),
            row(1, 1, 0, 1, 1, 1, 1, 1), MASK, Progress.NONE).named(Map.of(7, 1, 8, 1));
        assertEquals(List.of(1), List.copyOf(split.particles().keySet()));
        assertEquals(6, split.particles().get(1).volume());
        assertEquals(4, split.particles().get(1).voxels());
    }

    @Test
    void aReferenceWithoutThePhaseIsRefused() {
        final NonLithiatedStep none = step(0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertTrue(assertThrows(VolumeException.class, () -> new NonLithiatedSeries(none, ALL)).getMessage()
            .contains("None of the 2 particles of the reference scan has non-lithiated volume"));
        final Volume floats = Volume.of("grey", ArrayImgs.floats(9, 1, 1), SIZE);
        assertThrows(VolumeException.class,
            () -> NonLithiatedStep.of(LABELS, floats, MASK, Progress.NONE));
    }
}
