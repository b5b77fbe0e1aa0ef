// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

final class LabelledSlicesTest {

    /** 3 x 2 x 2 voxels: x from left to right, y downwards, one plane of z after the other. */
    private static final Shape SHAPE = new Shape(3, 2, 2);

    private static final Volume IMAGE = Slices.image(SHAPE,
        0, 1, 2,
        3, 4, 5,

        6, 7, 8,
        9, 10, 11);

    /** 0 is unlabelled. */
    private static final LabelVolume LABELS = Slices.labels(SHAPE,
        0, 0, 0,
        0, 0, 0,

        0, 0, 1,
        0, 0, 2);

    private static final ClassScheme SCHEME = ClassScheme.parse("pore = 1; silicon = 2", OptionalInt.empty());

    @Test
    void onlySlicesWithLabelsAreRead() {
        final LabelledSlices slices = read(IMAGE, LABELS, SliceSelection.DEFAULT);
        assertEquals(List.of(new LabelledSlice(new LabelledSlice.Source("T0", Orientation.XY, 1), 2, 3,
            new float[] {6, 7, 8, 9, 10, 11}, Slices.bytes(-1, -1, 0, -1, -1, 1))), slices.slices());
        assertArrayEquals(new long[] {1, 1}, slices.counts());
        assertEquals(List.of(), slices.missing());
    }

    @Test
    void slicesHaveThreeOrientations() {
        final LabelledSlices slices =
            read(IMAGE, LABELS, new SliceSelection(EnumSet.allOf(Orientation.class), 9));
        assertEquals(List.of("T0, slice XY 1", "T0, slice XZ 0", "T0, slice XZ 1", "T0, slice YZ 2"),
            slices.slices().stream().map(slice -> slice.source().toString()).toList());
        final LabelledSlice xz = slices.slices().get(2);
        assertArrayEquals(new float[] {3, 4, 5, 9, 10, 11}, xz.image());
        assertArrayEquals(Slices.bytes(-1, -1, -1, -1, -1, 1), xz.classes());
        final LabelledSlice yz = slices.slices().get(3);
        assertArrayEquals(new float[] {2, 5, 8, 11}, yz.image());
        assertArrayEquals(Slices.bytes(-1, -1, 0, 1), yz.classes());
    }

    @Test
    void someOfManySlicesAreSpreadEvenly() {
        assertArrayEquals(new int[] {3, 5, 9}, LabelledSliceReader.spread(new int[] {3, 4, 5, 7, 9}, 3));
        assertArrayEquals(new int[] {5}, LabelledSliceReader.spread(new int[] {3, 4, 5, 7, 9}, 1));
        assertArrayEquals(new int[] {3, 4}, LabelledSliceReader.spread(new int[] {3, 4}, 5));
    }

    @Test
    void whatIsNoNumberIsUnlabelledWithTheMeanOfTheSlice() {
        final Volume image = Slices.image(new Shape(4, 1, 1), 1, Float.NaN, 5, Float.POSITIVE_INFINITY);
        final LabelVolume labels = Slices.labels(new Shape(4, 1, 1), 1, 1, 2, 2);
        final LabelledSlice slice = read(image, labels, SliceSelection.DEFAULT).slices().get(0);
        assertArrayEquals(new float[] {1, 3, 5, 3}, slice.image());
        assertArrayEquals(Slices.bytes(0, -1, 1, -1), slice.classes());
    }

    @Test
    void anImageWithoutNumbersIsRefused() {
        final Shape pair = new Shape(2, 1, 1);
        assertRefused("None of the labelled voxels of T0 has a finite value in the image scan.",
            Slices.image(pair, Float.NaN, Float.NaN), Slices.labels(pair, 1, 2));
    }

    @Test
    void oneClassIsNotEnough() {
        final Shape pair = new Shape(2, 1, 1);
        final Volume image = Slices.image(pair, 1, 2);
        assertRefused("Only the class \"silicon\" is labelled. Label something of \"pore\" too", image,
            Slices.labels(pair, 2, 0));
        assertRefused("Nothing is labelled: no label belongs to one of the classes \"pore = 1; silicon = 2\"", image,
            Slices.labels(pair, 0, 7));
    }

    @Test
    void aClassThatIsLabelledNowhereIsNamed() {
        final ClassScheme three = ClassScheme.parse("pore = 1; silicon = 2; copper = 3", OptionalInt.empty());
        assertEquals(List.of("copper"), LabelledSlices.read(List.of(new LabelledScan("T0", IMAGE, LABELS)), three,
            SliceSelection.DEFAULT, Progress.NONE).missing());
    }

    @Test
    void labelsOfAnotherShapeOrVoxelSizeAreRefused() {
        final LabelVolume smaller = Slices.labels(new Shape(3, 2, 1), 0, 0, 0, 0, 1, 2);
        final VolumeException shape =
            assertThrows(VolumeException.class, () -> new LabelledScan("T0", IMAGE, smaller));
        assertEquals("scan has 3 x 2 x 2 voxels, but labels has 3 x 2 x 1. Both must have the same shape: crop one of "
            + "them.", shape.getMessage());
        final LabelVolume coarser = LabelVolume.of(LABELS.volume().withVoxelSize(VoxelSize.isotropic(1)));
        assertThrows(VolumeException.class, () -> new LabelledScan("T0", IMAGE, coarser));
    }

    @Test
    void slicesThatDoNotFitIntoMemoryAreRefused() {
        final LearningException refused = assertThrows(LearningException.class,
            () -> LabelledSliceReader.requireMemory(5L << 40));
        assertTrue(refused.getMessage().startsWith("The labelled slices take 5242880 MB, but the program has "),
            refused.getMessage());
        LabelledSliceReader.requireMemory(1000);
    }

    @Test
    void anImageHasNoSlicesAcrossIt() {
        final Shape pair = new Shape(2, 1, 1);
        final LearningException refused = assertThrows(LearningException.class, () -> read(Slices.image(pair, 1, 2),
            Slices.labels(pair, 1, 2), new SliceSelection(Set.of(Orientation.XZ), 1)));
        assertEquals("labels is a single image: it has no slices XZ. Choose slices XY alone.", refused.getMessage());
    }

    private static void assertRefused(final String message, final Volume image, final LabelVolume labels) {
        final LearningException refused =
            assertThrows(LearningException.class, () -> read(image, labels, SliceSelection.DEFAULT));
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    }

    private static LabelledSlices read(final Volume image, final LabelVolume labels, final SliceSelection selection) {
        return LabelledSlices.read(List.of(new LabelledScan("T0", image, labels)), SCHEME, selection, Progress.NONE);
    }
}
