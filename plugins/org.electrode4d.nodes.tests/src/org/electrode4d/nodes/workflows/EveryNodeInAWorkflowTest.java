// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.electrode4d.embedded.workflow.LoadReport;
import org.electrode4d.embedded.workflow.Workflow;
import org.electrode4d.embedded.workflow.WorkflowReader;
import org.electrode4d.nodes.RepositoryRoot;
import org.junit.jupiter.api.Test;

/** Whoever wonders what a node is good for finds it in a workflow. */
class EveryNodeInAWorkflowTest {

    private static final Pattern FACTORY = Pattern.compile("factory-class=\"([^\"]+)\"");

    private static Set<String> registered() throws Exception {
        final Set<String> factories = new TreeSet<>();
        final Matcher matcher = FACTORY.matcher(Files.readString(
            RepositoryRoot.find().resolve("plugins/org.electrode4d.nodes/plugin.xml")));
        while (matcher.find()) {
            factories.add(matcher.group(1));
        }
        return factories;
    }

    private static Set<String> used() throws Exception {
        final Set<String> factories = new TreeSet<>();
        for (final String name : WorkflowRun.names()) {
            final Workflow workflow = WorkflowReader.read(WorkflowRun.shipped().resolve(name), new LoadReport());
            workflow.nodes().forEach(node -> factories.add(node.origin().factoryClass()));
        }
        return factories;
    }

    @Test
    void everyNodeAppearsInAtLeastOneWorkflow() throws Exception {
        final Set<String> missing = registered();
        missing.removeAll(used());
        assertEquals(Set.of(), missing, "nodes that are in no workflow of the folder workflows");
    }
}
