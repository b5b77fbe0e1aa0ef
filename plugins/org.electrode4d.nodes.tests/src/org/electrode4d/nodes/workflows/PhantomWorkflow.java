// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.correlation.FieldComparisonNodeFactory;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code dvc-phantom}: what volume correlation measures of a deformation that is known. */
final class PhantomWorkflow {

    private PhantomWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("dvc-phantom", PhantomWorkflow::build)
            .describe("""
                Digital volume correlation of a phantom whose deformation is known exactly.

                A textured cube is rendered before and after a stretch, rotation and shift. The workflow registers \
                both states, measures the deformation field, fills nodes that did not converge, computes strain and \
                the residual map, and compares measured with true displacement and strain.

                Workflow variables: size (edge of the cube in voxels), nodeSpacings (from coarse to fine, in voxels), \
                trueNodeSpacing (node spacing of the true field; the finest of nodeSpacings, so that both have the \
                same nodes), output (folder of all files). Runs in less than a minute on two cores.""")
            .expect("""
                The mean length of the displacement error is 0.0001 voxels, without noise. Displacements of 1.299, \
                -0.704 and 2.380 voxels along x, y and z in the mean, a volumetric strain of 0.0504 and Biot strains \
                of 0.0100, 0.0000 and 0.0400 are found, which are the true ones in all these digits.""")
            .tags("electrode", "tomography", "digital volume correlation", "strain")
            .small(new FlowVariable("size", 64), new FlowVariable("nodeSpacings", "20, 12"),
                new FlowVariable("trueNodeSpacing", 12));
    }

    private static WorkflowBuilder build() {
        final WorkflowBuilder workflow = new WorkflowBuilder();
        workflow.variable(new FlowVariable("size", 200));
        workflow.variable(new FlowVariable("nodeSpacings", "60, 40, 20"));
        workflow.variable(new FlowVariable("trueNodeSpacing", 20));
        workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        final NodeBuilder source = workflow.node(TexturePhantomNodeFactory.class, 80, 240)
            .bind("size", "size").bind("nodeSpacing", "trueNodeSpacing")
            .label("Two states of a sample,\n4 % thicker, turned and moved");
        final CorrelationChain chain = CorrelationChain.after(workflow, source);
        final NodeBuilder comparison = workflow.node(FieldComparisonNodeFactory.class, 780, 420)
            .set("measuredColumn", "Filtered field").set("trueColumn", "True field")
            .label("Measured and true displacement\nand strain, and how far they are apart");
        workflow.connect(chain.filter(), 1, comparison, 1).connect(source, 2, comparison, 2);
        annotate(workflow);
        CorrelationChain.annotate(workflow);
        return workflow;
    }

    private static void annotate(final WorkflowBuilder workflow) {
        ShippedWorkflows.note(workflow, "1. The phantom",
            "Stands in for two scans. Change the motion, or add noise, in the dialog of the node; the size is the "
            + "workflow variable <em>size</em>.", new Bounds(20, 60, 260, 120), ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "What it shows",
            "The table <em>Comparison</em> begins with the mean length of the displacement error in voxels; then come "
            + "measured and true means of displacement [voxel, µm] and strain, with bias, scatter and the largest "
            + "error.", new Bounds(720, 540, 320, 120), ShippedWorkflows.RED);
    }
}
