// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import org.electrode4d.transport.linear.RowChunks;

/**
 * The unknowns at the last times, and the formulas of backward differences and of extrapolation for them. With
 * {@code w} the ratio of a step to the one before, the derivative at its end is
 * {@code ((1 + 2 w) c - (1 + w)^2 c1 + w^2 c2) / ((1 + w) length)}.
 */
final class History {

    /** Of the change in the first step, whose error nothing tells: a safe guess for growth with the root of time. */
    private static final double FIRST_ERROR = 0.5;

    private double[] candidate;
    private double[] first;
    private double[] second;
    private double[] third;
    private final double[] predicted;
    private final double[] past;
    private final double[] work;
    private double length;
    private double firstLength;
    private double secondLength;
    private int known;
    private double leading;
    private double oldest;

    History(final int size) {
        candidate = new double[size];
        first = new double[size];
        second = new double[size];
        third = new double[size];
        predicted = new double[size];
        past = new double[size];
        work = new double[size];
    }

    void start(final double[] values) {
        System.arraycopy(values, 0, first, 0, values.length);
        known = 1;
    }

    double[] latest() {
        return first;
    }

    /** The unknowns to be computed; after {@link #prepare} the extrapolated ones. */
    double[] candidate() {
        return candidate;
    }

    /** The part of the derivative, times the length of the step, that is known. */
    double[] past() {
        return past;
    }

    double[] work() {
        return work;
    }

    /** The factor of the new values in the derivative, times the length of the step. */
    double leading() {
        return leading;
    }

    /** The factor of the oldest values. */
    double oldest() {
        return oldest;
    }

    /** Extrapolates to the end of a step and returns the factor of the new values in the derivative. */
    double prepare(final double step) {
        length = step;
        final double ratio = known == 1 ? 0 : length / firstLength;
        leading = (1 + 2 * ratio) / (1 + ratio);
        oldest = ratio * ratio / (1 + ratio);
        final double middle = -(1 + ratio);
        final double[] weights = weights();
        RowChunks.forEach(past.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                past[i] = middle * first[i] + oldest * second[i];
                predicted[i] = weights[0] * first[i] + weights[1] * second[i] + weights[2] * third[i];
                candidate[i] = predicted[i];
            }
        });
        return leading;
    }

    /** Of Lagrange's polynomial through the known values. */
    private double[] weights() {
        if (known == 1) {
            return new double[]{1, 0, 0};
        }
        final double b = firstLength;
        if (known == 2) {
            return new double[]{(length + b) / b, -length / b, 0};
        }
        final double c = b + secondLength;
        return new double[]{(length + b) * (length + c) / (b * c), -length * (length + c) / (b * (c - b)),
            length * (length + b) / (c * (c - b))};
    }

    /** The estimated error of the candidate: the largest of all unknowns. */
    double error() {
        final double[] largest = new double[1];
        // The maximum does not depend on the order, so that chunks may race for it.
        RowChunks.forEach(past.length, (from, to) -> {
            double difference = 0;
            for (int i = from; i < to; i++) {
                difference = Math.max(difference, Math.abs(candidate[i] - predicted[i]));
            }
            synchronized (largest) {
                largest[0] = Math.max(largest[0], difference);
            }
        });
        return factor() * largest[0];
    }

    /**
     * What part of the difference between result and extrapolation is the error of the result. Both errors are multiples
     * of the third derivative: {@code L (L + a) (L + a + b) / 6} of the parabola, and of the difference formula
     * {@code L^2 (L + a) / (6 leading)}, with the step L and those before it, a and b.
     */
    private double factor() {
        if (known == 1) {
            return FIRST_ERROR;
        }
        if (known == 2) {
            return 1.0 / 3;
        }
        final double formula = length / leading;
        return formula / (formula + length + firstLength + secondLength);
    }

    void accept() {
        final double[] free = third;
        third = second;
        second = first;
        first = candidate;
        candidate = free;
        secondLength = firstLength;
        firstLength = length;
        known = Math.min(3, known + 1);
    }
}
