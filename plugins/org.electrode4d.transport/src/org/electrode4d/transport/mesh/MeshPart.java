// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/**
 * Some phases of a mesh, and what lies beyond their boundary.
 *
 * @param mesh elements of these phases alone, with vertices numbered anew
 * @param boundary the facets (edges in the plane, triangles in space) of the part that have no element of the part on
 *     their other side
 */
public record MeshPart(SimplexMesh mesh, Boundary boundary) {

    /** Beyond a facet the volume ends. */
    public static final int OUTSIDE = -1;

    /**
     * Facets, in parallel arrays.
     *
     * @param cells the element of each facet
     * @param opposite the corner of that element, 0 to dimension, that does not belong to the facet
     * @param beyond the phase on the other side, or {@link #OUTSIDE}
     */
    public record Boundary(int[] cells, int[] opposite, int[] beyond) {

        public int size() {
            return cells.length;
        }
    }
}
