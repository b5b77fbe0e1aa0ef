// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * What a residual map holds where nothing can be predicted, because the material comes from outside the reference or
 * the field says nothing.
 */
public enum Unpredicted {
    /** No prediction, no deviation: 0. */
    ZERO,
    /** Not a number, so that statistics and pictures leave it out. */
    NAN
}
