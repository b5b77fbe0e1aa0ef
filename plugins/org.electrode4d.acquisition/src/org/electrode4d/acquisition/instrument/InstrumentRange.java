// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

/**
 * What an instrument can do.
 *
 * @param minPotential volt
 * @param maxPotential volt
 * @param maxCurrent ampere, of the magnitude
 * @param minSamplingPeriod seconds
 * @param answerTime seconds within which every call returns or throws
 * @param constantCurrent whether it can regulate a current
 * @param holdsLimits whether it ends or bounds a set point by itself
 * @param endsByItself whether it ends a set point after its time though it hears nothing more
 */
public record InstrumentRange(double minPotential, double maxPotential, double maxCurrent, double minSamplingPeriod,
    double answerTime, boolean constantCurrent, boolean holdsLimits, boolean endsByItself) {
}
