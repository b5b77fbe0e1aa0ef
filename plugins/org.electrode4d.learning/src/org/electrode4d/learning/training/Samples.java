// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.electrode4d.learning.data.ClassWeights;
import org.electrode4d.learning.data.LabelledSlice;
import org.electrode4d.learning.data.PatchSize;
import org.electrode4d.learning.data.Window;
import org.electrode4d.learning.engine.Batch;

/**
 * The images of each epoch, in their order: a function of the seed and the number of the epoch alone, so that a
 * training goes on after an interruption as if there had been none.
 */
final class Samples {

    /** Keep numbers that are drawn for different purposes apart. */
    private static final long ORDER = 1;
    private static final long PLACE = 2;
    private static final long CHANGE = 3;
    private static final long DROPOUT = 4;

    private final List<LabelledSlice> slices;
    private final Sampling sampling;
    private final PatchSize patch;
    private final ClassWeights weights;
    private final long seed;
    private final List<Sample> all = new ArrayList<>();

    /** One image of an epoch: a copy of a patch of a slice. */
    private record Sample(int slice, int patch, int copy) { }

    /** @param divisor rows and columns of the images are multiples of it */
    Samples(final List<LabelledSlice> slices, final Sampling sampling, final int divisor, final ClassWeights weights,
        final long seed) {
        this.slices = slices;
        this.patch = sampling.patch().fit(slices, divisor);
        this.sampling = sampling.withPatch(patch);
        this.weights = weights;
        this.seed = seed;
        for (int slice = 0; slice < slices.size(); slice++) {
            for (int i = 0; i < this.sampling.patches(slices.get(slice)); i++) {
                for (int copy = 0; copy < sampling.copies(); copy++) {
                    all.add(new Sample(slice, i, copy));
                }
            }
        }
    }

    PatchSize patch() {
        return patch;
    }

    /** Images of an epoch. */
    int count() {
        return sampling.most() == 0 ? all.size() : Math.min(sampling.most(), all.size());
    }

    /**
     * One of the batches of an epoch.
     *
     * @param epoch counted from 1
     * @param index of the batch in its epoch, from 0
     * @param size of batches; the last one may be smaller
     */
    Batch batch(final int epoch, final int index, final int size) {
        final List<LabelledSlice> images = new ArrayList<>();
        for (final Sample sample : order(epoch).subList(index * size, Math.min(count(), (index + 1) * size))) {
            images.add(image(sample, epoch));
        }
        return weights.batch(images);
    }

    private List<Sample> order(final int epoch) {
        final List<Sample> order = new ArrayList<>(all);
        Collections.shuffle(order, new Random(Seeds.of(seed, ORDER, epoch)));
        return order;
    }

    private LabelledSlice image(final Sample sample, final int epoch) {
        final LabelledSlice slice = slices.get(sample.slice());
        final boolean fixed = sampling.kind() == Sampling.Kind.FIXED;
        final long[] identity = {seed, fixed ? 0 : epoch, sample.slice(), sample.patch(), fixed ? 0 : sample.copy()};
        final Window window = patch.random(slice, Seeds.of(PLACE, Seeds.of(identity)));
        if (fixed && sample.copy() == 0) {
            return slice.crop(window);
        }
        identity[identity.length - 1] = sample.copy();
        return sampling.augmentation().apply(slice, window, Seeds.of(CHANGE, Seeds.of(identity)));
    }

    /** The seed of what is dropped in a step. */
    long dropout(final int epoch, final int index) {
        return Seeds.of(DROPOUT, seed, epoch, index);
    }
}
