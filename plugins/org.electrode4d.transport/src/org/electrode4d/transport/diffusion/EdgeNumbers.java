// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.Arrays;

import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.transport.linear.SparsityPattern;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.Progress;

/**
 * The edges of a mesh, and numbers of nodes at vertices and edges: every vertex, then its edges to greater vertices.
 *
 * @param starts where the edges of each vertex begin in {@code ends}, and at the end the number of edges
 * @param ends the greater vertex of each edge, ascending for one lower vertex
 */
record EdgeNumbers(int[] starts, int[] ends) {

    private static final int CHECK = 1 << 14;

    static EdgeNumbers none(final SimplexMesh mesh) {
        return new EdgeNumbers(new int[mesh.vertexCount() + 1], new int[0]);
    }

    static EdgeNumbers of(final SimplexMesh mesh, final ReferenceElement element, final Progress progress) {
        final int vertices = mesh.vertexCount();
        final int[] room = new int[vertices + 1];
        forEach(mesh, element, progress, (low, high) -> room[low + 1]++);
        for (int vertex = 0; vertex < vertices; vertex++) {
            room[vertex + 1] += room[vertex];
        }
        final int[] next = Arrays.copyOf(room, vertices);
        final int[] found = new int[room[vertices]];
        forEach(mesh, element, progress, (low, high) -> found[next[low]++] = high);
        final int[] starts = new int[vertices + 1];
        int count = 0;
        for (int vertex = 0; vertex < vertices; vertex++) {
            Arrays.sort(found, room[vertex], room[vertex + 1]);
            for (int i = room[vertex]; i < room[vertex + 1]; i++) {
                if (i == room[vertex] || found[i] != found[count - 1]) {
                    found[count++] = found[i];
                }
            }
            starts[vertex + 1] = count;
        }
        return new EdgeNumbers(starts, Arrays.copyOf(found, count));
    }

    @FunctionalInterface
    private interface EdgeVisitor {
        void visit(int low, int high);
    }

    private static void forEach(final SimplexMesh mesh, final ReferenceElement element, final Progress progress,
        final EdgeVisitor visitor) {
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            if (cell % CHECK == 0) {
                progress.check();
            }
            for (final int[] edge : element.edges()) {
                final int a = mesh.vertex(cell, edge[0]);
                final int b = mesh.vertex(cell, edge[1]);
                visitor.visit(Math.min(a, b), Math.max(a, b));
            }
        }
    }

    int count() {
        return ends.length;
    }

    int vertexNode(final int vertex) {
        return vertex + starts[vertex];
    }

    int edgeNode(final int a, final int b) {
        final int low = Math.min(a, b);
        return low + 1 + Arrays.binarySearch(ends, starts[low], starts[low + 1], Math.max(a, b));
    }

    /** Vertices keep their values; edges have the mean of their ends. */
    SparseMatrix fromLinear() {
        final int vertices = starts.length - 1;
        final int nodes = vertices + ends.length;
        final int[] rowStarts = new int[nodes + 1];
        final int[] columns = new int[vertices + 2 * ends.length];
        int node = 0;
        int entry = 0;
        for (int vertex = 0; vertex < vertices; vertex++) {
            columns[entry++] = vertex;
            rowStarts[++node] = entry;
            for (int edge = starts[vertex]; edge < starts[vertex + 1]; edge++) {
                columns[entry++] = vertex;
                columns[entry++] = ends[edge];
                rowStarts[++node] = entry;
            }
        }
        final SparseMatrix matrix = new SparseMatrix(new SparsityPattern(nodes, vertices, rowStarts, columns));
        for (int row = 0; row < nodes; row++) {
            final int width = rowStarts[row + 1] - rowStarts[row];
            Arrays.fill(matrix.values(), rowStarts[row], rowStarts[row + 1], 1.0 / width);
        }
        return matrix;
    }
}
