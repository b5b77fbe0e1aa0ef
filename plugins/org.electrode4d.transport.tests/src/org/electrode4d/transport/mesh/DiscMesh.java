// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/** A disc around the origin in triangles whose outer vertices lie on its circle, with a ring around it. */
public final class DiscMesh {

    public static final int DISC = 1;
    /** The phase of one layer of triangles around the disc: what lies beyond the facets of the disc. */
    public static final int RING = 0;

    private DiscMesh() {
    }

    /**
     * @param radius of the disc, µm
     * @param edges along a radius; 4 edges² triangles are the disc
     */
    public static SimplexMesh of(final double radius, final int edges) {
        return LatticeSimplices.round(2, radius, edges);
    }

    /** The disc alone; beyond all its facets is {@link #RING}. */
    public static MeshPart part(final double radius, final int edges) {
        return MeshParts.of(of(radius, edges), phase -> phase == DISC);
    }
}
