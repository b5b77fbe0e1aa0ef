// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.acquisition.protocol.Step;
import org.electrode4d.acquisition.protocol.Step.Loop;

/**
 * A place in the nested steps of a protocol.
 *
 * @param steps of the protocol
 * @param path index of a step in the protocol, then in the loop that it is in, and so on
 */
record ProtocolCursor(List<Step> steps, List<Integer> path) {

    /** Whether there is a step there, and not a loop. */
    static boolean fits(final List<Step> steps, final List<Integer> path) {
        List<Step> level = steps;
        for (int depth = 0; depth < path.size(); depth++) {
            final int index = path.get(depth);
            if (index < 0 || index >= level.size()) {
                return false;
            }
            final boolean leaf = depth == path.size() - 1;
            if (level.get(index) instanceof Loop loop) {
                if (leaf) {
                    return false;
                }
                level = loop.steps();
            } else if (!leaf) {
                return false;
            }
        }
        return !path.isEmpty();
    }

    Step step() {
        return siblings().get(last());
    }

    /** Number of loops around the step. */
    int depth() {
        return path.size() - 1;
    }

    /** The loop around it at a depth; 0 is the outermost. */
    Loop loop(final int depth) {
        return (Loop) outer(depth).step();
    }

    /** The place of the loop around it at a depth. */
    ProtocolCursor outer(final int depth) {
        return new ProtocolCursor(steps, path.subList(0, depth + 1));
    }

    boolean hasNext() {
        return last() + 1 < siblings().size();
    }

    ProtocolCursor next() {
        return sibling(last() + 1);
    }

    /** The first step of the loop that it is in. */
    ProtocolCursor first() {
        return sibling(0);
    }

    /** The first step of the loop that is there. */
    ProtocolCursor inside() {
        final List<Integer> inner = new ArrayList<>(path);
        inner.add(0);
        return new ProtocolCursor(steps, List.copyOf(inner));
    }

    private ProtocolCursor sibling(final int index) {
        final List<Integer> other = new ArrayList<>(path);
        other.set(depth(), index);
        return new ProtocolCursor(steps, List.copyOf(other));
    }

    private int last() {
        return path.get(depth());
    }

    private List<Step> siblings() {
        return depth() == 0 ? steps : loop(depth() - 1).steps();
    }
}
