// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * What a changed beam or detector does to the grey values of a later state: {@code gain * grey + offset}, before the
 * noise, whose standard deviation stays.
 *
 * @param gain greater than zero
 * @param offset grey values
 */
public record GreyChange(double gain, double offset) {

    public static final GreyChange NONE = new GreyChange(1, 0);

    /** @throws IllegalArgumentException for values out of range */
    public GreyChange {
        if (!(gain > 0) || Double.isInfinite(gain)) {
            throw new IllegalArgumentException("The gain of the grey values must be greater than zero, not " + gain
                + ".");
        }
        if (!Double.isFinite(offset)) {
            throw new IllegalArgumentException("The offset of the grey values must be a number, not " + offset + ".");
        }
    }
}
