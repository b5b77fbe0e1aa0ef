// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.report.WorkflowGraph;
import org.electrode4d.report.WorkflowGraph.Node;
import org.electrode4d.report.WorkflowGraph.Note;
import org.electrode4d.report.WorkflowGraph.Place;
import org.electrode4d.report.WorkflowGraph.Run;
import org.electrode4d.report.WorkflowGraph.Wire;

/**
 * A saved workflow. States and times of its nodes are not in there, or are those of an earlier run, so they are not
 * read.
 */
public final class WorkflowFolder {

    private static final String WORKFLOW = "workflow.knime";
    private static final String METADATA = "workflow-metadata.xml";

    private final SettingsTree workflow;
    private final Map<Integer, SettingsTree> nodes = new LinkedHashMap<>();
    private final Map<Integer, Place> places = new LinkedHashMap<>();
    private final String description;

    private WorkflowFolder(final Path folder) throws IOException {
        workflow = SettingsTree.read(folder.resolve(WORKFLOW));
        for (final SettingsTree node : workflow.group("nodes").map(SettingsTree::groups).orElse(List.of())) {
            final int id = node.number("id");
            final Path settings = folder.resolve(node.value("node_settings_file")).normalize();
            places.put(id, place(node));
            if (settings.startsWith(folder.normalize()) && Files.isRegularFile(settings)) {
                nodes.put(id, SettingsTree.read(settings));
            }
        }
        description = Files.isRegularFile(folder.resolve(METADATA))
            ? Descriptions.of(folder.resolve(METADATA)) : "";
    }

    /**
     * Reads a workflow.
     *
     * @param folder with {@code workflow.knime}
     * @throws IOException where a file is missing or is no settings file
     */
    public static WorkflowFolder read(final Path folder) throws IOException {
        return new WorkflowFolder(folder);
    }

    private static Place place(final SettingsTree node) {
        final List<String> bounds = node.group("ui_settings").flatMap(ui -> ui.group("extrainfo.node.bounds"))
            .flatMap(SettingsTree::elements).orElse(List.of());
        final List<Integer> numbers = bounds.stream()
            .map(text -> text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : 0).toList();
        return numbers.size() < 4 ? new Place(0, 0, 0, 0)
            : new Place(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    /** What the author wrote about the workflow, as plain text; may be empty. */
    public String description() {
        return description;
    }

    /** Nodes, connections and annotations; nothing is known of what became of the nodes. */
    public WorkflowGraph graph() {
        final List<Node> graphNodes = new ArrayList<>();
        places.forEach((id, place) -> graphNodes.add(new Node(id, name(id), label(id), place, Run.UNKNOWN, "")));
        final List<Wire> wires = groups("connections").stream().map(c -> new Wire(c.number("sourceID"),
            c.number("sourcePort"), c.number("destID"), c.number("destPort"))).toList();
        final List<Note> notes = groups("annotations").stream().map(WorkflowFolder::note).toList();
        return new WorkflowGraph(graphNodes, wires, notes);
    }

    private List<SettingsTree> groups(final String key) {
        return workflow.group(key).map(SettingsTree::groups).orElse(List.of());
    }

    private String name(final int id) {
        final SettingsTree node = nodes.get(id);
        return node == null ? "Node" : node.value("name");
    }

    private String label(final int id) {
        final SettingsTree node = nodes.get(id);
        return node == null ? "" : node.group("nodeAnnotation").map(Descriptions::text)
            .map(paragraphs -> String.join("\n", paragraphs)).orElse("");
    }

    private static Note note(final SettingsTree annotation) {
        return new Note(Descriptions.text(annotation), new Place(annotation.number("x-coordinate"),
            annotation.number("y-coordinate"), annotation.number("width"), annotation.number("height")),
            annotation.number("borderColor"));
    }

    /** The class of the factory of a node; empty where it is not known. */
    public String factory(final int id) {
        return nodes.containsKey(id) ? nodes.get(id).value("factory") : "";
    }

    /** The stored parameters of a node by their path; flow variables may have other values for some of them. */
    public Map<String, String> parameters(final int id) {
        return nodes.containsKey(id) ? nodes.get(id).group("model").map(SettingsTree::flat).orElse(Map.of())
            : Map.of();
    }

    /** Which parameters of a node have their value from a flow variable: the name of the variable by the path. */
    public Map<String, String> variables(final int id) {
        final Map<String, String> variables = new LinkedHashMap<>();
        if (nodes.containsKey(id)) {
            nodes.get(id).group("variables").flatMap(v -> v.group("tree")).ifPresent(
                tree -> tree.flat().forEach((path, name) -> {
                    if (path.endsWith(".used_variable") && !name.isEmpty()) {
                        variables.put(path.substring(0, path.lastIndexOf('.')), name);
                    }
                }));
        }
        return variables;
    }
}
