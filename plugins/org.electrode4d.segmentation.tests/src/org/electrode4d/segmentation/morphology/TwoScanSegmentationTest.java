// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.filter.BlockMean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TwoScanSegmentationTest {

    private static final List<SolidClass> THREE =
        List.of(SolidClass.of("Graphite"), SolidClass.of("CBD"), SolidClass.of("Silicon"));
    private static final List<Double> BETWEEN = List.of(24_500.0, 41_500.0);
    private static final double BLUR = 0.0275;

    @TempDir
    Path folder;

    private static TwoScanSettings settings(final double rim, final double blur) {
        return new TwoScanSettings(OptionalDouble.empty(), THREE, BETWEEN, rim, blur);
    }

    private static double[] dice(final TwoScanElectrode electrode, final TwoScanSettings settings) throws Exception {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Volume phases = TwoScanSegmentation.of(electrode.sharp(), electrode.contrast(), settings, scratch,
                Progress.NONE).labels().volume();
            return new double[] {electrode.dice(phases, 0), electrode.dice(phases, 1), electrode.dice(phases, 2),
                electrode.dice(phases, 3)};
        }
    }

    @Test
    void resolutionOfOneAndContrastOfTheOther() throws Exception {
        final TwoScanElectrode electrode = new TwoScanElectrode(3);
        final double[] plain = dice(electrode, settings(0, 0));
        final double[] rims = dice(electrode, settings(0.04, 0));
        final double[] corrected = dice(electrode, settings(0.021, BLUR));
        assertTrue(plain[0] > 0.99, "pore is the matter of the sharp scan alone");
        for (int label = 1; label < plain.length; label++) {
            assertTrue(rims[label] > plain[label] + 0.04, "rims: " + Arrays.toString(rims));
            assertTrue(corrected[label] > rims[label] + 0.08, "pores taken out: " + Arrays.toString(corrected));
            assertTrue(corrected[label] > 0.89, Arrays.toString(corrected));
        }
    }

    @Test
    void thresholdsByMultiOtsuOfAnotherElectrode() throws Exception {
        final double[] found = dice(new TwoScanElectrode(11),
            new TwoScanSettings(OptionalDouble.empty(), THREE, List.of(), 0, BLUR));
        assertTrue(found[1] > 0.95 && found[2] > 0.85 && found[3] > 0.85, Arrays.toString(found));
    }

    @Test
    void everySolidVoxelHasOneClass() throws Exception {
        final TwoScanElectrode electrode = new TwoScanElectrode(3);
        final List<SolidClass> cleaned = List.of(new SolidClass("Graphite", 0.03, 0.03, 1e-3, true),
            new SolidClass("CBD", 0, 0, 1e-4, false), new SolidClass("Silicon", 0.025, 0.03, 1e-4, true));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final TwoScanPhases phases = TwoScanSegmentation.of(electrode.sharp(), electrode.contrast(),
                new TwoScanSettings(OptionalDouble.of(13_000), cleaned, BETWEEN, 0.03, BLUR), scratch, Progress.NONE);
            final float[] sharp = TwoScanElectrode.read(electrode.sharp());
            final float[] labels = TwoScanElectrode.read(phases.labels().volume());
            for (int i = 0; i < labels.length; i++) {
                assertEquals(sharp[i] > 13_000, labels[i] >= 1 && labels[i] <= 3, "voxel " + i);
            }
            assertEquals(labels.length, Arrays.stream(phases.voxels()).sum());
            assertTrue(phases.reassigned() > 1000);
            assertEquals("Silicon", phases.labels().name(3));
        }
    }

    @Test
    void theNearestCoreTakesTheShellThatTheBlurMade() throws Exception {
        final float[] sharp = {0, 9, 9, 9, 9, 9, 0};
        final float[] contrast = {0, 20, 40, 50, 40, 20, 0};
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final TwoScanPhases rim = TwoScanSegmentation.of(row(sharp), row(contrast), new TwoScanSettings(
                OptionalDouble.of(5), List.of(SolidClass.of("dark"), SolidClass.of("bright")), List.of(30.0), 1, 0),
                scratch, Progress.NONE);
            assertArrayEquals(new float[] {0, 2, 2, 2, 2, 2, 0}, values(rim.labels().volume()));
            assertEquals(2, rim.reassigned());
            final TwoScanPhases none = TwoScanSegmentation.of(row(sharp), row(contrast), new TwoScanSettings(
                OptionalDouble.of(5), List.of(SolidClass.of("dark"), SolidClass.of("bright")), List.of(30.0), 0, 0),
                scratch, Progress.NONE);
            assertArrayEquals(new float[] {0, 1, 2, 2, 2, 1, 0}, values(none.labels().volume()));
        }
    }

    @Test
    void numbersThatAreNone() throws Exception {
        final float[] sharp = {Float.NaN, 9, 9, 9, 0, 0, 0};
        final float[] contrast = {50, Float.NaN, 50, 20, 0, 0, 0};
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final TwoScanPhases phases = TwoScanSegmentation.of(row(sharp), row(contrast), new TwoScanSettings(
                OptionalDouble.of(5), List.of(SolidClass.of("dark"), SolidClass.of("bright")), List.of(30.0), 0, 0),
                scratch, Progress.NONE);
            assertArrayEquals(new float[] {0, 2, 2, 1, 0, 0, 0}, values(phases.labels().volume()));
        }
    }

    private static Volume row(final float... values) {
        return Volume.of("row", ArrayImgs.floats(values, values.length, 1, 1), VoxelSize.isotropic(1));
    }

    private static float[] values(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    @Test
    void aCoarserScanIsFoundByItsPlace() throws Exception {
        final float[] ramp = new float[24];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i;
        }
        final Volume fine = Volume.of("fine", ArrayImgs.floats(ramp, 24, 1, 1), VoxelSize.isotropic(1));
        final Volume coarse = BlockMean.of(fine, 4, 1, 1);
        final float[] found = values(GridResampling.of(coarse, fine));
        assertTrue(Float.isNaN(found[1]) && Float.isNaN(found[22]), "beyond the centres of the outermost voxels");
        for (int i = 2; i < 22; i++) {
            assertEquals(i, found[i], 1e-4);
        }
        final SegmentationException e = assertThrows(SegmentationException.class,
            () -> GridResampling.of(coarse.withOrigin(new Point(100, 0, 0)), fine));
        assertTrue(e.getMessage().contains("no place in common"), e::getMessage);
    }

    @Test
    void threadsAndFilesDoNotChangeAVoxel() throws Exception {
        final TwoScanElectrode electrode = new TwoScanElectrode(5);
        final float[] one = Parallelization.runSingleThreaded(() -> labels(electrode, ScratchSpace.open()));
        final float[] four = Parallelization.runWithNumThreads(4,
            () -> labels(electrode, ScratchSpace.open(0, folder)));
        assertArrayEquals(one, four);
    }

    private static float[] labels(final TwoScanElectrode electrode, final ScratchSpace space) throws Exception {
        try (ScratchSpace scratch = space) {
            return TwoScanElectrode.read(TwoScanSegmentation.of(electrode.sharp(), electrode.contrast(),
                new TwoScanSettings(OptionalDouble.empty(), List.of(new SolidClass("a", 0, 0, 1e-4, false),
                    new SolidClass("b", 0, 0.03, 0, false), new SolidClass("c", 0.03, 0, 0, true)), List.of(), 0.04,
                    BLUR), scratch, Progress.NONE).labels().volume());
        }
    }

    private static void assertTold(final String text, final Volume sharp, final Volume contrast,
        final TwoScanSettings settings) throws Exception {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final SegmentationException e = assertThrows(SegmentationException.class,
                () -> TwoScanSegmentation.of(sharp, contrast, settings, scratch, Progress.NONE));
            assertTrue(e.getMessage().contains(text), e::getMessage);
        }
    }

    @Test
    void whatCannotBeSegmentedIsTold() throws Exception {
        final Volume flat = row(3, 3, 3, 3);
        final Volume steps = row(0, 0, 9, 9);
        assertTold("row has too few different grey values for 2 classes", flat, flat, settings(0, 0));
        assertTold("There is no solid in row: no voxel is brighter than 100.0", steps, steps,
            new TwoScanSettings(OptionalDouble.of(100), THREE, BETWEEN, 0, 0));
        assertTold("too few different grey values in the solid for 3 classes", steps, steps,
            new TwoScanSettings(OptionalDouble.of(5), THREE, List.of(), 0, 0));
        assertTold("No pore is so wide", steps, steps, new TwoScanSettings(OptionalDouble.of(5), THREE, BETWEEN, 0, 3));
        assertTold("Nothing is left of any class of solid in row", steps, steps, new TwoScanSettings(
            OptionalDouble.of(5), List.of(new SolidClass("a", 0, 0, 1e6, false)), List.of(), 0, 0));
        assertThrows(SegmentationException.class,
            () -> new TwoScanSettings(OptionalDouble.empty(), THREE, List.of(5.0), 0, 0), "two thresholds are needed");
        assertThrows(SegmentationException.class,
            () -> new TwoScanSettings(OptionalDouble.empty(), THREE, List.of(5.0, 4.0), 0, 0), "ascending");
        assertThrows(SegmentationException.class, () -> SolidClass.of(" "));
    }
}
