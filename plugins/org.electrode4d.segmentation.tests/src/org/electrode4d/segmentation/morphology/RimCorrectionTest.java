// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.apache.commons.math3.special.Erf;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.segmentation.threshold.ThresholdMethod;
import org.electrode4d.segmentation.threshold.Thresholds;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RimCorrectionTest {

    private static Volume phases(final Shape shape, final VoxelSize size, final byte... labels) {
        return Volume.of("phases", ArrayImgs.unsignedBytes(labels, shape.x(), shape.y(), shape.z()), size);
    }

    private static Volume row(final int... labels) {
        final byte[] bytes = new byte[labels.length];
        IntStream.range(0, labels.length).forEach(i -> bytes[i] = (byte)labels[i]);
        return phases(new Shape(labels.length, 1, 1), VoxelSize.isotropic(1), bytes);
    }

    private static int[] labels(final String text) {
        return text.chars().map(c -> c - '0').toArray();
    }

    @ParameterizedTest
    @CsvSource({
        // one voxel between: as far from both, so that it becomes the larger label
        "1112333, 1, '', 1113333",
        // two voxels: each goes to its side
        "1122333, 2, '', 1113333",
        "1122333, 1, '', 1122333",
        // what is on one side only is no rim
        "2221111, 3, '', 2221111",
        // what is thicker than the rim stays, and takes the doubtful voxels next to it
        "1122222333, 3, '', 1122222333",
        // no phase is neither darker nor brighter
        "0002333, 2, '', 0002333",
        // only the phases that are looked at
        "1234, 1, 2, 1334",
        "1234, 1, 3, 1244",
        "1234, 1, '', 1144",
        // a chain of doubts ends at what is certain within twice the width
        "123, 2, '', 133"})
    void rimsGetThePhaseOfTheNearestVoxelWithoutDoubt(final String before, final double width, final String doubted,
        final String after) {
        final Set<Integer> looked = doubted.isEmpty() ? Set.of() : Set.of(Integer.parseInt(doubted));
        assertArrayEquals(labels(after), Bodies.labels(RimCorrection.of(row(labels(before)), width, looked)));
    }

    @Test
    void blurBetweenCopperAndBinderIsNoSilicon() {
        final double face = 20.3;
        final float[] greys = new float[360];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = (float)(25_000 + 17_000 * Erf.erf((i / 9 - face) / 2));
        }
        final Volume scan = Volume.of("scan", ArrayImgs.floats(greys, 3, 3, 40), VoxelSize.isotropic(0.1));
        final Volume phases = Thresholds.of(scan, null, ThresholdMethod.fixed(14_000, 31_000), Progress.NONE)
            .phases(scan, null);
        assertEquals(2, slices(phases, 2));
        assertEquals(19, slices(phases, 1));
        final Volume corrected = RimCorrection.of(phases, 0.3, Set.of(2));
        assertEquals(0, slices(corrected, 2));
        assertEquals(face, slices(corrected, 1), 1, "the face of the copper, which is where slice 20.3 has its centre");
    }

    private static long slices(final Volume phases, final int label) {
        return Arrays.stream(Bodies.labels(phases)).filter(value -> value == label).count() / 9;
    }

    @ParameterizedTest
    @CsvSource({"70, 4, 1, 1, 2.3", "4, 70, 1, 1, 2.3", "70, 5, 0.5, 2, 2", "5, 70, 1, 0.7, 1.5"})
    void itIsTheSameAsBruteForceAcrossBlocks(final int nx, final int nz, final double x, final double z,
        final double width) {
        final Shape shape = new Shape(nx, 5, nz);
        final Random random = new Random(5);
        final byte[] labels = new byte[(int)shape.voxels()];
        for (int i = 0; i < labels.length; i++) {
            final int along = nx > nz ? i % nx : i / (nx * 5);
            labels[i] = (byte)(along / 20 + (random.nextInt(12) == 0 ? 1 : 0));
        }
        final VoxelSize size = new VoxelSize(x, 1, z);
        final int[] corrected = Bodies.labels(RimCorrection.of(phases(shape, size, labels), width, Set.of()));
        final Reference reference = new Reference(labels, shape, size, width);
        int changed = 0;
        for (int i = 0; i < labels.length; i++) {
            assertEquals(reference.corrected(i), corrected[i], "voxel " + i);
            changed += labels[i] == corrected[i] ? 0 : 1;
        }
        assertTrue(changed > 20, changed + " voxels are doubtful");
    }

    @Test
    void whatCannotBeCorrectedIsTold() {
        assertEquals("The width of the rim of phases is 17.0 µm, but must be greater than 0 and at most 16 voxels, "
            + "16.0 µm.", assertThrows(SegmentationException.class,
                () -> RimCorrection.of(row(1, 2, 3), 17, Set.of())).getMessage());
        assertThrows(SegmentationException.class, () -> RimCorrection.of(row(1, 2, 3), 0, Set.of()));
        final Volume many = RimCorrection.of(row(1, 200, 3), 1, Set.of());
        assertEquals("Rims are found between phases with labels up to 127, but phases has the label 200.",
            assertThrows(SegmentationException.class, () -> Bodies.labels(many)).getMessage());
        final Volume grey = Volume.of("grey", ArrayImgs.floats(new float[3], 3, 1, 1), VoxelSize.isotropic(1));
        assertThrows(RuntimeException.class, () -> RimCorrection.of(grey, 1, Set.of()));
    }

    /** The definition, voxel by voxel. */
    private record Reference(byte[] labels, Shape shape, VoxelSize size, double width) {

        int corrected(final int at) {
            if (!isDoubtful(at)) {
                return labels[at];
            }
            double nearest = 2 * width + 1e-6;
            int label = -1;
            for (int i = 0; i < labels.length; i++) {
                final double distance = distance(at, i);
                if (labels[i] > 0 && distance <= nearest + 1e-9 && !isDoubtful(i)
                    && (distance < nearest - 1e-9 || labels[i] > label)) {
                    nearest = distance;
                    label = labels[i];
                }
            }
            return label < 0 ? labels[at] : label;
        }

        private boolean isDoubtful(final int at) {
            boolean darker = false;
            boolean brighter = false;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] > 0 && labels[i] != labels[at] && distance(at, i) <= width + 1e-9) {
                    darker |= labels[i] < labels[at];
                    brighter |= labels[i] > labels[at];
                }
            }
            return darker && brighter;
        }

        private double distance(final int a, final int b) {
            final int x = (int)shape.x();
            final int plane = (int)(shape.x() * shape.y());
            return Math.sqrt(Math.pow((a % x - b % x) * size.x(), 2)
                + Math.pow((a % plane / x - b % plane / x) * size.y(), 2)
                + Math.pow((a / plane - b / plane) * size.z(), 2));
        }
    }
}
