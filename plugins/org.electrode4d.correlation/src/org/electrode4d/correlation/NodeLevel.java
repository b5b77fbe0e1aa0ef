// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * One level of the pyramid of node spacings, in voxels of the unbinned volume.
 *
 * @param nodeSpacing at least one
 * @param halfWindow half-window size: the window has 2 halfWindow + 1 voxels along every axis
 * @param bin edge of the blocks that are averaged to one voxel at this level; 0 for a choice by the window's size (the
 *     finest level is then not binned)
 */
public record NodeLevel(int nodeSpacing, int halfWindow, int bin) {

    static final int SMALLEST_HALF_WINDOW = 3;

    /** @throws IllegalArgumentException for values out of range */
    public NodeLevel {
        if (nodeSpacing < 1) {
            throw new IllegalArgumentException("The node spacing must be at least 1 voxel, not " + nodeSpacing + ".");
        }
        if (halfWindow < SMALLEST_HALF_WINDOW) {
            throw new IllegalArgumentException("The half-window size must be at least " + SMALLEST_HALF_WINDOW
                + " voxels, not " + halfWindow + ": twelve unknowns need texture.");
        }
        if (bin < 0 || bin > 1 && halfWindow / bin < SMALLEST_HALF_WINDOW) {
            throw new IllegalArgumentException("A bin of " + bin + " leaves nothing of a half-window size of "
                + halfWindow + " voxels. Use 1 for no binning.");
        }
    }

    /** Half-window size equal to the node spacing: neighbouring windows overlap by half. */
    public static NodeLevel of(final int nodeSpacing) {
        return new NodeLevel(nodeSpacing, nodeSpacing, 0);
    }

    public static NodeLevel of(final int nodeSpacing, final int halfWindow) {
        return new NodeLevel(nodeSpacing, halfWindow, 0);
    }
}
