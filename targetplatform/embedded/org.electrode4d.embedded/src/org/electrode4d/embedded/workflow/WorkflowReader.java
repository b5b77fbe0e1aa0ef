// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;

/**
 * Reads a workflow folder: {@code workflow.knime}, the {@code settings.xml} of every node, the description. Data of
 * executed nodes are not touched.
 */
public final class WorkflowReader {

    /** Name of the file that makes a folder a workflow. */
    public static final String WORKFLOW_FILE = "workflow.knime";

    private static final Set<String> META_TYPES = Set.of("MetaNode", "SubNode");

    private final Path folder;
    private final Path file;
    private final LoadReport report;
    private final Workflow workflow = new Workflow();

    private WorkflowReader(final Path folder, final LoadReport report) {
        this.folder = folder;
        this.file = folder.resolve(WORKFLOW_FILE);
        this.report = report;
    }

    /**
     * Reads the workflow in {@code folder}. Nodes whose own file cannot be read are left out and reported as errors.
     *
     * @param report takes what had to be repaired or left out
     * @throws WorkflowFormatException if {@code workflow.knime} is absent, malformed, too old, or holds meta nodes
     */
    public static Workflow read(final Path folder, final LoadReport report) throws IOException {
        return new WorkflowReader(folder, report).read();
    }

    private Workflow read() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new WorkflowFormatException(folder, "no " + WORKFLOW_FILE + " in this folder",
                "Give the folder of one workflow, or a .knwf file.", null);
        }
        final NodeSettings settings = SettingsFile.read(file);
        workflow.setOriginal(settings);
        try {
            checkVersion(settings.getString("version", "?"));
            readHeader(settings);
            readNodes(settings.getNodeSettings("nodes"));
            readConnections(settings.getNodeSettings("connections"));
        } catch (InvalidSettingsException e) {
            throw new WorkflowFormatException(file, e.getMessage(),
                "Expected a workflow as KNIME saves it; restore the file.", e);
        }
        workflow.setMetadata(MetadataFiles.read(folder, report));
        return workflow;
    }

    private void checkVersion(final String version) throws WorkflowFormatException {
        if (!version.matches("([2-9]|\\d{2,})\\.\\d+.*")) {
            throw new WorkflowFormatException(file, "saved in format \"" + version + "\", expected 2.10 to 5.1",
                "Open the workflow in KNIME Analytics Platform 5.9 and save it there.", null);
        }
        if (!version.matches("[2-4]\\..*|5\\.[01]\\..*")) {
            report.warn(WORKFLOW_FILE, "saved in format " + version + ", newer than the known 5.1.0.",
                "Unknown parts are kept, but not used.");
        }
    }

    private void readHeader(final NodeSettings s) throws InvalidSettingsException {
        workflow.setName(s.getString("name", null));
        workflow.setCustomDescription(s.getString("customDescription", null));
        workflow.setAuthor(readAuthor(s));
        if (s.containsKey("workflow_variables")) {
            final NodeSettings variables = s.getNodeSettings("workflow_variables");
            for (String key : variables.keySet()) {
                workflow.setVariable(FlowVariable.load(variables.getNodeSettings(key)));
            }
        }
        if (s.containsKey("annotations")) {
            final NodeSettings annotations = s.getNodeSettings("annotations");
            for (String key : annotations.keySet()) {
                workflow.annotate(AnnotationSettings.load(annotations.getNodeSettings(key)));
            }
        }
        if (s.containsKey("workflow_editor_settings")) {
            workflow.setEditor(readEditor(s.getNodeSettings("workflow_editor_settings")));
        }
    }

    private static Author readAuthor(final NodeSettings s) throws InvalidSettingsException {
        if (!s.containsKey("authorInformation")) {
            return new Author(null, null, null, null);
        }
        final NodeSettings a = s.getNodeSettings("authorInformation");
        return new Author(a.getString("authored-by", null), a.getString("authored-when", null),
            a.getString("lastEdited-by", null), a.getString("lastEdited-when", null));
    }

    private static EditorSettings readEditor(final NodeSettings s) {
        final EditorSettings d = EditorSettings.DEFAULT;
        return new EditorSettings(s.getBoolean("workflow.editor.snapToGrid", d.snapToGrid()),
            s.getBoolean("workflow.editor.ShowGrid", d.showGrid()), s.getInt("workflow.editor.gridX", d.gridX()),
            s.getInt("workflow.editor.gridY", d.gridY()), s.getDouble("workflow.editor.zoomLevel", d.zoom()),
            s.getBoolean("workflow.editor.curvedConnections", d.curvedConnections()),
            s.getInt("workflow.editor.connectionWidth", d.connectionWidth()));
    }

    private void readNodes(final NodeSettings nodes) throws InvalidSettingsException, WorkflowFormatException {
        for (String key : nodes.keySet()) {
            final NodeSettings entry = nodes.getNodeSettings(key);
            final int id = entry.getInt("id");
            final String location = entry.getString("node_settings_file");
            rejectMetaNode(id, location, entry);
            readNode(id, location, entry);
        }
    }

    private void rejectMetaNode(final int id, final String location, final NodeSettings entry)
        throws WorkflowFormatException {
        final boolean meta = entry.getBoolean("node_is_meta", false);
        if (meta || META_TYPES.contains(entry.getString("node_type", ""))) {
            final String kind = "SubNode".equals(entry.getString("node_type", "")) ? "component" : "metanode";
            throw new WorkflowFormatException(file, "node #" + id + " (" + folderOf(location) + ") is a " + kind
                + "; the embedded platform runs workflows without metanodes and components only",
                "Expand it in KNIME, or run the workflow with --knime <installation>.", null);
        }
    }

    private void readNode(final int id, final String location, final NodeSettings entry) {
        final Path settingsFile = folder.resolve(location);
        try {
            final NodeSettings settings = SettingsFile.read(settingsFile);
            final WorkflowNode node = NodeFile.load(id, settings);
            node.setFolder(folderOf(location));
            node.setBounds(readBounds(entry));
            node.setOriginals(entry, settings);
            workflow.add(node);
        } catch (WorkflowFormatException e) {
            report.error("node #" + id, e.getMessage() + ".", e.remedy());
        } catch (IOException | InvalidSettingsException | IllegalArgumentException e) {
            report.error("node #" + id, settingsFile + ": " + e.getMessage() + ".",
                "Restore the file, or delete the node in KNIME and add it anew.");
        }
    }

    private static String folderOf(final String location) {
        final int slash = location.lastIndexOf('/');
        return slash < 0 ? location : location.substring(0, slash);
    }

    private static Bounds readBounds(final NodeSettings entry) throws InvalidSettingsException {
        if (!entry.containsKey("ui_settings")) {
            return Bounds.at(0, 0);
        }
        final int[] b = entry.getNodeSettings("ui_settings").getIntArray("extrainfo.node.bounds");
        return new Bounds(b[0], b[1], b[2], b[3]);
    }

    private void readConnections(final NodeSettings connections) throws InvalidSettingsException {
        for (String key : connections.keySet()) {
            final NodeSettings c = connections.getNodeSettings(key);
            final Connection connection = new Connection(c.getInt("sourceID"), c.getInt("sourcePort"),
                c.getInt("destID"), c.getInt("destPort"));
            if (isKnown(connection.source()) && isKnown(connection.target())) {
                workflow.connect(connection);
                workflow.setOriginal(connection, c);
            } else {
                report.error(WORKFLOW_FILE, "connection " + connection + " leads to a node that could not be loaded.",
                    "The connection is left out.");
            }
        }
    }

    private boolean isKnown(final int id) {
        return workflow.node(id).isPresent();
    }
}
