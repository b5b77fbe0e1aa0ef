// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.electrode4d.embedded.workflow.Annotation;
import org.electrode4d.embedded.workflow.WorkflowNode;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * A node of a {@link WorkflowBuilder}. Parameters are named by their keys; a slash leads into a nested parameter group:
 * {@code set("noise/amplitude", 3)}.
 */
public final class NodeBuilder {

    private static final String BINDINGS_VERSION = "V_2019_09_13";

    /** A change of the parameters. */
    @FunctionalInterface
    public interface Edit {

        /** Changes the parameters of the model. */
        void apply(NodeSettings model) throws InvalidSettingsException;
    }

    private final WorkflowNode node;
    private final List<Edit> edits = new ArrayList<>();

    NodeBuilder(final WorkflowNode node) {
        this.node = node;
    }

    WorkflowNode node() {
        return node;
    }

    /** Number of the node in the workflow. */
    public int id() {
        return node.id();
    }

    /** Sets an integer parameter. */
    public NodeBuilder set(final String path, final int value) {
        return replace(path, (group, key) -> group.addInt(key, value));
    }

    /** Sets a long parameter. */
    public NodeBuilder set(final String path, final long value) {
        return replace(path, (group, key) -> group.addLong(key, value));
    }

    /** Sets a real parameter. */
    public NodeBuilder set(final String path, final double value) {
        return replace(path, (group, key) -> group.addDouble(key, value));
    }

    /** Sets a switch. */
    public NodeBuilder set(final String path, final boolean value) {
        return replace(path, (group, key) -> group.addBoolean(key, value));
    }

    /** Sets a text or, by the name of the constant, a choice. */
    public NodeBuilder set(final String path, final String value) {
        return replace(path, (group, key) -> group.addString(key, value));
    }

    /** Sets a choice. */
    public NodeBuilder set(final String path, final Enum<?> value) {
        return set(path, value.name());
    }

    private NodeBuilder replace(final String path, final BiConsumer<NodeSettings, String> change) {
        return edit(model -> {
            final NodeSettings group = ParameterPath.parent(model, path);
            final String key = path.substring(path.lastIndexOf('/') + 1);
            final ConfigEntries before = group.getEntry(key).getType();
            change.accept(group, key);
            if (group.getEntry(key).getType() != before) {
                throw new InvalidSettingsException("parameter \"" + path + "\" is of type " + before + ", not "
                    + group.getEntry(key).getType());
            }
        });
    }

    /** Changes the parameters in any other way. */
    public NodeBuilder edit(final Edit edit) {
        edits.add(edit);
        return this;
    }

    /** Lets a flow variable drive a parameter. */
    public NodeBuilder bind(final String path, final String variable) {
        return bind(path, variable, null);
    }

    /** Exposes a parameter as a flow variable for the nodes behind this one. */
    public NodeBuilder expose(final String path, final String variable) {
        return bind(path, null, variable);
    }

    private NodeBuilder bind(final String path, final String used, final String exposed) {
        NodeSettings variables = node.configuration().variables();
        if (variables == null) {
            variables = new NodeSettings("variables");
            variables.addString("version", BINDINGS_VERSION);
            variables.addNodeSettings("tree");
        }
        NodeSettings binding = (NodeSettings)variables.getEntry("tree");
        for (String step : path.split("/")) {
            binding = (NodeSettings)(binding.containsKey(step) ? binding.getEntry(step)
                : binding.addNodeSettings(step));
        }
        binding.addString("used_variable", used);
        binding.addString("exposed_variable", exposed);
        node.setConfiguration(node.configuration().withVariables(variables));
        return this;
    }

    /** Sets the text below the node. */
    public NodeBuilder label(final String text) {
        node.setLabel(Annotation.nodeLabel(text));
        return this;
    }

    /** Sets the user's own description of the node. */
    public NodeBuilder describe(final String description) {
        node.setCustomDescription(description);
        return this;
    }

    void apply(final NodeSettings model) throws InvalidSettingsException {
        for (Edit edit : edits) {
            edit.apply(model);
        }
    }
}
