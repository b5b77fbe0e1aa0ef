// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.electrode4d.learning.data.Augmentation;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.ClassWeights;
import org.electrode4d.learning.data.LabelledSlice;
import org.electrode4d.learning.data.Orientation;
import org.electrode4d.learning.data.PatchSize;
import org.electrode4d.learning.engine.Batch;
import org.junit.jupiter.api.Test;

class SamplesTest {

    /** The grey value of a pixel tells where it was. */
    private static LabelledSlice slice(final int index, final int rows, final int columns) {
        final float[] image = new float[rows * columns];
        final byte[] classes = new byte[image.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = 1000 * index + i;
            classes[i] = (byte)(i % 2);
        }
        return new LabelledSlice(new LabelledSlice.Source("T0", Orientation.XY, index), rows, columns, image, classes);
    }

    private static Samples samples(final Sampling sampling, final LabelledSlice... slices) {
        return new Samples(List.of(slices), sampling, 4, ClassWeights.none(2), 1);
    }

    private static Sampling sampling(final Sampling.Kind kind, final int copies, final int most) {
        return new Sampling(new PatchSize(8, 12), Augmentation.PAPER, kind, copies, most);
    }

    @Test
    void theImagesOfThePaperAreTheSlicesAndThreeChangedOnes() {
        final Samples samples = samples(sampling(Sampling.Kind.FIXED, 4, 0), slice(0, 8, 12), slice(1, 8, 12));
        assertEquals(8, samples.count());
        final Set<String> first = images(samples, 1);
        assertEquals(first, images(samples, 2));
        assertEquals(true, first.contains(Arrays.toString(slice(0, 8, 12).image())));
        assertEquals(true, first.contains(Arrays.toString(slice(1, 8, 12).image())));
    }

    @Test
    void freshCopiesAreOthersInEachEpoch() {
        final Samples samples = samples(sampling(Sampling.Kind.FRESH, 4, 0), slice(0, 20, 30));
        // 20 x 30 pixels are about 6 patches of 8 x 12
        assertEquals(24, samples.count());
        final Set<String> both = images(samples, 1);
        both.retainAll(images(samples, 2));
        assertEquals(Set.of(), both);
    }

    @Test
    void anEpochIsAFunctionOfItsNumber() {
        final Sampling sampling = sampling(Sampling.Kind.FRESH, 2, 5);
        final Samples used = samples(sampling, slice(0, 20, 30), slice(1, 20, 30));
        used.batch(1, 0, 3);
        final Batch late = used.batch(7, 1, 3);
        final Batch alone = samples(sampling, slice(0, 20, 30), slice(1, 20, 30)).batch(7, 1, 3);
        // the last batch of five images
        assertArrayEquals(new int[] {2, 1, 8, 12}, late.images().shape());
        assertEquals(late.images(), alone.images());
        assertArrayEquals(late.classes(), alone.classes());
        assertNotEquals(used.dropout(1, 0), used.dropout(1, 1));
        assertNotEquals(used.dropout(1, 0), used.dropout(2, 0));
    }

    @Test
    void slicesSmallerThanAPatchAreFilledUpWithoutLabels() {
        final Samples samples = samples(
            new Sampling(new PatchSize(64, 64), Augmentation.NONE, Sampling.Kind.FIXED, 1, 0), slice(0, 6, 9));
        final Batch batch = samples.batch(1, 0, 1);
        assertArrayEquals(new int[] {1, 1, 8, 12}, batch.images().shape());
        int labelled = 0;
        for (int i = 0; i < batch.classes().length; i++) {
            assertEquals(batch.classes()[i] == ClassScheme.UNLABELLED ? 0 : 1, batch.weights()[i]);
            labelled += (int)batch.weights()[i];
        }
        assertEquals(54, labelled);
    }

    private static Set<String> images(final Samples samples, final int epoch) {
        final Set<String> images = new HashSet<>();
        for (int i = 0; i < samples.count(); i++) {
            images.add(Arrays.toString(samples.batch(epoch, i, 1).images().values()));
        }
        return images;
    }
}
