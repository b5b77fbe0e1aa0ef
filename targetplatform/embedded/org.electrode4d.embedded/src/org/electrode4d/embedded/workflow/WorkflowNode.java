// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeMessage;

/** A node of a workflow as it is stored: identity, place, settings, state and message, without its data. */
public final class WorkflowNode {

    private final int id;
    private final NodeOrigin origin;
    private final String name;
    private String folder;
    private NodeConfiguration configuration;
    private Bounds bounds = Bounds.at(0, 0);
    private Annotation label;
    private String customDescription;
    private NodeState state = NodeState.IDLE;
    private NodeMessage message;
    private List<FlowVariable> variables = List.of();
    private StoredContent content = StoredContent.empty(0);
    private NodeSettings originalEntry;
    private NodeSettings originalSettings;

    /**
     * @param id number of the node in its workflow
     * @param name name of the node, which also names its folder
     * @param origin factory and plug-in
     * @param configuration settings
     */
    public WorkflowNode(final int id, final String name, final NodeOrigin origin,
        final NodeConfiguration configuration) {
        this.id = id;
        this.name = name;
        this.origin = origin;
        this.configuration = configuration;
        this.folder = folderName(name) + " (#" + id + ")";
    }

    /** The name with everything but ASCII letters, digits and blanks replaced by an underscore, as KNIME does. */
    static String folderName(final String name) {
        return name.replaceAll("[^a-zA-Z0-9 ]", "_");
    }

    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Name and number as shown to the user: {@code "Strain (#4)"}. */
    public String title() {
        return name + " (#" + id + ")";
    }

    public NodeOrigin origin() {
        return origin;
    }

    /** Name of the folder below the workflow's folder; a loaded node keeps the one it had. */
    public String folder() {
        return folder;
    }

    void setFolder(final String newFolder) {
        folder = newFolder;
    }

    public NodeConfiguration configuration() {
        return configuration;
    }

    public void setConfiguration(final NodeConfiguration newConfiguration) {
        configuration = newConfiguration;
    }

    public Bounds bounds() {
        return bounds;
    }

    public void setBounds(final Bounds newBounds) {
        bounds = newBounds;
    }

    /** The text below the node. */
    public Optional<Annotation> label() {
        return Optional.ofNullable(label);
    }

    public void setLabel(final Annotation newLabel) {
        label = newLabel;
    }

    /** The user's own description, or null. */
    public String customDescription() {
        return customDescription;
    }

    public void setCustomDescription(final String description) {
        customDescription = description;
    }

    public NodeState state() {
        return state;
    }

    public void setState(final NodeState newState) {
        state = newState;
    }

    /** The warning or error that stands at the node. */
    public Optional<NodeMessage> message() {
        return Optional.ofNullable(message);
    }

    public void setMessage(final NodeMessage newMessage) {
        message = newMessage;
    }

    /** Flow variables that this node made. */
    public List<FlowVariable> variables() {
        return variables;
    }

    public void setVariables(final List<FlowVariable> made) {
        variables = List.copyOf(made);
    }

    public StoredContent content() {
        return content;
    }

    public void setContent(final StoredContent newContent) {
        content = newContent;
    }

    /** Forgets data and message; an executed node becomes a configured one. */
    public void reset() {
        content = content.withoutData();
        variables = List.of();
        message = null;
        state = state == NodeState.EXECUTED ? NodeState.CONFIGURED : state;
    }

    Optional<NodeSettings> originalEntry() {
        return Optional.ofNullable(originalEntry);
    }

    Optional<NodeSettings> originalSettings() {
        return Optional.ofNullable(originalSettings);
    }

    void setOriginals(final NodeSettings entry, final NodeSettings settings) {
        originalEntry = entry;
        originalSettings = settings;
    }

    @Override
    public String toString() {
        return title();
    }
}
