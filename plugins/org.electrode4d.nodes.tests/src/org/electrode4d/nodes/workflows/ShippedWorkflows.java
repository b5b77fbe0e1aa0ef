// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Annotation;
import org.electrode4d.embedded.workflow.Bounds;
import org.knime.core.node.InvalidSettingsException;

/**
 * The workflows that ship with the project, and what they have in common. Run it on the folder {@code workflows} after
 * changing a node or a workflow; the same code always writes the same files. Where the folder {@code docs} is beside
 * it, the page of the workflows there is written, too.
 */
public final class ShippedWorkflows {

    /** The folder that the writers of all workflows write into, by default. */
    static final String RESULTS = "knime://knime.workflow/data/results";

    static final int BLUE = 0x5B7C99;
    static final int RED = 0xC8442F;

    private ShippedWorkflows() {
    }

    /** Every one of them, from the first to try to the most special. */
    static List<ShippedWorkflow> all() {
        return List.of(PhantomWorkflow.shipped(), InSituLithiationWorkflow.shipped(), TwoScansWorkflow.shipped(),
             TimeSeriesWorkflow.shipped(),
            ParticleCorrelationWorkflow.shipped(), PreTestWorkflow.shipped(), AcquisitionWorkflow.shipped(),
            ParticleWorkflow.shipped(), ThresholdWorkflow.shipped(), MorphologyWorkflow.shipped(),
            PaintedLabelsWorkflow.shipped(), SegmentationTrainingWorkflow.shipped(), AgeingTransportWorkflow.shipped(),
            LithiumDiffusionWorkflow.shipped());
    }

    /** The one of that name. */
    static ShippedWorkflow named(final String name) {
        return all().stream().filter(workflow -> workflow.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No workflow is named " + name + ": add it to all()"));
    }

    /** @param arguments the folder that holds the workflows */
    public static void main(final String[] arguments) throws IOException, InvalidSettingsException {
        final Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        for (final ShippedWorkflow workflow : all()) {
            workflow.save(folder);
        }
        final Path documentation = folder.toAbsolutePath().resolveSibling("docs");
        if (Files.isDirectory(documentation)) {
            Files.writeString(documentation.resolve("workflows.md"), WorkflowReference.of(folder));
        }
    }

    /** Lets a node write its pictures into the folder of the results. */
    static NodeBuilder pictures(final NodeBuilder node) {
        return node.set("pictures/folder", RESULTS).set("pictures/createFolders", true)
            .set("pictures/existing", "OVERWRITE").bind("pictures/folder", "output");
    }

    /** Lets a Crop keep what is between the separator and a depth that the workflow's variables say. */
    static NodeBuilder aboveCollector(final NodeBuilder crop) {
        return crop.set("definition", "VOXELS").bind("voxelsX", "size").bind("voxelsY", "size")
            .bind("voxelsZ", "depth");
    }

    /** Lets a node write its files into the folder of the results. */
    static NodeBuilder files(final NodeBuilder node) {
        return node.set("folder", RESULTS).set("createFolders", true).set("existing", "OVERWRITE")
            .bind("folder", "output");
    }

    /** Puts a heading and a few sentences on a coloured ground. */
    static void note(final WorkflowBuilder workflow, final String title, final String text, final Bounds place,
        final int colour) {
        workflow.annotate(Annotation.html("<p><strong>" + title + "</strong></p><p>" + text + "</p>", place, colour));
    }
}
