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
import org.electrode4d.nodes.RepositoryRoot;
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

    @TempDir
    static Path temporary;

    /** What the sources say now. */
    private static Path written;

    @BeforeAll
    static void write() throws Exception {
        written = temporary.resolve("workflows");
        Files.createDirectory(temporary.resolve("docs"));
        ShippedWorkflows.main(new String[]{written.toString()});
    }

    static List<String> names() throws IOException {
        return WorkflowRun.names();
    }

    /** Every file below a folder but results of runs; bytes as characters, so that images can be compared, too. */
    private static TreeMap<String, String> files(final Path folder) throws IOException {
        final TreeMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (final Path file : tree.filter(Files::isRegularFile).toList()) {
                final String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("data/results")) {
                    texts.put(name, Files.readString(file, name.startsWith("data") ? StandardCharsets.ISO_8859_1
                        : StandardCharsets.UTF_8).replaceAll(BUNDLE_VERSION, "VERSION"));
                }
            }
        }
        return texts;
    }

    private static String run(final String... command) {
        final ByteArrayOutputStream text = new ByteArrayOutputStream();
        final PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        final int code = Electrode4D.run(command, out, out);
        assertEquals(0, code, () -> text.toString(StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
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
    void isValidAndIsExportedAsAnArchiveThatIsValid(final String name) throws Exception {
        final String folder = WorkflowRun.shipped().resolve(name).toString();
        final String archive = temporary.resolve(name + ".knwf").toString();
        run("validate", folder);
        run("export", folder, "-o", archive);
        run("validate", archive);
    }

    @Test
    void anArchiveRunsElsewhereWithTheFilesThatTravelWithIt() throws Exception {
        final Path archive = temporary.resolve("elsewhere.knwf");
        final Path out = temporary.resolve("out");
        run("export", WorkflowRun.shipped().resolve("pre-test-cells").toString(), "-o", archive.toString());
        run("run", archive.toString(), "--out", out.toString());
        WorkflowRun.assertFilesAreThere(out, "Verdict.csv", "pre-test-charge.png");
    }

    @Test
    void thePageOfTheWorkflowsIsUpToDate() throws Exception {
        assertEquals(Files.readString(temporary.resolve("docs/workflows.md")),
            Files.readString(RepositoryRoot.find().resolve("docs/workflows.md")), "run ShippedWorkflows again");
    }

    @ParameterizedTest
    @MethodSource("names")
    void runsAtItsSmallSize(final String name, final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of(name);
        for (final NodeInstance node : run.workflow().nodes()) {
            assertEquals(NodeState.EXECUTED, node.state(), node.title());
        }
        try (Stream<Path> results = Files.list(run.results())) {
            assertTrue(results.findAny().isPresent(), "nothing is written to the folder of results");
        }
    }
}
