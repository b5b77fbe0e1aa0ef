// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.electrode4d.embedded.workflow.Annotation;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.embedded.workflow.Connection;
import org.electrode4d.embedded.workflow.LoadReport;
import org.electrode4d.embedded.workflow.Workflow;
import org.electrode4d.embedded.workflow.WorkflowNode;
import org.electrode4d.embedded.workflow.WorkflowReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.workflow.FlowVariable;

/** Every shipped workflow can be read: from left to right, stage by stage, with a description of what to expect. */
class WorkflowLayoutTest {

    private static final Pattern HEADING = Pattern.compile("<strong>(\\d+)\\. .*");
    /** Of a letter on the canvas, pixels. */
    private static final double LETTER = 6.2;
    private static final int NODE = 40;

    static List<String> names() throws IOException {
        return WorkflowRun.names();
    }

    private static Workflow read(final String name) throws IOException {
        return WorkflowReader.read(WorkflowRun.shipped().resolve(name), new LoadReport());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyStageHasAHeadingToTheRightOfTheOneBefore(final String name) throws Exception {
        final TreeMap<Integer, Integer> stages = new TreeMap<>();
        for (final Annotation annotation : read(name).annotations()) {
            final Matcher heading = HEADING.matcher(annotation.text().replace("<p>", ""));
            if (heading.matches()) {
                stages.put(Integer.valueOf(heading.group(1)), annotation.place().x());
            }
        }
        assertTrue(stages.size() >= 2, stages.toString());
        assertEquals(IntStream.rangeClosed(1, stages.size()).boxed().toList(), List.copyOf(stages.keySet()));
        final List<Integer> places = List.copyOf(stages.values());
        assertEquals(places.stream().sorted().toList(), places, "left edges of the stages");
    }

    @ParameterizedTest
    @MethodSource("names")
    void connectionsLeadFromLeftToRight(final String name) throws Exception {
        final Workflow workflow = read(name);
        for (final Connection connection : workflow.connections()) {
            final WorkflowNode from = workflow.node(connection.source()).orElseThrow();
            final WorkflowNode to = workflow.node(connection.target()).orElseThrow();
            assertTrue(from.bounds().x() <= to.bounds().x(), from + " stands to the right of " + to);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void nodesAndTheirNamesDoNotOverlap(final String name) throws Exception {
        final List<WorkflowNode> nodes = List.copyOf(read(name).nodes());
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = 0; j < i; j++) {
                final Bounds a = nodes.get(i).bounds();
                final Bounds b = nodes.get(j).bounds();
                final double widths = (nodes.get(i).name().length() + nodes.get(j).name().length()) / 2.0 * LETTER;
                final boolean apart = Math.abs(a.y() - b.y()) >= 2 * NODE
                    || Math.abs(a.x() - b.x()) >= (a.y() == b.y() ? widths : NODE);
                assertTrue(apart, nodes.get(i).name() + " and " + nodes.get(j).name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theDescriptionSaysWhatItIsForWhatToSetAndWhatToExpect(final String name) throws Exception {
        final Workflow workflow = read(name);
        final String description = workflow.metadata().description();
        final String[] paragraphs = description.split("\n\n");
        assertTrue(paragraphs.length >= 4, "purpose, what is done, variables and results: " + description);
        assertTrue(paragraphs[0].length() <= 130, paragraphs[0]);
        final String variables = paragraphs[paragraphs.length - 2];
        assertTrue(variables.startsWith("Workflow variables: "), variables);
        for (final FlowVariable variable : workflow.variables()) {
            assertTrue(variables.matches("(?s).*\\b" + variable.getName() + "\\b.*"), variable.getName());
        }
        final String expected = paragraphs[paragraphs.length - 1];
        assertTrue(expected.startsWith(ShippedWorkflow.EXPECTED) && expected.matches("(?s).*\\d.*"), expected);
        assertTrue(workflow.metadata().tags().size() >= 3, workflow.metadata().tags().toString());
        assertTrue(Files.size(WorkflowRun.shipped().resolve(name).resolve("workflow.svg")) > 1000, "the picture");
    }
}
