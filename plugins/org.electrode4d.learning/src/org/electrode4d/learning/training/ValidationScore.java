// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.electrode4d.learning.data.ClassWeights;
import org.electrode4d.learning.data.LabelledSlice;
import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.engine.Loss;
import org.electrode4d.learning.engine.LossFunction;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.learning.prediction.TiledNetwork;
import org.electrode4d.learning.prediction.Tiles;
import org.electrode4d.volume.Progress;

/**
 * How well a network segments whole slices that it does not learn from, in the same tiles as in a prediction. Dice
 * coefficients are those of all slices together; the loss is the mean over the slices, by the weight that is labelled.
 */
final class ValidationScore {

    private final List<LabelledSlice> slices;
    private final ClassWeights weights;
    private final LossFunction function;
    private final TiledNetwork tiled;

    /**
     * What came out.
     *
     * @param loss NaN where there are no slices
     * @param dice of each class, NaN of those that are not labelled; empty where there are no slices
     */
    record Score(double loss, List<Double> dice) { }

    ValidationScore(final List<LabelledSlice> slices, final ClassWeights weights, final Loss loss,
        final Network network, final int divisor) {
        this.slices = slices;
        this.weights = weights;
        this.function = new LossFunction(loss);
        this.tiled = new TiledNetwork(network, divisor, Tiles.DEFAULT, UnaryOperator.identity());
    }

    Score measure(final Progress progress) {
        final long[][] counts = new long[weights.weights().size()][3];
        double sum = 0;
        double weight = 0;
        for (final LabelledSlice slice : slices) {
            final Batch batch = weights.batch(List.of(slice));
            final Tensor logits = tiled.apply(batch.images(), progress);
            final double labelled = sum(batch.weights());
            sum += labelled * function.value(batch, logits.values());
            weight += labelled;
            count(logits, slice.classes(), counts);
        }
        return new Score(weight > 0 ? sum / weight : Double.NaN, slices.isEmpty() ? List.of() : dice(counts));
    }

    private static double sum(final float[] values) {
        double sum = 0;
        for (final float value : values) {
            sum += value;
        }
        return sum;
    }

    /** @param counts of each class: found and labelled, found, labelled */
    private static void count(final Tensor logits, final byte[] labelled, final long[][] counts) {
        for (int pixel = 0; pixel < labelled.length; pixel++) {
            if (labelled[pixel] >= 0) {
                final int found = found(logits, pixel, labelled.length);
                counts[found][1]++;
                counts[labelled[pixel]][2]++;
                if (found == labelled[pixel]) {
                    counts[found][0]++;
                }
            }
        }
    }

    private static int found(final Tensor logits, final int pixel, final int pixels) {
        final int outputs = logits.shape()[1];
        final float[] values = logits.values();
        if (outputs == 1) {
            return values[pixel] > 0 ? 1 : 0;
        }
        int best = 0;
        for (int output = 1; output < outputs; output++) {
            if (values[output * pixels + pixel] > values[best * pixels + pixel]) {
                best = output;
            }
        }
        return best;
    }

    private static List<Double> dice(final long[][] counts) {
        final List<Double> dice = new ArrayList<>();
        for (final long[] count : counts) {
            dice.add(count[2] == 0 ? Double.NaN : 2.0 * count[0] / (count[1] + count[2]));
        }
        return dice;
    }
}
