// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

/** Logits of a batch beside its labels, and the sums that {@link LossFunction} is made of. */
final class LabelledLogits {

    private final Batch batch;

    private final double[] logits;

    private final int outputs;

    private final int classes;

    /** Pixels of one image: the distance between channels. */
    private final int pixels;

    private final double weight;

    private final int labelled;

    LabelledLogits(final Batch batch, final double[] logits) {
        this.batch = batch;
        this.logits = logits;
        final int[] shape = batch.images().shape();
        pixels = shape[2] * shape[3];
        final int all = batch.weights().length;
        if (all == 0 || logits.length == 0 || logits.length % all != 0) {
            throw new IllegalArgumentException("There are " + logits.length + " logits for " + all
                + " pixels: expected the same number for each pixel.");
        }
        outputs = logits.length / all;
        classes = Math.max(2, outputs);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < all; i++) {
            if (batch.weights()[i] > 0) {
                sum += batch.weights()[i];
                count++;
                checkClass(batch.classes()[i]);
            }
        }
        weight = sum;
        labelled = count;
    }

    /** The sum of all weights, 0 if nothing is labelled. */
    double weight() {
        return weight;
    }

    /** Adds the derivatives to those that are there. */
    double crossEntropy(final double[] derivative) {
        final double[] probabilities = new double[classes];
        double sum = 0;
        for (int i = 0; i < batch.weights().length; i++) {
            if (batch.weights()[i] > 0) {
                final int label = batch.classes()[i];
                final double share = batch.weights()[i] / weight;
                sum += share * surprise(i, label, probabilities);
                final int first = first(i);
                if (outputs == 1) {
                    derivative[first] += share * (label == 1 ? -probabilities[0] : probabilities[1]);
                } else {
                    for (int c = 0; c < classes; c++) {
                        derivative[first + c * pixels] += share * (probabilities[c] - (c == label ? 1 : 0));
                    }
                }
            }
        }
        return sum;
    }

    /** Adds the derivatives to those that are there. */
    double dice(final double[] derivative) {
        final double[] predicted = new double[classes];
        final double[] there = new double[classes];
        final double[] both = new double[classes];
        sum(predicted, there, both);
        final double smoothing = LossFunction.SMOOTHING * weight / labelled;
        // the derivative of a coefficient by a probability is the weight times inside, if labelled so, minus outside
        final double[] inside = new double[classes];
        final double[] outside = new double[classes];
        int present = 0;
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            if (there[c] > 0) {
                final double union = predicted[c] + there[c] + smoothing;
                final double coefficient = (2 * both[c] + smoothing) / union;
                inside[c] = 2 / union;
                outside[c] = coefficient / union;
                sum += coefficient;
                present++;
            }
        }
        addDiceDerivative(inside, outside, present, derivative);
        return 1 - sum / present;
    }

    /** Weighted sums by class: of probabilities, of labels and of their products. */
    private void sum(final double[] predicted, final double[] there, final double[] both) {
        final double[] probabilities = new double[classes];
        for (int i = 0; i < batch.weights().length; i++) {
            if (batch.weights()[i] > 0) {
                final double w = batch.weights()[i];
                final int label = batch.classes()[i];
                surprise(i, label, probabilities);
                for (int c = 0; c < classes; c++) {
                    predicted[c] += w * probabilities[c];
                }
                there[label] += w;
                both[label] += w * probabilities[label];
            }
        }
    }

    private void addDiceDerivative(final double[] inside, final double[] outside, final int present,
        final double[] derivative) {
        final double[] probabilities = new double[classes];
        final double[] byProbability = new double[classes];
        for (int i = 0; i < batch.weights().length; i++) {
            if (batch.weights()[i] > 0) {
                final int label = batch.classes()[i];
                surprise(i, label, probabilities);
                double mean = 0;
                for (int c = 0; c < classes; c++) {
                    byProbability[c] = batch.weights()[i] * (outside[c] - (c == label ? inside[c] : 0)) / present;
                    mean += probabilities[c] * byProbability[c];
                }
                final int first = first(i);
                if (outputs == 1) {
                    derivative[first] += probabilities[0] * probabilities[1] * (byProbability[1] - byProbability[0]);
                } else {
                    for (int c = 0; c < classes; c++) {
                        derivative[first + c * pixels] += probabilities[c] * (byProbability[c] - mean);
                    }
                }
            }
        }
    }

    /** Writes the probabilities of all classes at a pixel and returns the negative logarithm of that of its label. */
    private double surprise(final int pixel, final int label, final double[] probabilities) {
        final int first = first(pixel);
        if (outputs == 1) {
            final double smaller = Math.exp(-Math.abs(logits[first]));
            final int likely = logits[first] > 0 ? 1 : 0;
            probabilities[likely] = 1 / (1 + smaller);
            probabilities[1 - likely] = smaller / (1 + smaller);
            return Math.log1p(smaller) + (label == likely ? 0 : Math.abs(logits[first]));
        }
        double greatest = logits[first];
        for (int c = 1; c < outputs; c++) {
            greatest = Math.max(greatest, logits[first + c * pixels]);
        }
        double sum = 0;
        for (int c = 0; c < outputs; c++) {
            probabilities[c] = Math.exp(logits[first + c * pixels] - greatest);
            sum += probabilities[c];
        }
        for (int c = 0; c < outputs; c++) {
            probabilities[c] /= sum;
        }
        return Math.log(sum) + greatest - logits[first + label * pixels];
    }

    /** Index of the first channel of a pixel among the logits. */
    private int first(final int pixel) {
        return pixel / pixels * outputs * pixels + pixel % pixels;
    }

    private void checkClass(final int label) {
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException("A pixel is labelled as class " + label + ", but the network tells "
                + classes + " classes apart.");
        }
    }
}
