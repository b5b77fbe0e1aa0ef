// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import org.electrode4d.transport.mesh.MeshPart;
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
            final FacetGeometry geometry = FacetGeometry.of(part, facet);
            areas[facet] = geometry.area();
            if (kinds[facet] == SurfaceKind.SEI) {
                sei[facet] = thickness.at(geometry.middle(), geometry.normal());
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
}
