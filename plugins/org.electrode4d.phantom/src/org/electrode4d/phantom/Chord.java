// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * How a row of voxels passes a body: along a row that is straight in the reference state, the squared distance from a
 * centre is {@code d² + s² (x - t)²}, with d the least distance, t where it is reached and s the reference length of a
 * step of one voxel. A working object, set again and again while rendering.
 */
public final class Chord {

    // t is a multiple of a millionth of a voxel, so that rows which pass a body alike do so to the last bit
    private static final double FINENESS = 0x1p20;

    private double nearest;
    private double squaredDistance;
    private double squaredStep;
    private int from;
    private int to;

    Chord() {
        // set before use
    }

    /**
     * Sets the chord along a line.
     *
     * @param lines position of x = 0 and step along x in the reference state, and the step's length squared and the
     *            inverse of that: eight numbers from {@code at} on
     * @param min first voxel that is wanted
     * @param max one past the last
     * @return whether any wanted voxel is within the body's reach
     */
    boolean set(final Body body, final double[] lines, final int at, final int min, final int max) {
        final double ax = lines[at] - body.x();
        final double ay = lines[at + 1] - body.y();
        final double az = lines[at + 2] - body.z();
        final double sx = lines[at + 3];
        final double sy = lines[at + 4];
        final double sz = lines[at + 5];
        squaredStep = lines[at + 6];
        final double inverse = lines[at + 7];
        nearest = Math.rint(-(ax * sx + ay * sy + az * sz) * inverse * FINENESS) / FINENESS;
        final double dx = ax + nearest * sx;
        final double dy = ay + nearest * sy;
        final double dz = az + nearest * sz;
        squaredDistance = dx * dx + dy * dy + dz * dz;
        final double rest = body.reach() * body.reach() - squaredDistance;
        if (rest < 0) {
            return false;
        }
        final double half = Math.sqrt(rest * inverse);
        from = Math.max(min, (int)Math.ceil(nearest - half));
        to = Math.min(max, (int)Math.floor(nearest + half) + 1);
        return from < to;
    }

    /** x of the first voxel within reach. */
    public int from() {
        return from;
    }

    /** One past x of the last voxel within reach. */
    public int to() {
        return to;
    }

    /** t, voxels along x. */
    public double nearest() {
        return nearest;
    }

    /** d², voxels² of the reference state. */
    public double squaredDistance() {
        return squaredDistance;
    }

    /** s², voxels² of the reference state. */
    public double squaredStep() {
        return squaredStep;
    }
}
