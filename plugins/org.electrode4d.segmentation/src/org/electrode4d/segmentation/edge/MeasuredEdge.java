// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import org.electrode4d.volume.Point;

/**
 * An edge and how wide it is.
 *
 * @param position of its middle, µm, in the coordinates of the volume
 * @param normal unit vector in µm towards larger values
 * @param label of the particle; 0 without labels
 * @param contrast grey values on the bright side less those on the dark side, of the fit
 * @param residual root mean square of the differences between profile and fit, as a part of the contrast
 * @param erfWidth full width at half maximum of the derivative of the fitted error function, µm
 * @param splineWidth the same of a smoothing spline, µm
 * @param voxelAlong µm: how far apart voxels are along the normal, {@code sqrt(sum (n_i h_i)²)}
 * @param profile what was measured
 */
public record MeasuredEdge(Point position, Point normal, int label, double contrast, double residual, double erfWidth,
    double splineWidth, double voxelAlong, Profile profile) {

    /**
     * A straightened profile.
     *
     * @param places µm from the middle of the edge, ascending
     * @param values grey values, averaged across
     * @param fit values of the fitted error function there
     */
    public record Profile(double[] places, double[] values, double[] fit) {
    }
}
