// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/**
 * A part of a row of points within which the voxel that holds a point moves on by one with every point: the deformation
 * gradient is near the identity, so that rows come in few such parts. In a part, the voxels around a point are where
 * those of its predecessor were, one further along x, and the position between them changes linearly.
 */
final class Segment {

    /** Rounds up, less what is within rounding of a whole number. */
    private static final double OVERLAP = 1 - 1e-9;

    /** Point after the last of the part. */
    int end;
    /** Voxel that holds the first point. */
    int x;
    int y;
    int z;
    /** Position of point {@code i} of the part between its voxel and the next: {@code u + i du}; v along y, w along z. */
    float u;
    float v;
    float w;
    final float du;
    final float dv;
    final float dw;
    private final double[] step;
    private final double[] perVoxel = new double[3];
    private double[] start;
    private final int lastX;
    private final int lastY;
    private final int lastZ;

    /**
     * @param step from point to point, of all rows to come
     * @param last the largest voxel along every axis that has a successor
     */
    Segment(final double[] step, final int[] last) {
        this.step = step.clone();
        perVoxel[0] = 1 / (step[0] - 1);
        perVoxel[1] = 1 / step[1];
        perVoxel[2] = 1 / step[2];
        lastX = last[0];
        lastY = last[1];
        lastZ = last[2];
        du = (float)(step[0] - 1);
        dv = (float)step[1];
        dw = (float)step[2];
    }

    /** Moves to a row with the same step; its point 0 is at {@code rowStart}. */
    Segment row(final double[] rowStart) {
        start = rowStart;
        return this;
    }

    boolean hasStep(final double[] other) {
        return step[0] == other[0] && step[1] == other[1] && step[2] == other[2];
    }

    /** Moves to the part that begins at point {@code from} of a row that ends before {@code to}. */
    void find(final int from, final int to) {
        final double atX = start[0] + from * step[0];
        final double atY = start[1] + from * step[1];
        final double atZ = start[2] + from * step[2];
        x = clamp((int)atX, lastX);
        y = clamp((int)atY, lastY);
        z = clamp((int)atZ, lastZ);
        u = (float)(atX - x);
        v = (float)(atY - y);
        w = (float)(atZ - z);
        final double alongX = pointsBefore(atX - x, perVoxel[0]);
        final double alongY = pointsBefore(atY - y, perVoxel[1]);
        final double alongZ = pointsBefore(atZ - z, perVoxel[2]);
        double points = to - from < lastX - x + 1 ? to - from : lastX - x + 1;
        points = alongX < points ? alongX : points;
        points = alongY < points ? alongY : points;
        points = alongZ < points ? alongZ : points;
        end = points > 1 ? from + (int)points : from + 1;
    }

    private static int clamp(final int voxel, final int last) {
        return voxel < 0 ? 0 : voxel > last ? last : voxel;
    }

    /**
     * About the number of points until one leaves [0, 1); a point beyond is interpolated from the same voxels, which is
     * continuous.
     *
     * @param perVoxel points until the position has changed by one; infinite if it does not change
     */
    private static double pointsBefore(final double fraction, final double perVoxel) {
        return perVoxel > 0 ? (1 - fraction) * perVoxel + OVERLAP : fraction * -perVoxel + OVERLAP;
    }
}
