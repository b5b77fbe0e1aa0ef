// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/** What tells good elements from bad ones; each is best for equilateral triangles and regular tetrahedra. */
public enum QualityMeasure {

    /**
     * The smallest angle of a triangle, at most 60 degrees; of a tetrahedron that between two of its faces, at most
     * 70.53. Small angles spoil the condition of stiffness matrices.
     */
    SMALLEST_ANGLE(90) {
        @Override
        double of(final ElementShape shape) {
            return Math.toDegrees(shape.smallestAngle());
        }
    },

    /** Dimension times the radius of the inscribed over that of the circumscribed circle or sphere, 0 to 1. */
    RADIUS_RATIO(1) {
        @Override
        double of(final ElementShape shape) {
            return shape.radiusRatio();
        }
    },

    /** The shortest over the longest edge, 0 to 1. */
    EDGE_RATIO(1) {
        @Override
        double of(final ElementShape shape) {
            return shape.edgeRatio();
        }
    };

    private final double range;

    QualityMeasure(final double range) {
        this.range = range;
    }

    /** Values lie between 0 and this. */
    public double range() {
        return range;
    }

    abstract double of(ElementShape shape);
}
