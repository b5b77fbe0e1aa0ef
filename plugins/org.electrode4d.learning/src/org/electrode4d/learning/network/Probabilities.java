// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

/**
 * Probabilities of classes from logits: the sigmoid of a single channel is the probability of the second of two
 * classes, the softmax over several channels that of each class. Not-a-number stays not-a-number.
 */
public final class Probabilities {

    private Probabilities() {
    }

    /**
     * Probabilities of all classes, which add up to 1.
     *
     * @param logits {@code [batch, output, row, column]}
     * @return {@code [batch, class, row, column]}, two classes for one output
     */
    public static Tensor of(final Tensor logits) {
        final int[] shape = logits.shape().clone();
        final int outputs = shape[1];
        shape[1] = Math.max(2, outputs);
        final int pixels = Tensor.size(shape[2], shape[3]);
        final Tensor probabilities = Tensor.zeros(shape);
        for (int image = 0; image < shape[0]; image++) {
            final int from = image * outputs * pixels;
            final int to = image * shape[1] * pixels;
            if (outputs == 1) {
                sigmoid(logits.values(), from, probabilities.values(), to, pixels);
            } else {
                softmax(logits.values(), probabilities.values(), from, outputs, pixels);
            }
        }
        return probabilities;
    }

    /**
     * The class of greatest probability of each pixel, the first of equal ones.
     *
     * @param probabilities {@code [batch, class, row, column]}
     * @return {@code [batch, row, column]} row by row
     */
    public static byte[] argmax(final Tensor probabilities) {
        final int[] shape = probabilities.shape();
        final int pixels = Tensor.size(shape[2], shape[3]);
        final byte[] classes = new byte[shape[0] * pixels];
        final float[] values = probabilities.values();
        for (int i = 0; i < classes.length; i++) {
            final int first = i / pixels * shape[1] * pixels + i % pixels;
            int best = 0;
            for (int c = 1; c < shape[1]; c++) {
                if (values[first + c * pixels] > values[first + best * pixels]) {
                    best = c;
                }
            }
            classes[i] = (byte)best;
        }
        return classes;
    }

    private static void sigmoid(final float[] logits, final int from, final float[] probabilities, final int to,
        final int pixels) {
        for (int i = 0; i < pixels; i++) {
            // each side from its own exponential, so that a small probability is not the rest of a rounded one
            final double smaller = Math.exp(-Math.abs(logits[from + i]));
            final float less = (float)(smaller / (1 + smaller));
            final float more = (float)(1 / (1 + smaller));
            final boolean second = logits[from + i] > 0;
            probabilities[to + i] = second ? less : more;
            probabilities[to + pixels + i] = second ? more : less;
        }
    }

    private static void softmax(final float[] logits, final float[] probabilities, final int first, final int outputs,
        final int pixels) {
        for (int i = first; i < first + pixels; i++) {
            float greatest = logits[i];
            for (int c = 1; c < outputs; c++) {
                greatest = Math.max(greatest, logits[i + c * pixels]);
            }
            double sum = 0;
            for (int c = 0; c < outputs; c++) {
                sum += Math.exp(logits[i + c * pixels] - greatest);
            }
            for (int c = 0; c < outputs; c++) {
                probabilities[i + c * pixels] = (float)(Math.exp(logits[i + c * pixels] - greatest) / sum);
            }
        }
    }
}
