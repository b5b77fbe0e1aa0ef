// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.electrode4d.nodes.volumes.VolumeReaderNodeFactory;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.io.Format;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.WriteOptions;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code dvc-two-scans}: volume correlation of two scans of a user. */
final class TwoScansWorkflow {

    private TwoScansWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("dvc-two-scans", TwoScansWorkflow::build)
            .describe("""
                Digital volume correlation of two scans of your own.

                Reads a reference and a deformed scan, registers them as a whole, measures the deformation field on a \
                grid, fills nodes that did not converge, computes strain and the residual map, and writes tables, \
                volumes and pictures.

                Workflow variables: reference, deformed (each a TIFF, MetaImage, NumPy or OME-Zarr volume or a folder \
                of TIFF slices; without a value, data/reference and data/deformed in the folder of the workflow), \
                voxelSize (in µm; 0 takes the size stored in the files), nodeSpacings (from coarse to fine, in \
                voxels; 100, 70, 35 suits volumes of 2048 voxels, halve them for smaller volumes), output (folder of \
                all files).""")
            .expect("""
                Two scans of one state, between which nothing happened, give displacements and strains of 0 within \
                the noise, and what the residual map shows then is the noise: begin with such a pair. Every build \
                reads two scans of the phantom of dvc-phantom, 4 % apart in thickness, with this workflow.""")
            .tags("electrode", "tomography", "digital volume correlation", "strain")
            .small(new FlowVariable("voxelSize", 0.05), new FlowVariable("nodeSpacings", "20, 12"))
            .inputs(TwoScansWorkflow::scans, "reference", "deformed");
    }

    /** Two scans of a phantom. */
    private static List<FlowVariable> scans(final Path folder) throws Exception {
        final List<FlowVariable> variables = new ArrayList<>();
        try (NodeTester tester = NodeTester.open()) {
            final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 64).run();
            for (final String variable : new String[]{"reference", "deformed"}) {
                final Path file = folder.resolve(variable + ".npy");
                VolumeFiles.write(((VolumeValue)phantom.cell(0, variables.size(), "Volume")).getVolume(), file,
                    WriteOptions.of(Format.NPY), Progress.NONE);
                variables.add(new FlowVariable(variable, file.toString()));
            }
        }
        return variables;
    }

    private static WorkflowBuilder build() {
        final WorkflowBuilder workflow = new WorkflowBuilder();
        workflow.variable(new FlowVariable("reference", "knime://knime.workflow/data/reference"));
        workflow.variable(new FlowVariable("deformed", "knime://knime.workflow/data/deformed"));
        workflow.variable(new FlowVariable("voxelSize", 0.0));
        workflow.variable(new FlowVariable("nodeSpacings", "100, 70, 35"));
        workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        final NodeBuilder source = workflow.node(VolumeReaderNodeFactory.class, 80, 240)
            .set("location", "TWO_SCANS").set("path", "knime://knime.workflow/data/reference")
            .set("secondPath", "knime://knime.workflow/data/deformed")
            .bind("path", "reference").bind("secondPath", "deformed").bind("voxelSize", "voxelSize")
            .label("Your two scans");
        CorrelationChain.after(workflow, source);
        ShippedWorkflows.note(workflow, "1. Your scans",
            "Set the workflow variables <em>reference</em> and <em>deformed</em> to a file or a folder of slices each, "
            + "and <em>voxelSize</em> to the size of a voxel in µm (0: as stored in the files).",
            new Bounds(20, 60, 260, 120), ShippedWorkflows.RED);
        CorrelationChain.annotate(workflow);
        return workflow;
    }
}
