// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.Arrays;

import org.electrode4d.transport.linear.SparsityPattern;
import org.electrode4d.volume.Progress;

/** Finds which nodes share an element. */
final class NodePattern {

    private static final int CHECK = 1 << 14;

    private NodePattern() {
    }

    /**
     * @param cellNodes the nodes of each element, {@code width} after each other
     * @param size the number of nodes
     */
    static SparsityPattern of(final int[] cellNodes, final int width, final int size,
        final Progress progress) {
        final int[] cellStarts = new int[size + 1];
        for (final int node : cellNodes) {
            cellStarts[node + 1]++;
        }
        for (int node = 0; node < size; node++) {
            cellStarts[node + 1] += cellStarts[node];
        }
        final int[] next = Arrays.copyOf(cellStarts, size);
        final int[] cells = new int[cellNodes.length];
        for (int i = 0; i < cellNodes.length; i++) {
            cells[next[cellNodes[i]]++] = i / width;
        }
        final int[] starts = new int[size + 1];
        final int[] seen = new int[size];
        Arrays.fill(seen, -1);
        int[] indices = new int[Math.max(16, cellNodes.length * 2)];
        for (int node = 0; node < size; node++) {
            if (node % CHECK == 0) {
                progress.check();
            }
            int end = starts[node];
            for (int i = cellStarts[node]; i < cellStarts[node + 1]; i++) {
                if (end + width > indices.length) {
                    indices = Arrays.copyOf(indices, indices.length + indices.length / 2);
                }
                end = addCell(cellNodes, cells[i] * width, width, seen, node, indices, end);
            }
            Arrays.sort(indices, starts[node], end);
            starts[node + 1] = end;
        }
        return new SparsityPattern(size, size, starts, Arrays.copyOf(indices, starts[size]));
    }

    private static int addCell(final int[] cellNodes, final int first, final int width, final int[] seen,
        final int node, final int[] indices, final int start) {
        int end = start;
        for (int i = first; i < first + width; i++) {
            if (seen[cellNodes[i]] != node) {
                seen[cellNodes[i]] = node;
                indices[end++] = cellNodes[i];
            }
        }
        return end;
    }
}
