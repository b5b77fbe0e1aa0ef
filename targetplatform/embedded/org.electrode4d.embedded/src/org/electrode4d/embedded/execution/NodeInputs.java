// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.electrode4d.embedded.workflow.Connection;
import org.electrode4d.embedded.workflow.NodeState;
import org.electrode4d.embedded.workflow.Workflow;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;

/** What the wires of a workflow bring to the inputs of its nodes. */
public final class NodeInputs {

    private final Workflow workflow;
    private final Map<Integer, NodeInstance> nodes;
    private final NodeGraph graph;

    NodeInputs(final Workflow workflow, final Map<Integer, NodeInstance> nodes, final NodeGraph graph) {
        this.workflow = workflow;
        this.nodes = nodes;
        this.graph = graph;
    }

    /** The first mandatory data input that nothing is connected to, counted from 1. */
    public Optional<Integer> free(final NodeInstance node) {
        final PortType[] types = node.inPorts();
        return IntStream.rangeClosed(1, types.length).boxed()
            .filter(port -> !types[port - 1].isOptional() && source(node, port).isEmpty()).findFirst();
    }

    /** A node before this one that is not executed. */
    public Optional<NodeInstance> unfinishedPredecessor(final NodeInstance node) {
        return predecessors(node).filter(p -> p.state() != NodeState.EXECUTED).findFirst();
    }

    /** Whether all nodes before are configured and the specs at all mandatory inputs are known. */
    boolean areSpecsKnown(final NodeInstance node) {
        final PortType[] types = node.inPorts();
        final PortObjectSpec[] specs = specs(node);
        return predecessors(node).noneMatch(p -> p.state() == NodeState.IDLE)
            && IntStream.range(0, specs.length).allMatch(i -> specs[i] != null || types[i].isOptional());
    }

    /** The specs at the data inputs; null where unknown or not connected. */
    PortObjectSpec[] specs(final NodeInstance node) {
        return collect(node, NodeInstance::outSpec).toArray(PortObjectSpec[]::new);
    }

    /** The data at the data inputs; null where not connected. */
    PortObject[] objects(final NodeInstance node) {
        return collect(node, NodeInstance::output).toArray(PortObject[]::new);
    }

    private <T> Stream<T> collect(final NodeInstance node,
        final BiFunction<NodeInstance, Integer, Optional<T>> content) {
        return IntStream.rangeClosed(1, node.inPorts().length).mapToObj(port -> source(node, port)
            .flatMap(c -> content.apply(nodes.get(c.source()), c.sourcePort() - 1)).orElse(null));
    }

    /** Flow variables that a node sees: those of the workflow, then those made by the nodes before it. */
    Map<String, FlowVariable> variables(final NodeInstance node) {
        final Map<String, FlowVariable> variables = new LinkedHashMap<>();
        workflow.variables().forEach(v -> variables.put(v.getName(), v));
        final Set<Integer> before = graph.upstream(node.id());
        nodes.values().stream().filter(n -> n != node && before.contains(n.id()))
            .forEach(n -> n.ownVariables().forEach(v -> variables.put(v.getName(), v)));
        return variables;
    }

    private Optional<Connection> source(final NodeInstance node, final int port) {
        return workflow.incoming(node.id()).stream().filter(c -> c.targetPort() == port).findFirst();
    }

    private Stream<NodeInstance> predecessors(final NodeInstance node) {
        return workflow.incoming(node.id()).stream().map(c -> nodes.get(c.source()));
    }
}
