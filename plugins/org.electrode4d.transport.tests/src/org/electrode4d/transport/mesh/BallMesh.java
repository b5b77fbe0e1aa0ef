// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/** A ball around the origin in tetrahedra whose outer vertices lie on its sphere, with a shell around it. */
public final class BallMesh {

    public static final int BALL = 1;
    /** The phase of one layer of tetrahedra around the ball: what lies beyond the facets of the ball. */
    public static final int SHELL = 0;

    private BallMesh() {
    }

    /**
     * @param radius of the ball, µm
     * @param edges along a radius; 8 edges³ tetrahedra are the ball
     */
    public static SimplexMesh of(final double radius, final int edges) {
        return LatticeSimplices.round(3, radius, edges);
    }

    /** The ball alone; beyond all its facets is {@link #SHELL}. */
    public static MeshPart part(final double radius, final int edges) {
        return MeshParts.of(of(radius, edges), phase -> phase == BALL);
    }
}
