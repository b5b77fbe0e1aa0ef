// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

/**
 * Place of a node on the workflow canvas, in pixels.
 *
 * @param x left edge
 * @param y upper edge
 * @param width width; 0 lets the editor choose
 * @param height height; 0 lets the editor choose
 */
public record Bounds(int x, int y, int width, int height) {

    /** A place whose size the editor chooses. */
    public static Bounds at(final int x, final int y) {
        return new Bounds(x, y, 0, 0);
    }

    int[] toArray() {
        return new int[]{x, y, width, height};
    }
}
