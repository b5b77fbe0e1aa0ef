// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/** The shape of one element after the other: edges, angles and radii. Used by one thread. */
final class ElementShape {

    private final SimplexMesh mesh;
    private final int corners;
    private final double[][] at;
    private final double[] cross = new double[3];

    ElementShape(final SimplexMesh mesh) {
        this.mesh = mesh;
        corners = mesh.dimension() + 1;
        at = new double[corners][3];
    }

    void take(final int cell) {
        for (int corner = 0; corner < corners; corner++) {
            for (int axis = 0; axis < mesh.dimension(); axis++) {
                at[corner][axis] = mesh.coordinate(mesh.vertex(cell, corner), axis);
            }
        }
    }

    /** Area in µm² or volume in µm³. */
    double measure() {
        if (corners == 3) {
            return doubleArea(0, 1, 2) / 2;
        }
        cross(0, 1, 2);
        double sixfold = 0;
        for (int axis = 0; axis < 3; axis++) {
            sixfold += cross[axis] * (at[3][axis] - at[0][axis]);
        }
        return Math.abs(sixfold) / 6;
    }

    /** Length in µm or area in µm² of the facet opposite to a corner. */
    double facet(final int opposite) {
        final int a = (opposite + 1) % corners;
        final int b = (opposite + 2) % corners;
        return corners == 3 ? length(a, b) : doubleArea(a, b, (opposite + 3) % corners) / 2;
    }

    double edgeRatio() {
        double shortest = Double.POSITIVE_INFINITY;
        double longest = 0;
        for (int a = 0; a < corners; a++) {
            for (int b = a + 1; b < corners; b++) {
                final double length = length(a, b);
                shortest = Math.min(shortest, length);
                longest = Math.max(longest, length);
            }
        }
        return shortest / longest;
    }

    double radiusRatio() {
        return corners == 3 ? triangleRatio() : tetrahedronRatio();
    }

    /** In radians. */
    double smallestAngle() {
        double smallest = Math.PI;
        for (int a = 0; a < corners; a++) {
            if (corners == 3) {
                final double dot = dot(a, (a + 1) % 3, (a + 2) % 3);
                smallest = Math.min(smallest, Math.atan2(doubleArea(0, 1, 2), dot));
            }
            for (int b = a + 1; b < corners && corners == 4; b++) {
                smallest = Math.min(smallest, dihedral(a, b));
            }
        }
        return smallest;
    }

    /** 2 r / R with r = 2 A / (a + b + c) and R = a b c / (4 A). */
    private double triangleRatio() {
        final double a = length(1, 2);
        final double b = length(2, 0);
        final double c = length(0, 1);
        final double area = measure();
        return 16 * area * area / ((a + b + c) * a * b * c);
    }

    /**
     * 3 r / R with r = 3 V over the surface, and 6 V R the area of the triangle whose sides are the products of opposite
     * edges (Crelle).
     */
    private double tetrahedronRatio() {
        final double volume = measure();
        final double surface = (doubleArea(0, 1, 2) + doubleArea(0, 1, 3) + doubleArea(0, 2, 3)
            + doubleArea(1, 2, 3)) / 2;
        final double a = length(0, 1) * length(2, 3);
        final double b = length(0, 2) * length(1, 3);
        final double c = length(0, 3) * length(1, 2);
        final double crelle = Math.sqrt((a + b + c) * (a + b - c) * (a - b + c) * (b + c - a)) / 4;
        return 54 * volume * volume / (surface * crelle);
    }

    /** Between the faces at an edge: 1.5 V l = A1 A2 sin for the sine, the faces' normals for the cosine. */
    private double dihedral(final int a, final int b) {
        int c = 0;
        while (c == a || c == b) {
            c++;
        }
        final int d = 6 - a - b - c;
        cross(a, b, c);
        final double x = cross[0];
        final double y = cross[1];
        final double z = cross[2];
        cross(a, b, d);
        final double cosine = x * cross[0] + y * cross[1] + z * cross[2];
        return Math.atan2(6 * measure() * length(a, b), cosine);
    }

    private double length(final int a, final int b) {
        return Math.sqrt(dot(a, b, b));
    }

    private double dot(final int from, final int a, final int b) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            sum += (at[a][axis] - at[from][axis]) * (at[b][axis] - at[from][axis]);
        }
        return sum;
    }

    private double doubleArea(final int a, final int b, final int c) {
        cross(a, b, c);
        return Math.sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]);
    }

    private void cross(final int from, final int a, final int b) {
        for (int axis = 0; axis < 3; axis++) {
            final int next = (axis + 1) % 3;
            final int last = (axis + 2) % 3;
            cross[axis] = (at[a][next] - at[from][next]) * (at[b][last] - at[from][last])
                - (at[a][last] - at[from][last]) * (at[b][next] - at[from][next]);
        }
    }
}
