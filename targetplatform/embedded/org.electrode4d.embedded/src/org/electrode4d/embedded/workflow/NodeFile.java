// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.electrode4d.embedded.workflow.NodeOrigin.Unit;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeMessage;

/** {@code settings.xml} of a node: its keys in KNIME's order, and back. */
final class NodeFile {

    static final String NAME = "settings.xml";

    private static final Set<String> KEYS = Set.of("node_file", "flow_stack", "internal_node_subsettings", "model",
        "variables", "view", "view_variables", "nodeAnnotation", "customDescription", "state",
        "nodecontainer_message", "factory", "node-name", "node-bundle-name", "node-bundle-symbolic-name",
        "node-bundle-vendor", "node-bundle-version", "node-feature-name", "node-feature-symbolic-name",
        "node-feature-vendor", "node-feature-version", "factory_settings", "node_creation_config", "name",
        "hasContent", "isInactive", "ports", "internalObjects", "filestores");

    private NodeFile() {
    }

    static WorkflowNode load(final int id, final NodeSettings s) throws InvalidSettingsException {
        final WorkflowNode node = new WorkflowNode(id, s.getString("name", s.getString("node-name", "Node")),
            loadOrigin(s), loadConfiguration(s));
        node.setCustomDescription(s.getString("customDescription", null));
        node.setState(loadState(s));
        node.setMessage(loadMessage(s));
        node.setVariables(loadFlowStack(s));
        if (s.containsKey("nodeAnnotation")) {
            node.setLabel(AnnotationSettings.load(s.getNodeSettings("nodeAnnotation")));
        }
        node.setContent(loadContent(s));
        return node;
    }

    static NodeSettings save(final WorkflowNode node) {
        final NodeSettings s = new NodeSettings(NAME);
        s.addString("node_file", NAME);
        saveFlowStack(node.variables(), s.addNodeSettings("flow_stack"));
        saveConfiguration(node.configuration(), s);
        node.label().ifPresent(label -> s.addNodeSettings(AnnotationSettings.save("nodeAnnotation", label)));
        s.addString("customDescription", node.customDescription());
        s.addString("state", node.state().name());
        node.message().ifPresent(message -> saveMessage(message, s));
        saveOrigin(node.origin(), s);
        copy(node.configuration().factory(), "factory_settings", s);
        copy(node.configuration().creation(), "node_creation_config", s);
        s.addString("name", node.name());
        s.addBoolean("hasContent", node.content().hasContent());
        s.addBoolean("isInactive", false);
        copy(node.content().ports(), "ports", s);
        copy(node.content().internalObjects(), "internalObjects", s);
        copy(node.content().fileStores(), "filestores", s);
        return UnknownKeys.keep(node.originalSettings().orElse(null), s, KEYS);
    }

    private static NodeConfiguration loadConfiguration(final NodeSettings s) throws InvalidSettingsException {
        return new NodeConfiguration(child(s, "internal_node_subsettings"), child(s, "model"), child(s, "variables"),
            child(s, "view"), child(s, "view_variables"), child(s, "factory_settings"),
            child(s, "node_creation_config"));
    }

    private static void saveConfiguration(final NodeConfiguration c, final NodeSettings s) {
        copy(c.misc(), "internal_node_subsettings", s);
        copy(c.model(), "model", s);
        copy(c.variables(), "variables", s);
        copy(c.view(), "view", s);
        copy(c.viewVariables(), "view_variables", s);
    }

    private static NodeOrigin loadOrigin(final NodeSettings s) throws InvalidSettingsException {
        return new NodeOrigin(s.getString("factory"), s.getString("node-name", null), loadUnit(s, "node-bundle"),
            loadUnit(s, "node-feature"));
    }

    private static Unit loadUnit(final NodeSettings s, final String prefix) {
        return new Unit(s.getString(prefix + "-name", null), s.getString(prefix + "-symbolic-name", null),
            s.getString(prefix + "-vendor", null), s.getString(prefix + "-version", Unit.UNKNOWN.version()));
    }

    private static void saveOrigin(final NodeOrigin origin, final NodeSettings s) {
        s.addString("factory", origin.factoryClass());
        s.addString("node-name", origin.nodeName());
        saveUnit(origin.bundle(), "node-bundle", s);
        saveUnit(origin.feature(), "node-feature", s);
    }

    private static void saveUnit(final Unit unit, final String prefix, final NodeSettings s) {
        s.addString(prefix + "-name", unit.name());
        s.addString(prefix + "-symbolic-name", unit.symbolicName());
        s.addString(prefix + "-vendor", unit.vendor());
        s.addString(prefix + "-version", unit.version());
    }

    private static NodeState loadState(final NodeSettings s) throws InvalidSettingsException {
        final String state = s.getString("state");
        try {
            return NodeState.valueOf(state);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new InvalidSettingsException("state is \"" + state + "\", expected IDLE, CONFIGURED or EXECUTED", e);
        }
    }

    private static NodeMessage loadMessage(final NodeSettings s) throws InvalidSettingsException {
        if (!s.containsKey("nodecontainer_message")) {
            return null;
        }
        final NodeSettings m = s.getNodeSettings("nodecontainer_message");
        final String[] resolutions = m.getStringArray("resolutions", new String[0]);
        return new NodeMessage(NodeMessage.Type.valueOf(m.getString("type")), m.getString("message"),
            m.getString("issue", null), List.of(resolutions));
    }

    private static void saveMessage(final NodeMessage message, final NodeSettings s) {
        if (message.getMessageType() == NodeMessage.Type.RESET) {
            return;
        }
        final NodeSettingsWO m = s.addNodeSettings("nodecontainer_message");
        m.addString("type", message.getMessageType().name());
        m.addString("message", message.getMessage());
        message.getIssue().ifPresent(issue -> m.addString("issue", issue));
        if (!message.getResolutions().isEmpty()) {
            m.addStringArray("resolutions", message.getResolutions().toArray(String[]::new));
        }
    }

    private static List<FlowVariable> loadFlowStack(final NodeSettings s) throws InvalidSettingsException {
        final List<FlowVariable> variables = new ArrayList<>();
        final NodeSettings stack = child(s, "flow_stack");
        if (stack != null) {
            for (String key : stack.keySet()) {
                final NodeSettingsRO entry = stack.getNodeSettings(key);
                if ("variable".equals(entry.getString("type", ""))) {
                    variables.add(FlowVariable.load(entry));
                }
            }
        }
        return variables;
    }

    private static void saveFlowStack(final List<FlowVariable> variables, final NodeSettingsWO stack) {
        int index = 0;
        for (FlowVariable variable : variables) {
            final NodeSettingsWO entry = stack.addNodeSettings("Variable_" + index++);
            entry.addString("type", "variable");
            variable.save(entry);
        }
    }

    private static StoredContent loadContent(final NodeSettings s) throws InvalidSettingsException {
        final NodeSettings ports = s.containsKey("ports") ? s.getNodeSettings("ports") : new NodeSettings("ports");
        final NodeSettings stores = child(s, "filestores");
        return new StoredContent(s.getBoolean("hasContent", false), ports, child(s, "internalObjects"),
            stores == null ? StoredContent.fileStores(null, null) : stores);
    }

    private static NodeSettings child(final NodeSettings s, final String key) throws InvalidSettingsException {
        return s.containsKey(key) ? s.getNodeSettings(key) : null;
    }

    private static void copy(final NodeSettings tree, final String key, final NodeSettings to) {
        if (tree != null) {
            tree.copyTo(to.addNodeSettings(key));
        }
    }
}
