// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.mesh.SimplexMesh;

/** A place in a mesh at which functions are evaluated. On curved elements the place is that of the straight one. */
public final class Probe {

    /** Of an element: a place so little outside, by rounding, is in it. */
    private static final double ROUNDING = 1e-9;

    private final int[] nodes;
    private final double[] weights;

    private Probe(final int[] nodes, final double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /**
     * Finds the element; time proportional to the number of elements.
     *
     * @param name of the probe, for the message
     * @param point x, y(, z) in µm
     * @throws TransportException for a point outside of the mesh, with the nearest vertex
     */
    public static Probe at(final LagrangeSpace space, final String name, final double[] point) {
        final BarycentricPlace place = new BarycentricPlace(space.mesh());
        for (int cell = 0; cell < space.mesh().cellCount(); cell++) {
            if (place.locate(cell, point) > -ROUNDING) {
                final int[] nodes = new int[space.nodesPerCell()];
                for (int i = 0; i < nodes.length; i++) {
                    nodes[i] = space.node(cell, i);
                }
                return new Probe(nodes, space.element().values(place.coordinates()));
            }
        }
        final double[] nearest = nearest(space.mesh(), point);
        throw new TransportException(String.format(Locale.ROOT, "Probe %s at %s µm is outside of the solved phases. The "
            + "nearest place in them is %s µm, %.4g µm away.", name, text(point), text(nearest),
            Math.sqrt(square(point, nearest))));
    }

    private static double[] nearest(final SimplexMesh mesh, final double[] point) {
        double[] nearest = {};
        double least = Double.POSITIVE_INFINITY;
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            final double[] candidate = Arrays.copyOfRange(mesh.points(), vertex * mesh.dimension(),
                (vertex + 1) * mesh.dimension());
            final double distance = square(point, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static double square(final double[] a, final double[] b) {
        double sum = 0;
        for (int axis = 0; axis < a.length; axis++) {
            sum += (a[axis] - b[axis]) * (a[axis] - b[axis]);
        }
        return sum;
    }

    private static String text(final double[] point) {
        return Arrays.stream(point).mapToObj(x -> String.format(Locale.ROOT, "%.4g", x))
            .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The value of a function at the place. */
    public double value(final double[] values) {
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * values[nodes[i]];
        }
        return sum;
    }

    boolean isIn(final boolean[] set) {
        return set[nodes[0]];
    }
}
