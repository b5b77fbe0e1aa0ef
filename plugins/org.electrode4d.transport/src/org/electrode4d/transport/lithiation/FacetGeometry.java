// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.Point;

/**
 * Where a facet of a part of a mesh is. A facet in the plane counts as one µm high.
 *
 * @param middle µm
 * @param normal outward, of length one
 * @param area µm²
 */
record FacetGeometry(Point middle, Point normal, double area) {

    static FacetGeometry of(final MeshPart part, final int facet) {
        final SimplexMesh mesh = part.mesh();
        final int cell = part.boundary().cells()[facet];
        final int opposite = part.boundary().opposite()[facet];
        final Point[] corners = new Point[mesh.dimension()];
        int count = 0;
        for (int corner = 0; corner <= mesh.dimension(); corner++) {
            if (corner != opposite) {
                corners[count++] = point(mesh, mesh.vertex(cell, corner));
            }
        }
        final Point a = corners[1].minus(corners[0]);
        // in the plane twice the unit vector across it, since half of the product is taken
        final Point b = count == 2 ? new Point(0, 0, 2) : corners[2].minus(corners[0]);
        final Point product = new Point(a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(),
            a.x() * b.y() - a.y() * b.x()).times(0.5);
        final Point inward = point(mesh, mesh.vertex(cell, opposite)).minus(corners[0]);
        final double area = product.norm();
        Point middle = Point.ORIGIN;
        for (final Point corner : corners) {
            middle = middle.plus(corner.times(1.0 / count));
        }
        return new FacetGeometry(middle, product.times((product.dot(inward) > 0 ? -1 : 1) / area), area);
    }

    private static Point point(final SimplexMesh mesh, final int vertex) {
        return new Point(mesh.coordinate(vertex, 0), mesh.coordinate(vertex, 1),
            mesh.dimension() == 3 ? mesh.coordinate(vertex, 2) : 0);
    }
}
