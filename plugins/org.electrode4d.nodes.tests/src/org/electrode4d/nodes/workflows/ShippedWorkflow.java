// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Annotation;
import org.electrode4d.embedded.workflow.WorkflowMetadata;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.workflow.FlowVariable;

/** A workflow that ships with the project: its nodes, its description, and a size at which it runs in seconds. */
final class ShippedWorkflow {

    /** Begins the paragraph of the description that tells what a run shows. */
    static final String EXPECTED = "Expected results: ";

    private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");

    /** Writes files into a folder. */
    @FunctionalInterface
    interface FileWriter {
        void write(Path folder) throws IOException;
    }

    /** Makes what a user would bring along, and says which variables name it. */
    @FunctionalInterface
    interface Inputs {
        List<FlowVariable> make(Path folder) throws Exception;
    }

    private final String name;
    private final Supplier<WorkflowBuilder> source;
    private String description = "";
    private String expected = "";
    private List<String> tags = List.of();
    private List<FlowVariable> small = List.of();
    private Inputs inputs = folder -> List.of();
    private List<String> inputNames = List.of();
    private Optional<FileWriter> data = Optional.empty();

    private ShippedWorkflow(final String name, final Supplier<WorkflowBuilder> source) {
        this.name = name;
        this.source = source;
    }

    /**
     * @param name of its folder below {@code workflows}: lower case, words separated by hyphens
     * @param source builds nodes, connections, variables and annotations
     */
    static ShippedWorkflow of(final String name, final Supplier<WorkflowBuilder> source) {
        return new ShippedWorkflow(name, source);
    }

    /** Paragraphs: one sentence of purpose; what is done; the workflow variables. */
    ShippedWorkflow describe(final String paragraphs) {
        description = paragraphs;
        return this;
    }

    /** What a run with the values of the workflow shows, with numbers and units. */
    ShippedWorkflow expect(final String results) {
        expected = results;
        return this;
    }

    /** Search terms. */
    ShippedWorkflow tags(final String... terms) {
        tags = List.of(terms);
        return this;
    }

    /** Values of workflow variables with which it runs in seconds, as every build does. */
    ShippedWorkflow small(final FlowVariable... values) {
        small = List.of(values);
        return this;
    }

    /** For a workflow on files of its user, which variables name: makes such files for a run of the build. */
    ShippedWorkflow inputs(final Inputs made, final String... variables) {
        inputs = made;
        inputNames = List.of(variables);
        return this;
    }

    /** Files that travel with the workflow, in its folder {@code data}. */
    ShippedWorkflow data(final FileWriter files) {
        data = Optional.of(files);
        return this;
    }

    String name() {
        return name;
    }

    List<FlowVariable> small() {
        return small;
    }

    Inputs inputs() {
        return inputs;
    }

    List<String> inputNames() {
        return inputNames;
    }

    /** Writes the workflow, its picture and its data into a folder of its name; always the same files. */
    void save(final Path workflows) throws IOException, InvalidSettingsException {
        final Path folder = workflows.resolve(name);
        final WorkflowBuilder workflow = source.get();
        workflow.describe(new WorkflowMetadata(Annotation.PLAIN, null, null, TIME.toString(), text(), tags, List.of()));
        workflow.author("Electrode4D", TIME).save(folder);
        WorkflowPicture.draw(folder);
        if (data.isPresent()) {
            data.get().write(Files.createDirectories(folder.resolve("data")));
        }
    }

    private String text() {
        return expected.isEmpty() ? description : description + "\n\n" + EXPECTED + expected;
    }
}
