// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/** A rectangle or cuboid with its first corner at the origin, and one layer of another phase before it along x. */
public final class BoxMesh {

    public static final int BOX = 1;
    /** The phase of the elements at x &lt; 0: what lies beyond the face x = 0 of the box. */
    public static final int BEFORE = 0;

    private BoxMesh() {
    }

    /**
     * @param lengths of the box, µm: two or three
     * @param edges along each of them; every rectangle becomes two triangles, every cuboid six tetrahedra
     */
    public static SimplexMesh of(final double[] lengths, final int... edges) {
        final LatticeSimplices simplices = new LatticeSimplices(lengths.length);
        final int nz = lengths.length == 2 ? 1 : edges[2];
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < edges[1]; y++) {
                for (int x = -1; x < edges[0]; x++) {
                    final int[] first = lengths.length == 2 ? new int[] {x, y} : new int[] {x, y, z};
                    for (final int[][] corners : LatticeSimplices.cube(first)) {
                        simplices.add(corners, x < 0 ? BEFORE : BOX, lattice -> place(lattice, lengths, edges));
                    }
                }
            }
        }
        return simplices.mesh();
    }

    /** The box alone; {@link #BEFORE} is beyond its face x = 0, nothing beyond the others. */
    public static MeshPart part(final double[] lengths, final int... edges) {
        return MeshParts.of(of(lengths, edges), phase -> phase == BOX);
    }

    private static double[] place(final double[] lattice, final double[] lengths, final int[] edges) {
        final double[] point = new double[lengths.length];
        for (int axis = 0; axis < point.length; axis++) {
            point[axis] = lattice[axis] * lengths[axis] / edges[axis];
        }
        return point;
    }
}
