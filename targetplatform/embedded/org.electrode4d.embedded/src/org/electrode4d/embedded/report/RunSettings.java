// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.electrode4d.embedded.execution.NodeInstance;
import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.spi.node.NodeDocumentation;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Option;
import org.electrode4d.report.Facts;
import org.electrode4d.report.Facts.Fact;
import org.electrode4d.report.Paragraph;
import org.electrode4d.report.Section;
import org.electrode4d.report.workflow.SettingsTree;
import org.electrode4d.report.workflow.WorkflowFolder;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;

/** The settings with which the nodes ran: those that are not the default come first. */
final class RunSettings {

    private static final String PRESENT = "_is_present";

    private final OpenWorkflow workflow;
    private final WorkflowFolder stored;

    RunSettings(final OpenWorkflow workflow, final WorkflowFolder stored) {
        this.workflow = workflow;
        this.stored = stored;
    }

    /** By which the graph finds the settings of a node. */
    static String anchor(final int node) {
        return "node-" + node;
    }

    List<Section> sections() throws IOException {
        final List<Section> sections = new ArrayList<>();
        final List<Fact> variables = workflow.stored().variables().stream().map(RunSettings::fact).toList();
        if (!variables.isEmpty()) {
            sections.add(Section.of("Workflow variables", List.of(new Facts(variables))));
        }
        for (final NodeInstance node : workflow.nodes()) {
            final List<Fact> facts = facts(node);
            sections.add(new Section(node.title(), anchor(node.id()), List.of(facts.isEmpty()
                ? new Paragraph("No settings.") : new Facts(facts)), List.of()));
        }
        return sections;
    }

    private static Fact fact(final FlowVariable variable) {
        return Fact.of(variable.getName(), SettingsTree.isSecret(variable.getName()) ? SettingsTree.SECRET
            : variable.getValueAsString());
    }

    /** The settings of a node by their path, as they were when it ran. */
    static Map<String, String> values(final NodeInstance node) throws IOException {
        return flat(node.settings());
    }

    private static Map<String, String> flat(final NodeSettings settings) throws IOException {
        final ByteArrayOutputStream xml = new ByteArrayOutputStream();
        settings.saveToXML(xml);
        return SettingsTree.read(new ByteArrayInputStream(xml.toByteArray()), "The parameters").flat();
    }

    private List<Fact> facts(final NodeInstance node) throws IOException {
        final Map<String, String> values = values(node);
        final Map<String, String> defaults = defaults(node);
        final Map<String, Option> options = options(node);
        final Map<String, String> variables = stored.variables(node.id());
        final List<Fact> changed = new ArrayList<>();
        final List<Fact> unchanged = new ArrayList<>();
        for (final String path : values.keySet()) {
            if (!path.endsWith(PRESENT)) {
                final Optional<Option> option =
                    Optional.ofNullable(options.get(path.replaceAll("\\.\\d+(?=\\.|$)", ".*")));
                final String value = value(values, path, option);
                final String usual = defaults.containsKey(path) ? value(defaults, path, option) : null;
                final boolean differs = !value.equals(usual);
                final String note = note(differs ? usual : null, variables.get(path));
                (differs ? changed : unchanged).add(new Fact(option.map(o -> title(o, path)).orElse(path), value, note,
                    differs && usual != null));
            }
        }
        changed.addAll(unchanged);
        return changed;
    }

    /**
     * What is to say of a setting.
     *
     * @param usual default that it differs from, or null
     * @param variable that it comes from, or null
     */
    private static String note(final String usual, final String variable) {
        final List<String> notes = new ArrayList<>();
        if (usual != null) {
            notes.add("default: " + (usual.isEmpty() ? "empty" : usual));
        }
        if (variable != null) {
            notes.add("from the variable " + variable);
        }
        return String.join("; ", notes);
    }

    /** Elements of arrays of groups have their number in their title. */
    private static String title(final Option option, final String path) {
        final String numbers = Stream.of(path.split("\\.")).filter(step -> step.matches("\\d+"))
            .collect(Collectors.joining("."));
        return numbers.isEmpty() ? option.title() : option.title() + " (" + numbers + ")";
    }

    private static String value(final Map<String, String> values, final String path, final Optional<Option> option) {
        if (values.getOrDefault(path + PRESENT, "true").equals("false")) {
            return "(not set)";
        }
        final String value = values.getOrDefault(path, "");
        return option.stream().flatMap(o -> o.choices().stream()).filter(choice -> choice.name().equals(value))
            .map(NodeDocumentation.Choice::title).findFirst().orElse(value);
    }

    private static Map<String, String> defaults(final NodeInstance node) throws IOException {
        final Optional<NodeFactory<?>> factory = node.factory();
        if (factory.isEmpty()) {
            return Map.of();
        }
        final NodeSettings settings = new NodeSettings("model");
        NodeModels.saveSettings(NodeFactories.createModel(factory.get(),
            NodeFactories.creationConfiguration(factory.get())), settings);
        return new LinkedHashMap<>(flat(settings));
    }

    private static Map<String, Option> options(final NodeInstance node) {
        final Map<String, Option> options = new HashMap<>();
        try {
            node.factory().ifPresent(factory -> collect(NodeDocumentation.of(factory).options(), options));
        } catch (IllegalArgumentException e) {
            return Map.of(); // a factory of another kind: its settings are listed by their keys
        }
        return options;
    }

    private static void collect(final List<Option> all, final Map<String, Option> options) {
        for (final Option option : all) {
            if (option.key().startsWith("model.")) {
                options.put(option.key().substring("model.".length()), option);
            }
            collect(option.elements(), options);
        }
    }
}
