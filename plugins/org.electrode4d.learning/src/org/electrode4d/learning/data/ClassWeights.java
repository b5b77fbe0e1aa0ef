// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.network.Tensor;

/**
 * How much a pixel of each class counts in the loss.
 *
 * @param weights by index of the class, above 0
 */
public record ClassWeights(List<Double> weights) {

    /** How much more than the mean a rare class may count when weights are balanced. */
    private static final double LIMIT = 10;

    /** @throws LearningException if a weight is not a finite number above 0 */
    public ClassWeights {
        weights = List.copyOf(weights);
        for (final double weight : weights) {
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new LearningException("Weights of classes must be above 0, not " + weight + ".");
            }
        }
    }

    /** All pixels count the same. */
    public static ClassWeights none(final int classes) {
        return new ClassWeights(Collections.nCopies(classes, 1.0));
    }

    /**
     * All classes count the same: the weight of a class is {@code labelled pixels / (classes * its pixels)}, at most
     * 10, so that a few strokes do not outweigh everything. A class without pixels counts 1.
     *
     * @param counts labelled pixels of each class
     */
    public static ClassWeights balanced(final long[] counts) {
        long all = 0;
        int there = 0;
        for (final long count : counts) {
            all += count;
            there += count > 0 ? 1 : 0;
        }
        final List<Double> weights = new ArrayList<>();
        for (final long count : counts) {
            weights.add(count == 0 ? 1 : Math.min(LIMIT, all / (there * (double)count)));
        }
        return new ClassWeights(weights);
    }

    /** @throws LearningException if there are not as many weights as classes */
    public void requireFor(final ClassScheme scheme) {
        if (weights.size() != scheme.classes().size()) {
            throw new LearningException("There are " + weights.size() + " weights for " + scheme.classes().size()
                + " classes. Give one weight for each of: " + String.join(", ", scheme.names()) + ".");
        }
    }

    /**
     * Slices as a batch with weights of their pixels, 0 where nothing is labelled.
     *
     * @param slices normalised, all of the same size
     */
    public Batch batch(final List<LabelledSlice> slices) {
        final int rows = slices.get(0).rows();
        final int columns = slices.get(0).columns();
        final int pixels = rows * columns;
        final Tensor images = Tensor.zeros(slices.size(), 1, rows, columns);
        final byte[] classes = new byte[slices.size() * pixels];
        for (int i = 0; i < slices.size(); i++) {
            final LabelledSlice slice = slices.get(i);
            if (slice.rows() != rows || slice.columns() != columns) {
                throw new IllegalArgumentException("A batch has images of one size, not " + slices.get(0) + " and "
                    + slice + ".");
            }
            System.arraycopy(slice.image(), 0, images.values(), i * pixels, pixels);
            System.arraycopy(slice.classes(), 0, classes, i * pixels, pixels);
        }
        return new Batch(images, classes, of(classes));
    }

    private float[] of(final byte[] classes) {
        final float[] byClass = new float[weights.size()];
        for (int c = 0; c < byClass.length; c++) {
            byClass[c] = weights.get(c).floatValue();
        }
        final float[] pixels = new float[classes.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = classes[i] < 0 ? 0 : byClass[classes[i]];
        }
        return pixels;
    }
}
