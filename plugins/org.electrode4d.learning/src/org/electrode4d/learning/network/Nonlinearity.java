// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

/** Functions of an activation. */
public enum Nonlinearity {
    /** max(0, x). */
    RELU,
    /** 1 / (1 + exp(-x)). */
    SIGMOID,
    /** Smooth everywhere, so that gradients can be checked by differences. */
    TANH
}
