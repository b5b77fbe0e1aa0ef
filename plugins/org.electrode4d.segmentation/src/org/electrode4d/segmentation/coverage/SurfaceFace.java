// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.coverage;

/** A face between a voxel of a particle and one that is not of it; a cursor that moves over the faces of a block. */
final class SurfaceFace {

    private final int[] inside = new int[3];
    private int label;
    private int axis;
    private int direction;

    void move(final int x, final int y, final int z, final int ofLabel) {
        inside[0] = x;
        inside[1] = y;
        inside[2] = z;
        label = ofLabel;
    }

    /** @param towards 1 or -1 along the axis */
    void turn(final int ofAxis, final int towards) {
        axis = ofAxis;
        direction = towards;
    }

    int label() {
        return label;
    }

    int axis() {
        return axis;
    }

    int direction() {
        return direction;
    }

    /** Coordinate of the voxel of the particle. */
    int inside(final int along) {
        return inside[along];
    }

    /** Coordinate of the voxel beyond the face. */
    int outside(final int along) {
        return along == axis ? inside[along] + direction : inside[along];
    }
}
