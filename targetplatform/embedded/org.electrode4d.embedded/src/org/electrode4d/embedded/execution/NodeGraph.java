// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

import org.electrode4d.embedded.workflow.Connection;
import org.electrode4d.embedded.workflow.Workflow;
import org.electrode4d.embedded.workflow.WorkflowNode;

/** Order of the nodes of a workflow: every node behind those it takes from. */
final class NodeGraph {

    private final Workflow workflow;

    NodeGraph(final Workflow workflow) {
        this.workflow = workflow;
    }

    /**
     * Numbers of all nodes by depth, then by number.
     *
     * @throws IllegalStateException if wires run in a circle; names the nodes
     */
    List<Integer> order() {
        final Map<Integer, Integer> depth = new HashMap<>();
        final List<Integer> open = new ArrayList<>(workflow.nodes().stream().map(WorkflowNode::id).toList());
        boolean advanced = true;
        while (advanced && !open.isEmpty()) {
            final List<Integer> ready = open.stream().filter(id -> predecessors(id).stream()
                .allMatch(depth::containsKey)).toList();
            for (int id : ready) {
                depth.put(id, 1 + predecessors(id).stream().mapToInt(depth::get).max().orElse(-1));
            }
            open.removeAll(ready);
            advanced = !ready.isEmpty();
        }
        if (!open.isEmpty()) {
            throw new IllegalStateException("The connections of the nodes " + titles(open)
                + " run in a circle; the embedded platform runs workflows without loops only.");
        }
        return depth.keySet().stream().sorted(Comparator.comparing((Integer id) -> depth.get(id))
            .thenComparing(Comparator.naturalOrder())).toList();
    }

    private List<Integer> predecessors(final int id) {
        return workflow.incoming(id).stream().map(Connection::source).toList();
    }

    /** The node and all that take from it, directly or not. */
    Set<Integer> downstream(final int start) {
        return reach(start, id -> workflow.outgoing(id).stream().map(Connection::target).toList());
    }

    /** The node and all that it takes from, directly or not. */
    Set<Integer> upstream(final int start) {
        return reach(start, this::predecessors);
    }

    private static Set<Integer> reach(final int start, final IntFunction<List<Integer>> neighbours) {
        final Set<Integer> reached = new HashSet<>();
        final Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            final int id = open.removeFirst();
            if (reached.add(id)) {
                open.addAll(neighbours.apply(id));
            }
        }
        return reached;
    }

    private List<String> titles(final List<Integer> ids) {
        return ids.stream().map(id -> workflow.node(id).orElseThrow().title()).toList();
    }
}
