// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.correlation.DeformationFieldFilterNodeFactory;
import org.electrode4d.nodes.correlation.DeformationFieldWriterNodeFactory;
import org.electrode4d.nodes.correlation.GlobalRegistrationNodeFactory;
import org.electrode4d.nodes.correlation.LocalCorrelationNodeFactory;
import org.electrode4d.nodes.correlation.ResidualMapNodeFactory;
import org.electrode4d.nodes.correlation.StrainNodeFactory;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.volumes.VolumeStatisticsNodeFactory;
import org.electrode4d.nodes.volumes.VolumeWriterNodeFactory;

/**
 * From a series to strain, residuals and files: what the correlation workflows have in common.
 *
 * @param filter the node whose first output has the filtered fields
 */
record CorrelationChain(NodeBuilder filter) {

    /** Adds the chain behind a node whose first output is a series. */
    static CorrelationChain after(final WorkflowBuilder workflow, final NodeBuilder source) {
        final NodeBuilder registration = workflow.node(GlobalRegistrationNodeFactory.class, 310, 240)
            .set("volumeColumn", "Volume").label("Whole volumes");
        final NodeBuilder correlation = workflow.node(LocalCorrelationNodeFactory.class, 455, 240)
            .set("startColumn", "Registration").bind("nodeSpacings", "nodeSpacings").label("Windows around nodes");
        final NodeBuilder filter = workflow.node(DeformationFieldFilterNodeFactory.class, 620, 240)
            .set("fieldColumn", "Deformation field").label("Fill failed nodes");
        final NodeBuilder strain = workflow.node(StrainNodeFactory.class, 780, 240)
            .set("fieldColumn", "Filtered field").label("Strain");
        final NodeBuilder residual = workflow.node(ResidualMapNodeFactory.class, 920, 240)
            .set("fieldColumn", "Filtered field").set("threshold", 0.0).set("matchGreys", true)
            .label("What deformation\ndoes not explain");
        workflow.chain(source, registration, correlation, filter, strain, residual);
        addResults(workflow, residual);
        return new CorrelationChain(filter);
    }

    private static void addResults(final WorkflowBuilder workflow, final NodeBuilder residual) {
        final NodeBuilder statistics = workflow.node(VolumeStatisticsNodeFactory.class, 1120, 240)
            .set("volumeColumn", "Residual").label("Residual in numbers");
        final NodeBuilder fields = workflow.node(DeformationFieldWriterNodeFactory.class, 1120, 360)
            .set("fieldColumn", "Filtered field").label("SPAM TSV, CSV, VTK");
        final NodeBuilder volumes = workflow.node(VolumeWriterNodeFactory.class, 1120, 480)
            .set("volumeColumn", "Residual").set("nameTemplate", "{Reference step}-{Deformed step}-residual")
            .label("Residual volume");
        final NodeBuilder pictures = workflow.node(SlicePictureNodeFactory.class, 1120, 600)
            .set("nameTemplate", "{Reference step}-{Deformed step}-{Column}")
            .edit(model -> model.addStringArray("columns", "Reference", "Deformed", "Filtered field",
                "Volumetric strain", "Biot strain zz", "Residual"))
            .label("Slices as PNG");
        for (final NodeBuilder results : new NodeBuilder[]{statistics, fields, volumes, pictures}) {
            workflow.connect(residual, 1, results, 1);
        }
        for (final NodeBuilder writer : new NodeBuilder[]{fields, volumes, pictures}) {
            writer.set("folder", ShippedWorkflows.RESULTS).set("createFolders", true).set("existing", "OVERWRITE")
                .bind("folder", "output");
        }
    }

    /** Tells what the stages of the chain do. */
    static void annotate(final WorkflowBuilder workflow) {
        ShippedWorkflows.note(workflow, "2. Correlation",
            "Whole volumes first, then windows around the nodes of ever finer grids. Nodes that fail are filled from "
            + "their neighbours. The node spacings are the workflow variable <em>nodeSpacings</em>.",
            new Bounds(300, 60, 400, 120), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "3. Strain and residual",
            "Strain from the gradient of the displacement; what the deformation does not explain remains in the "
            + "residual map. Raise its noise threshold to what two scans of the same state leave.",
            new Bounds(720, 60, 320, 120), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "4. Results",
            "Fields as SPAM TSV, CSV and VTK, the residual volume as TIFF, slices as PNG: in the folder of the "
            + "workflow variable <em>output</em>.", new Bounds(1060, 60, 320, 120), ShippedWorkflows.BLUE);
    }
}
