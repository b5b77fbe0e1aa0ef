// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.electrode4d.transport.diffusion.LagrangeSpace;
import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.Point;

/** Meshes of bodies whose lithiation is known. */
final class TestBodies {

    /** Labels of phases that the tests put around bodies. */
    static final int PORE = 0;
    static final int CBD = 1;
    static final int SEI = 4;
    static final SurfacePhases PHASES = new SurfacePhases(List.of(PORE), List.of(CBD), List.of(SEI));

    private TestBodies() {
    }

    /** Linear elements. */
    static ParticleModel model(final MeshPart part, final ActiveMaterial material, final double sei) {
        return ParticleModel.of(ParticleSurface.of(part, PHASES, (place, normal) -> sei), material, 1);
    }

    /** Quadratic elements of a ball of radius one µm that end on the sphere. */
    static ParticleModel curved(final MeshPart part, final ActiveMaterial material) {
        final LagrangeSpace space = LagrangeSpace.curved(part.mesh(), part.boundary(), place -> {
            final double norm = Math.sqrt(place[0] * place[0] + place[1] * place[1] + place[2] * place[2]);
            return new double[] {place[0] / norm, place[1] / norm, place[2] / norm};
        });
        return ParticleModel.of(space, ParticleSurface.of(part, PHASES, (place, normal) -> 0), material);
    }

    /**
     * A ball about the origin: eight tetrahedra that make an octahedron, divided into eight again and again, and at the
     * end bent so that their outermost vertices lie on the sphere.
     *
     * @param radius µm
     * @param beyond what a facet with its middle in this direction faces
     */
    static MeshPart ball(final int divisions, final double radius, final Function<Point, Integer> beyond) {
        return octahedron(divisions, point -> {
            final double size = Math.abs(point[0]) + Math.abs(point[1]) + Math.abs(point[2]);
            final double norm = Math.sqrt(point[0] * point[0] + point[1] * point[1] + point[2] * point[2]);
            for (int axis = 0; axis < 3 && norm > 0; axis++) {
                point[axis] *= radius * size / norm;
            }
        }, beyond);
    }

    /** A ball of radius one µm with vertices on the circle z = 1/2: planes across z become circles of latitude. */
    static MeshPart ballWithCircle(final int divisions, final Function<Point, Integer> beyond) {
        return octahedron(divisions, point -> {
            final double size = Math.abs(point[0]) + Math.abs(point[1]) + Math.abs(point[2]);
            final double width = Math.abs(point[0]) + Math.abs(point[1]);
            final double height = size == 0 ? 0 : point[2] / size;
            final double latitude = Math.PI / 2 * height * (5 + 4 * height * height) / 9;
            final double longitude = width == 0 ? 0 : Math.PI / 2 * Math.abs(point[1]) / width;
            point[0] = Math.copySign(size * Math.cos(latitude) * Math.cos(longitude), point[0]);
            point[1] = Math.copySign(size * Math.cos(latitude) * Math.sin(longitude), point[1]);
            point[2] = size * Math.sin(latitude);
        }, beyond);
    }

    private static MeshPart octahedron(final int divisions, final Consumer<double[]> bend,
        final Function<Point, Integer> beyond) {
        final List<double[]> points = new ArrayList<>(List.of(new double[] {0, 0, 0}));
        for (int axis = 0; axis < 3; axis++) {
            for (final double sign : new double[] {1, -1}) {
                final double[] point = new double[3];
                point[axis] = sign;
                points.add(point);
            }
        }
        List<int[]> cells = new ArrayList<>();
        for (int octant = 0; octant < 8; octant++) {
            cells.add(new int[] {0, 1 + (octant & 1), 3 + (octant >> 1 & 1), 5 + (octant >> 2)});
        }
        for (int i = 0; i < divisions; i++) {
            cells = divide(points, cells);
        }
        points.forEach(bend);
        return part(3, points, cells, beyond);
    }

    /** A bar from the origin along x with a square section of one µm². */
    static MeshPart bar(final int along, final int across, final double length,
        final Function<Point, Integer> beyond) {
        final List<double[]> points = new ArrayList<>();
        final List<int[]> cells = new ArrayList<>();
        final int row = along + 1;
        for (int z = 0; z <= across; z++) {
            for (int y = 0; y <= across; y++) {
                for (int x = 0; x <= along; x++) {
                    points.add(new double[] {length * x / along, y / (double)across, z / (double)across});
                    if (x < along && y < across && z < across) {
                        addCube(cells, (z * (across + 1) + y) * row + x, row, row * (across + 1));
                    }
                }
            }
        }
        return part(3, points, cells, beyond);
    }

    /** A rectangle in the plane from the origin along x, one µm high. */
    static MeshPart rectangle(final int along, final int across, final double length,
        final Function<Point, Integer> beyond) {
        final List<double[]> points = new ArrayList<>();
        final List<int[]> cells = new ArrayList<>();
        for (int y = 0; y <= across; y++) {
            for (int x = 0; x <= along; x++) {
                points.add(new double[] {length * x / along, y / (double)across});
                final int first = y * (along + 1) + x;
                if (x < along && y < across) {
                    cells.add(new int[] {first, first + 1, first + along + 2});
                    cells.add(new int[] {first, first + along + 2, first + along + 1});
                }
            }
        }
        return part(2, points, cells, beyond);
    }

    /** Six tetrahedra about the long diagonal. */
    private static void addCube(final List<int[]> cells, final int first, final int y, final int z) {
        final int[] steps = {1, y, z};
        for (final int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            final int second = first + steps[order[0]];
            final int third = second + steps[order[1]];
            cells.add(new int[] {first, second, third, third + steps[order[2]]});
        }
    }

    private static List<int[]> divide(final List<double[]> points, final List<int[]> cells) {
        final Map<Long, Integer> middles = new HashMap<>();
        final List<int[]> divided = new ArrayList<>();
        for (final int[] c : cells) {
            final int[] m = new int[6];
            int edge = 0;
            for (int i = 0; i < 4; i++) {
                for (int j = i + 1; j < 4; j++) {
                    m[edge++] = middle(points, middles, c[i], c[j]);
                }
            }
            divided.addAll(List.of(new int[] {c[0], m[0], m[1], m[2]}, new int[] {m[0], c[1], m[3], m[4]},
                new int[] {m[1], m[3], c[2], m[5]}, new int[] {m[2], m[4], m[5], c[3]},
                new int[] {m[0], m[1], m[2], m[4]}, new int[] {m[0], m[1], m[3], m[4]},
                new int[] {m[1], m[2], m[4], m[5]}, new int[] {m[1], m[3], m[4], m[5]}));
        }
        return divided;
    }

    private static int middle(final List<double[]> points, final Map<Long, Integer> middles, final int a,
        final int b) {
        return middles.computeIfAbsent((long)Math.min(a, b) << Integer.SIZE | Math.max(a, b), edge -> {
            final double[] middle = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                middle[axis] = (points.get(a)[axis] + points.get(b)[axis]) / 2;
            }
            points.add(middle);
            return points.size() - 1;
        });
    }

    private static MeshPart part(final int dimension, final List<double[]> points, final List<int[]> cells,
        final Function<Point, Integer> beyond) {
        final double[] coordinates = points.stream().flatMapToDouble(Arrays::stream).toArray();
        for (final int[] cell : cells) {
            if (determinant(dimension, points, cell) < 0) {
                final int first = cell[0];
                cell[0] = cell[1];
                cell[1] = first;
            }
        }
        final SimplexMesh mesh = new SimplexMesh(dimension, coordinates,
            cells.stream().flatMapToInt(Arrays::stream).toArray(), new int[cells.size()]);
        return new MeshPart(mesh, boundary(mesh, points, beyond));
    }

    private static MeshPart.Boundary boundary(final SimplexMesh mesh, final List<double[]> points,
        final Function<Point, Integer> beyond) {
        final Map<String, int[]> open = new HashMap<>();
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            for (int opposite = 0; opposite <= mesh.dimension(); opposite++) {
                final String facet = Arrays.toString(facet(mesh, cell, opposite));
                if (open.remove(facet) == null) {
                    open.put(facet, new int[] {cell, opposite});
                }
            }
        }
        final List<int[]> facets = open.values().stream()
            .sorted((a, b) -> a[0] != b[0] ? a[0] - b[0] : a[1] - b[1]).toList();
        return new MeshPart.Boundary(facets.stream().mapToInt(f -> f[0]).toArray(),
            facets.stream().mapToInt(f -> f[1]).toArray(), facets.stream().mapToInt(f -> {
                final double[] sum = new double[3];
                final int[] corners = facet(mesh, f[0], f[1]);
                for (final int corner : corners) {
                    for (int axis = 0; axis < mesh.dimension(); axis++) {
                        sum[axis] += points.get(corner)[axis] / corners.length;
                    }
                }
                return beyond.apply(new Point(sum[0], sum[1], sum[2]));
            }).toArray());
    }

    private static int[] facet(final SimplexMesh mesh, final int cell, final int opposite) {
        final int[] facet = new int[mesh.dimension()];
        int count = 0;
        for (int corner = 0; corner <= mesh.dimension(); corner++) {
            if (corner != opposite) {
                facet[count++] = mesh.vertex(cell, corner);
            }
        }
        Arrays.sort(facet);
        return facet;
    }

    private static double determinant(final int dimension, final List<double[]> points, final int[] cell) {
        final double[][] e = new double[3][];
        for (int i = 0; i < dimension; i++) {
            final double[] a = points.get(cell[0]);
            final double[] b = points.get(cell[i + 1]);
            e[i] = new double[] {b[0] - a[0], b[1] - a[1], dimension == 3 ? b[2] - a[2] : 0};
        }
        if (dimension == 2) {
            return e[0][0] * e[1][1] - e[0][1] * e[1][0];
        }
        return e[0][0] * (e[1][1] * e[2][2] - e[1][2] * e[2][1]) + e[0][1] * (e[1][2] * e[2][0] - e[1][0] * e[2][2])
            + e[0][2] * (e[1][0] * e[2][1] - e[1][1] * e[2][0]);
    }
}
