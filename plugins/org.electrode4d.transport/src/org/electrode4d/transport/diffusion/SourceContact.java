// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import org.electrode4d.transport.linear.SparsityPattern;

/** Which nodes are connected with a source. */
final class SourceContact {

    private final int[] parent;
    private final boolean[] reached;

    private SourceContact(final int size) {
        parent = new int[size];
        reached = new boolean[size];
        for (int node = 0; node < size; node++) {
            parent[node] = node;
        }
    }

    /** @param load positive at the nodes of a source */
    static boolean[] of(final SparsityPattern pattern, final double[] load) {
        final SourceContact contact = new SourceContact(load.length);
        for (int node = 0; node < load.length; node++) {
            for (int entry = pattern.starts()[node]; entry < pattern.starts()[node + 1]; entry++) {
                contact.join(node, pattern.indices()[entry]);
            }
        }
        for (int node = 0; node < load.length; node++) {
            if (load[node] > 0) {
                contact.reached[contact.root(node)] = true;
            }
        }
        final boolean[] result = new boolean[load.length];
        for (int node = 0; node < load.length; node++) {
            result[node] = contact.reached[contact.root(node)];
        }
        return result;
    }

    private void join(final int a, final int b) {
        parent[root(a)] = root(b);
    }

    private int root(final int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
