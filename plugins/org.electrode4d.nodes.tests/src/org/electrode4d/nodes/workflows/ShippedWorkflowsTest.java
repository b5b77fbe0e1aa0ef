// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.io.Format;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.WriteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.workflow.FlowVariable;

/** Every shipped workflow loads, is what its source says, and runs, on small volumes, to files in a folder. */
class ShippedWorkflowsTest {

    /** A released bundle has another qualifier than one that is run from its sources. */
    private static final String BUNDLE_VERSION = "0\\.1\\.0\\.[A-Za-z0-9]+";

    @TempDir
    Path temporary;

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

    @ParameterizedTest
    @ValueSource(strings = {"dvc-phantom", "dvc-two-scans", "dvc-time-series", "in-situ-acquisition",
        "particle-statistics", "threshold-segmentation", "segmentation-training", "ageing-transport",
        "lithium-diffusion"})
    void isWhatItsSourceSays(final String name) throws Exception {
        ShippedWorkflows.main(new String[]{temporary.toString()});
        assertEquals(files(temporary.resolve(name)), files(WorkflowRun.shipped().resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dvc-phantom", "dvc-two-scans", "dvc-time-series", "in-situ-acquisition",
        "particle-statistics", "threshold-segmentation", "segmentation-training", "ageing-transport",
        "lithium-diffusion"})
    void holdsNoAbsolutePath(final String name) throws Exception {
        files(WorkflowRun.shipped().resolve(name)).forEach((file, text) -> assertFalse(
            text.matches("(?s).*value=\"(/|[A-Za-z]:\\\\|file:).*"), file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dvc-phantom", "dvc-two-scans", "dvc-time-series", "in-situ-acquisition",
        "particle-statistics", "threshold-segmentation", "segmentation-training", "ageing-transport",
        "lithium-diffusion"})
    void loadsWithoutComplaint(final String name) throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(WorkflowRun.shipped().resolve(name))) {
            assertFalse(workflow.report().hasErrors(), workflow.report().findings().toString());
            assertTrue(workflow.stored().metadata().description().length() > 100);
        }
    }

    private void assertFilesAreThere() throws IOException {
        WorkflowRun.assertFilesAreThere(temporary.resolve("results"), ".tsv", ".csv", ".vti", "residual.tif", ".png");
    }

    @Test
    void thePhantomWorkflowMeasuresWhatIsTrue() throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(WorkflowRun.shipped().resolve("dvc-phantom"))) {
            workflow.setVariable(new FlowVariable("size", 64));
            workflow.setVariable(new FlowVariable("nodeSpacings", "20, 12"));
            workflow.setVariable(new FlowVariable("trueNodeSpacing", 12));
            workflow.setVariable(new FlowVariable("output", temporary.resolve("results").toString()));
            WorkflowRun.run(workflow);
            final BufferedDataTable comparison =
                WorkflowRun.output(workflow, "Field Comparison", 0);
            assertEquals("Displacement error length", NodeTester.cell(comparison, 0, "Quantity").toString());
            assertTrue(((DoubleValue)NodeTester.cell(comparison, 0, "Mean measured")).getDoubleValue() < 0.02,
                NodeTester.row(comparison, 0).toString());
            WorkflowRun.assertNoWarnings(workflow);
        }
        assertFilesAreThere();
    }

    @Test
    void theTwoScansWorkflowReadsWhatItsVariablesName() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 64).run();
            for (int step = 0; step < 2; step++) {
                VolumeFiles.write(((VolumeValue)phantom.cell(0, step, "Volume")).getVolume(),
                    temporary.resolve("scan" + step + ".npy"), WriteOptions.of(Format.NPY), Progress.NONE);
            }
        }
        try (OpenWorkflow workflow = OpenWorkflow.load(WorkflowRun.shipped().resolve("dvc-two-scans"))) {
            workflow.setVariable(new FlowVariable("reference", temporary.resolve("scan0.npy").toString()));
            workflow.setVariable(new FlowVariable("deformed", temporary.resolve("scan1.npy").toString()));
            workflow.setVariable(new FlowVariable("voxelSize", 0.05));
            workflow.setVariable(new FlowVariable("nodeSpacings", "20, 12"));
            workflow.setVariable(new FlowVariable("output", temporary.resolve("results").toString()));
            WorkflowRun.run(workflow);
        }
        assertFilesAreThere();
    }
}
