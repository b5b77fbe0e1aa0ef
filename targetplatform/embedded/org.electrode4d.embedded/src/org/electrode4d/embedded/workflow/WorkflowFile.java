// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.workflow.FlowVariable;

/** The tree of {@code workflow.knime} in the order in which KNIME writes its keys. */
final class WorkflowFile {

    private static final String FORMAT_VERSION = "5.1.0";

    private static final Set<String> KEYS = Set.of("created_by", "created_by_nightly", "version", "name",
        "authorInformation", "customDescription", "state", "workflow_variables", "workflow_credentials", "annotations",
        "nodes", "connections", "workflow_editor_settings");

    private static final Set<String> NODE_KEYS = Set.of("id", "node_settings_file", "node_is_meta", "node_type",
        "ui_classname", "ui_settings");

    private static final Set<String> CONNECTION_KEYS = Set.of("sourceID", "destID", "sourcePort", "destPort");

    private WorkflowFile() {
    }

    static NodeSettings save(final Workflow workflow) throws InvalidSettingsException {
        final NodeSettings s = new NodeSettings(WorkflowReader.WORKFLOW_FILE);
        s.addString("created_by", KNIMEConstants.VERSION);
        s.addBoolean("created_by_nightly", false);
        s.addString("version", FORMAT_VERSION);
        s.addString("name", workflow.name());
        saveAuthor(workflow.author(), s.addNodeSettings("authorInformation"));
        s.addString("customDescription", workflow.customDescription());
        s.addString("state", workflow.state().name());
        saveVariables(workflow, s);
        saveCredentials(workflow, s);
        saveAnnotations(workflow, s);
        final NodeSettingsWO nodes = s.addNodeSettings("nodes");
        workflow.nodes().forEach(node -> saveNode(node).copyTo(nodes.addNodeSettings("node_" + node.id())));
        saveConnections(workflow, s);
        workflow.editor().ifPresent(e -> saveEditor(e, s.addNodeSettings("workflow_editor_settings")));
        return UnknownKeys.keep(workflow.original().orElse(null), s, KEYS);
    }

    private static void saveAuthor(final Author author, final NodeSettingsWO s) {
        s.addString("authored-by", author.author());
        s.addString("authored-when", author.authored());
        s.addString("lastEdited-by", author.editor());
        s.addString("lastEdited-when", author.edited());
    }

    private static void saveVariables(final Workflow workflow, final NodeSettings s) {
        if (workflow.variables().isEmpty()) {
            return;
        }
        final NodeSettingsWO variables = s.addNodeSettings("workflow_variables");
        int index = 0;
        for (FlowVariable variable : workflow.variables()) {
            variable.save(variables.addNodeSettings("Var_" + index++));
        }
    }

    private static void saveCredentials(final Workflow workflow, final NodeSettings s)
        throws InvalidSettingsException {
        final NodeSettingsWO credentials = s.addNodeSettings("workflow_credentials");
        final NodeSettings original = workflow.original().orElse(null);
        if (original != null && original.containsKey("workflow_credentials")) {
            original.getNodeSettings("workflow_credentials").copyTo(credentials);
        }
    }

    private static void saveAnnotations(final Workflow workflow, final NodeSettings s) {
        if (workflow.annotations().isEmpty()) {
            return;
        }
        final NodeSettings annotations = (NodeSettings)s.addNodeSettings("annotations");
        int index = 0;
        for (Annotation annotation : workflow.annotations()) {
            annotations.addNodeSettings(AnnotationSettings.save("annotation_" + index++, annotation));
        }
    }

    private static NodeSettings saveNode(final WorkflowNode node) {
        final NodeSettings s = new NodeSettings("node_" + node.id());
        s.addInt("id", node.id());
        s.addString("node_settings_file", node.folder() + "/" + NodeFile.NAME);
        s.addBoolean("node_is_meta", false);
        s.addString("node_type", "NativeNode");
        s.addString("ui_classname", "org.knime.core.node.workflow.NodeUIInformation");
        s.addNodeSettings("ui_settings").addIntArray("extrainfo.node.bounds", node.bounds().toArray());
        return UnknownKeys.keep(node.originalEntry().orElse(null), s, NODE_KEYS);
    }

    private static void saveConnections(final Workflow workflow, final NodeSettings s) {
        final NodeSettingsWO connections = s.addNodeSettings("connections");
        int index = 0;
        for (Connection connection : workflow.connections()) {
            final NodeSettings c = new NodeSettings("connection_" + index);
            c.addInt("sourceID", connection.source());
            c.addInt("destID", connection.target());
            c.addInt("sourcePort", connection.sourcePort());
            c.addInt("destPort", connection.targetPort());
            UnknownKeys.keep(workflow.originalOf(connection), c, CONNECTION_KEYS)
                .copyTo(connections.addNodeSettings("connection_" + index++));
        }
    }

    private static void saveEditor(final EditorSettings e, final NodeSettingsWO s) {
        s.addBoolean("workflow.editor.snapToGrid", e.snapToGrid());
        s.addBoolean("workflow.editor.ShowGrid", e.showGrid());
        s.addInt("workflow.editor.gridX", e.gridX());
        s.addInt("workflow.editor.gridY", e.gridY());
        s.addDouble("workflow.editor.zoomLevel", e.zoom());
        s.addBoolean("workflow.editor.curvedConnections", e.curvedConnections());
        s.addInt("workflow.editor.connectionWidth", e.connectionWidth());
    }
}
