// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes a length with four significant digits and no more: 0.05, 0.3521, 12.5. */
public final class NumberText {

    private static final MathContext DIGITS = new MathContext(4);

    private NumberText() {
    }

    /** The number in decimal notation. */
    public static String of(final double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
