// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;

/** A flat workflow as it is stored: nodes, wires, variables, notes and description, without data. */
public final class Workflow {

    private final SortedMap<Integer, WorkflowNode> nodes = new TreeMap<>();
    private final List<Connection> connections = new ArrayList<>();
    private final Map<Connection, NodeSettings> originalConnections = new HashMap<>();
    private final List<FlowVariable> variables = new ArrayList<>();
    private final List<Annotation> annotations = new ArrayList<>();
    private String name;
    private String customDescription;
    private Author author = Author.now();
    private EditorSettings editor;
    private WorkflowMetadata metadata = WorkflowMetadata.of("");
    private NodeSettings original;

    /** All nodes, by number. */
    public Collection<WorkflowNode> nodes() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    /** The node with that number. */
    public Optional<WorkflowNode> node(final int id) {
        return Optional.ofNullable(nodes.get(id));
    }

    public void add(final WorkflowNode node) {
        if (nodes.putIfAbsent(node.id(), node) != null) {
            throw new IllegalArgumentException("Two nodes with the number " + node.id() + ": "
                + nodes.get(node.id()).name() + " and " + node.name() + "; give each its own.");
        }
    }

    /** All wires, in the order in which they were made. */
    public List<Connection> connections() {
        return Collections.unmodifiableList(connections);
    }

    public void connect(final Connection connection) {
        connections.add(connection);
    }

    /** The wires that enter a node. */
    public List<Connection> incoming(final int node) {
        return connections.stream().filter(c -> c.target() == node).toList();
    }

    /** The wires that leave a node. */
    public List<Connection> outgoing(final int node) {
        return connections.stream().filter(c -> c.source() == node).toList();
    }

    /** The workflow variables. */
    public List<FlowVariable> variables() {
        return Collections.unmodifiableList(variables);
    }

    /** Whether a workflow variable of that name is declared. */
    public boolean declares(final String variable) {
        return variables.stream().anyMatch(v -> v.getName().equals(variable));
    }

    /** Declares a variable, or gives a declared one another value. */
    public void setVariable(final FlowVariable variable) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).getName().equals(variable.getName())) {
                variables.set(i, variable);
                return;
            }
        }
        variables.add(variable);
    }

    /** The notes on the canvas. */
    public List<Annotation> annotations() {
        return Collections.unmodifiableList(annotations);
    }

    public void annotate(final Annotation annotation) {
        annotations.add(annotation);
    }

    /** The stored name; null when the workflow is called like its folder. */
    public String name() {
        return name;
    }

    public void setName(final String newName) {
        name = newName;
    }

    String customDescription() {
        return customDescription;
    }

    void setCustomDescription(final String description) {
        customDescription = description;
    }

    public Author author() {
        return author;
    }

    public void setAuthor(final Author newAuthor) {
        author = newAuthor;
    }

    /**
     * Notes that the workflow is changed now.
     *
     * @param edited whether it was saved before, so that the current user is its editor
     */
    public void touch(final boolean edited) {
        author = edited ? author.editedNow() : author;
        metadata = metadata.modifiedNow();
    }

    /** How the editor shows the canvas, if it was ever stored. */
    public Optional<EditorSettings> editor() {
        return Optional.ofNullable(editor);
    }

    public void setEditor(final EditorSettings settings) {
        editor = settings;
    }

    public WorkflowMetadata metadata() {
        return metadata;
    }

    public void setMetadata(final WorkflowMetadata newMetadata) {
        metadata = newMetadata;
    }

    /** EXECUTED if all nodes are, else CONFIGURED if one is, else IDLE. */
    public NodeState state() {
        if (!nodes.isEmpty() && nodes.values().stream().allMatch(n -> n.state() == NodeState.EXECUTED)) {
            return NodeState.EXECUTED;
        }
        final boolean configured = nodes.values().stream().anyMatch(n -> n.state() == NodeState.CONFIGURED);
        return configured ? NodeState.CONFIGURED : NodeState.IDLE;
    }

    /** Forgets the data of all nodes. */
    public void reset() {
        nodes.values().forEach(WorkflowNode::reset);
    }

    Optional<NodeSettings> original() {
        return Optional.ofNullable(original);
    }

    void setOriginal(final NodeSettings settings) {
        original = settings;
    }

    NodeSettings originalOf(final Connection connection) {
        return originalConnections.get(connection);
    }

    void setOriginal(final Connection connection, final NodeSettings settings) {
        originalConnections.put(connection, settings);
    }
}
