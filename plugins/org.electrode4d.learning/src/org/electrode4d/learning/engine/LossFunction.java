// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import java.util.Arrays;

/**
 * Values of a {@link Loss} and their derivatives by the logits; the same numbers for all engines, in double arithmetic
 * and in the order of the pixels.
 * <p>
 * With weights w of the pixels, labels y (1 in the channel of the class of a pixel, else 0) and probabilities p
 * (softmax of the logits; for one output p1 is the sigmoid and p0 = 1 - p1):
 * <ul>
 * <li>cross entropy: {@code -sum(w log p[class]) / sum(w)}, from the logits, so that it does not overflow;
 * <li>Dice: {@code 1 - mean over classes of (2 sum(w p y) + s) / (sum(w p) + sum(w y) + s)}, sums over the whole batch
 * (as Milletari et al., 3DV 2016, without their squares). Classes that are not labelled in the batch do not count: what
 * is not there cannot be overlapped. The smoothing s is {@link #SMOOTHING} pixels of mean weight, so that the loss does
 * not depend on the unit of the weights.
 * </ul>
 * Where the weight is 0, nothing was labelled: such pixels count nowhere. If nothing is labelled in the whole batch,
 * loss and derivatives are 0. Keras divides the cross entropy by the number of pixels instead of the sum of weights,
 * which is the same without weights; its Dice coefficient is that of the second class only, ours does not change if two
 * classes change places.
 */
public final class LossFunction {

    /** Pixels that count as overlap of each class beside those of the image. */
    public static final double SMOOTHING = 1;

    private final Loss loss;

    public LossFunction(final Loss loss) {
        this.loss = loss;
    }

    /** The loss alone. */
    public double value(final Batch batch, final double[] logits) {
        return value(batch, logits, new double[logits.length]);
    }

    /** The loss alone. */
    public double value(final Batch batch, final float[] logits) {
        return value(batch, doubles(logits));
    }

    /** As {@link #value(Batch, double[], double[])}, for engines of single precision. */
    public double value(final Batch batch, final float[] logits, final float[] derivative) {
        final double[] exact = new double[logits.length];
        final double value = value(batch, doubles(logits), exact);
        for (int i = 0; i < exact.length; i++) {
            derivative[i] = (float)exact[i];
        }
        return value;
    }

    /**
     * The loss and its derivatives.
     *
     * @param logits {@code [batch, output, row, column]} for the images of the batch
     * @param derivative by each of the logits; is overwritten
     * @throws IllegalArgumentException if logits are not a multiple of the pixels, or a labelled pixel has a class that
     *     the network does not have
     */
    public double value(final Batch batch, final double[] logits, final double[] derivative) {
        final LabelledLogits labelled = new LabelledLogits(batch, logits);
        Arrays.fill(derivative, 0);
        if (labelled.weight() == 0) {
            return 0;
        }
        double value = 0;
        if (loss != Loss.DICE) {
            value += labelled.crossEntropy(derivative);
        }
        if (loss != Loss.CROSS_ENTROPY) {
            value += labelled.dice(derivative);
        }
        return value;
    }

    private static double[] doubles(final float[] values) {
        final double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
