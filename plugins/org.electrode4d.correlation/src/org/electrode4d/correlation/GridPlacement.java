// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Shape;

/** Where a grid's nodes are in a volume. */
public enum GridPlacement {
    /** In the middle: see {@link NodeGrid#centred}. */
    CENTRED,
    /** At ns, 2 ns, 3 ns, ... as SPAM does: see {@link NodeGrid#spam}. */
    SPAM;

    /** Whether a grid of this spacing has any node in the volume. */
    boolean fits(final Shape shape, final int nodeSpacing) {
        return this == CENTRED || Math.min(shape.x(), Math.min(shape.y(), shape.z())) > nodeSpacing;
    }

    public NodeGrid place(final Shape shape, final int nodeSpacing) {
        return this == SPAM ? NodeGrid.spam(shape, nodeSpacing) : NodeGrid.centred(shape, nodeSpacing);
    }
}
