// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.Point;

/**
 * The surface of a particle: what each facet of its mesh faces, in parallel arrays in the order of the facets of the
 * part. A particle in the plane counts as one µm thick.
 *
 * @param part the mesh of the particle
 * @param kinds what passes
 * @param areas µm²
 * @param seiThickness nm; 0 where there is no SEI
 */
public record ParticleSurface(MeshPart part, SurfaceKind[] kinds, double[] areas, double[] seiThickness) {

    /** How thick the SEI is at a place. */
    @FunctionalInterface
    public interface Thickness {

        /**
         * @param place on the surface, µm
         * @param normal outward, of length one
         * @return nm
         */
        double at(Point place, Point normal);
    }

    /** Tells what the facets of a particle face. */
    public static ParticleSurface of(final MeshPart part, final SurfacePhases phases, final Thickness thickness) {
        final MeshPart.Boundary boundary = part.boundary();
        final SurfaceKind[] kinds = new SurfaceKind[boundary.size()];
        final double[] areas = new double[kinds.length];
        final double[] sei = new double[kinds.length];
        for (int facet = 0; facet < kinds.length; facet++) {
            kinds[facet] = phases.kind(boundary.beyond()[facet]);
            final Point areaVector = areaVector(part, facet);
            areas[facet] = areaVector.norm();
            if (kinds[facet] == SurfaceKind.SEI) {
                sei[facet] = thickness.at(middle(part, facet), areaVector.times(1 / areas[facet]));
            }
        }
        return new ParticleSurface(part, kinds, areas, sei);
    }

    /** Area that faces one thing, µm². */
    public double area(final SurfaceKind kind) {
        double area = 0;
        for (int facet = 0; facet < kinds.length; facet++) {
            area += kinds[facet] == kind ? areas[facet] : 0;
        }
        return area;
    }

    /** Area that lithium ions pass, µm². */
    public double ionicArea() {
        return area(SurfaceKind.FREE) + area(SurfaceKind.SEI);
    }

    /** Mean thickness of the SEI by area, nm; NaN where there is none. */
    public double meanSeiThickness() {
        double sum = 0;
        for (int facet = 0; facet < kinds.length; facet++) {
            sum += kinds[facet] == SurfaceKind.SEI ? areas[facet] * seiThickness[facet] : 0;
        }
        return sum / area(SurfaceKind.SEI);
    }

    /** The vertices of a facet: two in the plane, three in space. */
    static int[] vertices(final MeshPart part, final int facet) {
        final SimplexMesh mesh = part.mesh();
        final int[] vertices = new int[mesh.dimension()];
        int count = 0;
        for (int corner = 0; corner <= mesh.dimension(); corner++) {
            if (corner != part.boundary().opposite()[facet]) {
                vertices[count++] = mesh.vertex(part.boundary().cells()[facet], corner);
            }
        }
        return vertices;
    }

    private static Point middle(final MeshPart part, final int facet) {
        final int[] vertices = vertices(part, facet);
        Point sum = Point.ORIGIN;
        for (final int vertex : vertices) {
            sum = sum.plus(point(part.mesh(), vertex));
        }
        return sum.times(1.0 / vertices.length);
    }

    /** Outward, as long as the area of the facet. */
    private static Point areaVector(final MeshPart part, final int facet) {
        final int[] vertices = vertices(part, facet);
        final Point first = point(part.mesh(), vertices[0]);
        final Point a = point(part.mesh(), vertices[1]).minus(first);
        final Point b = vertices.length == 2 ? new Point(0, 0, 2) : point(part.mesh(), vertices[2]).minus(first);
        final Point half = new Point(a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(),
            a.x() * b.y() - a.y() * b.x()).times(0.5);
        final Point inward = point(part.mesh(), part.mesh().vertex(part.boundary().cells()[facet],
            part.boundary().opposite()[facet])).minus(first);
        return half.dot(inward) > 0 ? half.times(-1) : half;
    }

    private static Point point(final SimplexMesh mesh, final int vertex) {
        return new Point(mesh.coordinate(vertex, 0), mesh.coordinate(vertex, 1),
            mesh.dimension() == 3 ? mesh.coordinate(vertex, 2) : 0);
    }
}
