// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.Arrays;

import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.transport.linear.SparsityPattern;
import org.electrode4d.volume.Progress;

/** Matrices and vectors of integrals over the elements of a space, assembled in the order of the elements. */
public final class Assembly {

    private static final int CHECK = 1 << 14;

    private final LagrangeSpace space;
    private final Progress progress;
    private final ElementIntegrals integrals;
    private final int[] locals;
    private final double[] points;
    private final double[] local;

    public Assembly(final LagrangeSpace space) {
        this(space, Progress.NONE);
    }

    /** @param progress that cancels an assembly */
    public Assembly(final LagrangeSpace space, final Progress progress) {
        this.space = space;
        this.progress = progress;
        integrals = new ElementIntegrals(space.element(), space.mesh().dimension());
        locals = new int[space.nodesPerCell()];
        Arrays.setAll(locals, i -> i);
        points = new double[locals.length * space.mesh().dimension()];
        local = new double[locals.length * locals.length];
    }

    /** What is integrated over one element. */
    @FunctionalInterface
    private interface Integral {
        void of(double[] points, boolean curved, double[] result);
    }

    /**
     * The integrals of products of basis functions.
     *
     * @param coefficients a factor per element, such as the porosity
     */
    public SparseMatrix mass(final double[] coefficients) {
        return matrix(integrals::mass, coefficients);
    }

    /**
     * The integrals of products of gradients of basis functions.
     *
     * @param coefficients a factor per element, such as the diffusivity in µm²/s
     */
    public SparseMatrix stiffness(final double[] coefficients) {
        return matrix(integrals::stiffness, coefficients);
    }

    private SparseMatrix matrix(final Integral integral, final double[] coefficients) {
        final SparseMatrix matrix = new SparseMatrix(space.pattern());
        final int nodes = locals.length;
        for (int cell = 0; cell < space.mesh().cellCount(); cell++) {
            if (cell % CHECK == 0) {
                progress.check();
            }
            space.copyPoints(cell, locals, points);
            integral.of(points, space.isCurved(cell), local);
            for (int i = 0; i < nodes; i++) {
                for (int j = 0; j < nodes; j++) {
                    matrix.add(space.node(cell, i), space.node(cell, j), coefficients[cell] * local[i * nodes + j]);
                }
            }
        }
        return matrix;
    }

    /** The integrals of basis functions times a field. */
    public double[] load(final ScalarField field) {
        final double[] load = new double[space.size()];
        for (int cell = 0; cell < space.mesh().cellCount(); cell++) {
            space.copyPoints(cell, locals, points);
            integrals.integrals(points, space.isCurved(cell), field, local);
            for (int i = 0; i < locals.length; i++) {
                load[space.node(cell, i)] += local[i];
            }
        }
        return load;
    }

    /** Area in µm² or volume in µm³ of each element. */
    public double[] measures() {
        final double[] measures = new double[space.mesh().cellCount()];
        for (int cell = 0; cell < measures.length; cell++) {
            if (cell % CHECK == 0) {
                progress.check();
            }
            space.copyPoints(cell, locals, points);
            measures[cell] = integrals.measure(points, space.isCurved(cell));
        }
        return measures;
    }

    /**
     * A matrix that turns the values at the nodes into integrals over groups of elements.
     *
     * @param groups the group of each element, from 0; a negative number is none
     * @param count the number of groups
     * @param coefficients a factor per element
     */
    public SparseMatrix integrals(final int[] groups, final int count, final double[] coefficients) {
        final SparseMatrix matrix = new SparseMatrix(groupPattern(groups, count));
        for (int cell = 0; cell < groups.length; cell++) {
            if (cell % CHECK == 0) {
                progress.check();
            }
            if (groups[cell] >= 0) {
                space.copyPoints(cell, locals, points);
                integrals.integrals(points, space.isCurved(cell), local);
                for (int i = 0; i < locals.length; i++) {
                    matrix.add(groups[cell], space.node(cell, i), coefficients[cell] * local[i]);
                }
            }
        }
        return matrix;
    }

    private SparsityPattern groupPattern(final int[] groups, final int count) {
        final int[] room = new int[count + 1];
        for (final int group : groups) {
            if (group >= 0) {
                room[group + 1] += locals.length;
            }
        }
        for (int group = 0; group < count; group++) {
            room[group + 1] += room[group];
        }
        final int[] next = Arrays.copyOf(room, count);
        final int[] found = new int[room[count]];
        for (int cell = 0; cell < groups.length; cell++) {
            for (int i = 0; i < locals.length && groups[cell] >= 0; i++) {
                found[next[groups[cell]]++] = space.node(cell, i);
            }
        }
        final int[] starts = new int[count + 1];
        int size = 0;
        for (int group = 0; group < count; group++) {
            Arrays.sort(found, room[group], room[group + 1]);
            for (int i = room[group]; i < room[group + 1]; i++) {
                if (i == room[group] || found[i] != found[size - 1]) {
                    found[size++] = found[i];
                }
            }
            starts[group + 1] = size;
        }
        return new SparsityPattern(count, space.size(), starts, Arrays.copyOf(found, size));
    }
}
