// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

/**
 * The axis that a slice is perpendicular to. In pictures, slices across X show y to the right and z down, across Y x to
 * the right and z down, across Z x to the right and y down.
 */
public enum SliceAxis {
    X(1, 2), Y(0, 2), Z(0, 1);

    private final int right;
    private final int down;

    SliceAxis(final int right, final int down) {
        this.right = right;
        this.down = down;
    }

    /** The axis that points to the right: 0 = x, 1 = y, 2 = z. */
    int right() {
        return right;
    }

    /** The axis that points down. */
    int down() {
        return down;
    }
}
