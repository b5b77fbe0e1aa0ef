// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.nodes.correlation.DeformationFieldComposerNodeFactory;
import org.electrode4d.nodes.correlation.DeformationFieldFilterNodeFactory;
import org.electrode4d.nodes.correlation.GlobalRegistrationNodeFactory;
import org.electrode4d.nodes.correlation.LocalCorrelationNodeFactory;
import org.electrode4d.nodes.correlation.NoiseFloorNodeFactory;
import org.electrode4d.nodes.correlation.ResidualMapNodeFactory;
import org.electrode4d.nodes.correlation.StrainNodeFactory;
import org.electrode4d.nodes.correlation.StrainStatisticsNodeFactory;

/**
 * The fourth and fifth part of {@code in-situ-lithiation}: deformation from step to step inside the electrode, put
 * together to that since T0; strain of the electrode and its sides; residuals above the noise of the double scan.
 *
 * @param strain statistics of every region and step
 * @param residuals fields since T0 with "Volumetric strain", ..., and "Residual"
 */
record InSituCorrelation(NodeBuilder strain, NodeBuilder residuals) {

    /** The border between the sides that makes means of 34 and 50 % one of 44 %. */
    private static final double COLLECTOR_SHARE = 0.375;

    static InSituCorrelation of(final WorkflowBuilder workflow, final InSituSegmentation scans) {
        final NodeBuilder registration = workflow.node(GlobalRegistrationNodeFactory.class, 1290, 300)
            .set("volumeColumn", "Aligned").set("tolerance", 0.1).set("maximumIterations", 40)
            .set("interpolation", "FAST").label("T0 to T1,\nT1 to T2, ...");
        final NodeBuilder local = workflow.node(LocalCorrelationNodeFactory.class, 1430, 300)
            .set("startColumn", "Registration").bind("nodeSpacings", "nodeSpacings")
            .bind("halfWindowSizes", "halfWindowSizes").set("useMask", true)
            .set("maskColumn", InSituSegmentation.ELECTRODE).set("minimumCoverage", 0.3).set("interpolation", "FAST")
            .set("tolerance", 0.01).label("Windows around nodes\nin the electrode");
        final NodeBuilder steps = workflow.node(DeformationFieldFilterNodeFactory.class, 1590, 300)
            .set("fieldColumn", "Deformation field").label("Fill failed nodes");
        final NodeBuilder composed = workflow.node(DeformationFieldComposerNodeFactory.class, 1770, 300)
            .set("fieldColumn", "Filtered field").label("Steps put together:\nT0 to T1, T0 to T2, ...");
        workflow.connect(scans.scans(), 1, registration, 1).connect(scans.scans(), 1, local, 2);
        workflow.chain(registration, local, steps, composed);
        return new InSituCorrelation(strain(workflow, composed, scans.scans()), residuals(workflow, steps, composed));
    }

    private static NodeBuilder strain(final WorkflowBuilder workflow, final NodeBuilder composed,
        final NodeBuilder scans) {
        final NodeBuilder strain = workflow.node(StrainStatisticsNodeFactory.class, 1950, 200)
            .set("fieldColumn", "Deformation field").set("cutShare", COLLECTOR_SHARE).set("useFilled", false)
            .set("labelUse", "MASK").set("labelColumn", InSituSegmentation.ELECTRODE)
            .set("folder", ShippedWorkflows.RESULTS)
            .set("createFolders", true).set("existing", "OVERWRITE").bind("folder", "output")
            .label("Strain of the electrode,\ncollector and separator side");
        workflow.connect(composed, 1, strain, 1).connect(scans, 1, strain, 2);
        return strain;
    }

    private static NodeBuilder residuals(final WorkflowBuilder workflow, final NodeBuilder steps,
        final NodeBuilder composed) {
        final NodeBuilder maps = workflow.node(StrainNodeFactory.class, 1790, 440)
            .set("fieldColumn", "Deformation field").set("useFilled", false).label("Strain maps");
        final NodeBuilder noise = workflow.node(NoiseFloorNodeFactory.class, 1900, 440)
            .set("fieldColumn", "Filtered field").label("What T8 and T9\ndiffer by");
        final NodeBuilder residuals = workflow.node(ResidualMapNodeFactory.class, 2020, 440)
            .set("fieldColumn", "Deformation field").set("thresholdSource", "COLUMN")
            .label("What deformation\ndoes not explain");
        workflow.connect(composed, 1, maps, 1).connect(steps, 1, noise, 1).connect(maps, 1, noise, 2);
        workflow.chain(noise, residuals);
        return residuals;
    }
}
