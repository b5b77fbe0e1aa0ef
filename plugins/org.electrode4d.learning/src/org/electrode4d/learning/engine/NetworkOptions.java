// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

/**
 * How a network is computed.
 *
 * @param precision of all values in the engine
 * @param loss that training makes small
 */
public record NetworkOptions(Precision precision, Loss loss) {

    /** For prediction, and for training with cross entropy. */
    public static final NetworkOptions DEFAULT = new NetworkOptions(Precision.SINGLE, Loss.CROSS_ENTROPY);

    /** Of all values in the engine. */
    public enum Precision {
        /** 32 bit. */
        SINGLE,
        /** 64 bit: slow, to check gradients. */
        DOUBLE
    }
}
