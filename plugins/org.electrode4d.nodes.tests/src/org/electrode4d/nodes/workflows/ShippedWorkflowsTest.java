// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.electrode4d.embedded.cli.Electrode4D;
import org.electrode4d.embedded.execution.NodeInstance;
import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.embedded.workflow.NodeState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every workflow in the folder loads, is valid, is what its source says, and runs at its small size. */
@ExtendWith(SmallRuns.Resolver.class)
class ShippedWorkflowsTest {

    /** A released bundle has another qualifier than one that is run from its sources. */
    private static final String BUNDLE_VERSION = "0\\.1\\.0\\.[A-Za-z0-9]+";

    /** What the sources say now. */
    @TempDir
    static Path written;

    @BeforeAll
    static void write() throws Exception {
        ShippedWorkflows.main(new String[]{written.toString()});
    }

    static List<String> names() throws IOException {
        return WorkflowRun.names();
    }

    private static TreeMap<String, String> files(final Path folder) throws IOException {
        final TreeMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (final Path file : tree.filter(Files::isRegularFile).toList()) {
                final String name = folder.relativize(file).toString();
                if (!name.startsWith("data")) {
                    texts.put(name, Files.readString(file).replaceAll(BUNDLE_VERSION, "VERSION"));
                }
            }
        }
        return texts;
    }

    @Test
    void theFolderHoldsWhatIsListed() throws Exception {
        assertEquals(ShippedWorkflows.all().stream().map(ShippedWorkflow::name).sorted().toList(), names());
        for (final String name : names()) {
            assertTrue(name.matches("[a-z0-9]+(-[a-z0-9]+)*"), name);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWhatItsSourceSays(final String name) throws Exception {
        assertEquals(files(written.resolve(name)), files(WorkflowRun.shipped().resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void holdsNoAbsolutePath(final String name) throws Exception {
        files(WorkflowRun.shipped().resolve(name)).forEach((file, text) -> assertFalse(
            text.matches("(?s).*value=\"(/|[A-Za-z]:\\\\|file:).*"), file));
    }

    @ParameterizedTest
    @MethodSource("names")
    void loadsWithoutComplaint(final String name) throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(WorkflowRun.shipped().resolve(name))) {
            assertFalse(workflow.report().hasErrors(), workflow.report().findings().toString());
            assertTrue(workflow.stored().metadata().description().length() > 100);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isValid(final String name) {
        final ByteArrayOutputStream text = new ByteArrayOutputStream();
        final PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        final String[] command = {"validate", WorkflowRun.shipped().resolve(name).toString()};
        assertEquals(0, Electrode4D.run(command, out, out), () -> text.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("names")
    void runsAtItsSmallSize(final String name, final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of(name);
        for (final NodeInstance node : run.workflow().nodes()) {
            assertEquals(NodeState.EXECUTED, node.state(), node.title());
        }
        assertTrue(Files.list(run.results()).findAny().isPresent(), "nothing is written to the folder of results");
    }
}
