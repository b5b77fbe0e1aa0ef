// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import java.util.List;

/**
 * One epoch of a training.
 *
 * @param epoch counted from 1
 * @param steps of training from the very beginning to the end of this epoch
 * @param loss mean over the steps of the epoch, in training mode (with dropout, before each step)
 * @param validationLoss of the validation slices, in prediction mode; NaN where there are none
 * @param validationDice Dice coefficient of each class in the validation slices, 0 to 1, NaN of a class that is not
 *     labelled there; empty where there are no validation slices
 * @param learningRate of the steps of the epoch
 * @param seconds of wall time from the very beginning to the end of this epoch, interruptions not counted
 */
public record EpochRecord(int epoch, long steps, double loss, double validationLoss, List<Double> validationDice,
    double learningRate, double seconds) {

    public EpochRecord {
        validationDice = List.copyOf(validationDice);
    }

    /** Mean over the classes that have one; NaN where none has. */
    public double meanDice() {
        return validationDice.stream().mapToDouble(Double::doubleValue).filter(dice -> !Double.isNaN(dice)).average()
            .orElse(Double.NaN);
    }
}
