// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.nodes.correlation.LabelPropagationNodeFactory;
import org.electrode4d.nodes.particles.LithiationModeNodeFactory;
import org.electrode4d.nodes.particles.NonLithiatedPhaseNodeFactory;
import org.electrode4d.nodes.particles.ParticleTableNodeFactory;
import org.electrode4d.nodes.particles.ParticleTrackingNodeFactory;
import org.electrode4d.nodes.volumes.StepJoinerNodeFactory;

/**
 * The sixth part of {@code in-situ-lithiation}: the particles of T0 found again in every scan, what of them is not
 * lithiated, where it moves, and how each particle takes up lithium.
 *
 * @param labels the series with "Propagated labels" and "Masked labels"
 * @param particles table of what is left of every particle at every step
 * @param nonLithiated of all particles
 * @param tracks of the particles
 * @param modes of lithiation
 */
record InSituLithiation(NodeBuilder labels, NodeBuilder particles, NodeBuilder nonLithiated, NodeBuilder tracks,
    NodeBuilder modes) {

    private static final String LEFT = "Masked labels";

    static InSituLithiation of(final WorkflowBuilder workflow, final InSituSegmentation scans,
        final InSituCorrelation correlation) {
        final NodeBuilder joined = workflow.node(StepJoinerNodeFactory.class, 2060, 600).set("columns", "Particles")
            .label("Particles of T0 beside\nthe masks of all scans");
        final NodeBuilder labels = workflow.node(LabelPropagationNodeFactory.class, 2150, 440)
            .set("fieldColumn", "Deformation field").set("useMask", true)
            .set("maskColumn", InSituSegmentation.PHASES).set("maskLabels", InSituSegmentation.SILICON)
            .label("Every particle in every scan,\nand what is left of it");
        workflow.connect(scans.scans(), 1, joined, 1).connect(scans.particles(), 1, joined, 2);
        workflow.connect(correlation.residuals(), 1, labels, 1).connect(joined, 1, labels, 2);
        final NodeBuilder particles = workflow.node(ParticleTableNodeFactory.class, 2300, 600)
            .set("labelColumn", LEFT).label("Volume and centre of mass");
        workflow.connect(labels, 1, particles, 1);
        return new InSituLithiation(labels, particles, nonLithiated(workflow, labels), tracks(workflow, labels),
            modes(workflow, labels, scans.particles()));
    }

    private static NodeBuilder nonLithiated(final WorkflowBuilder workflow, final NodeBuilder labels) {
        final NodeBuilder nonLithiated =
            ShippedWorkflows.pictures(workflow.node(NonLithiatedPhaseNodeFactory.class, 2300, 720)
                .set("phaseColumn", LEFT).set("labelColumn", LEFT).set("leastVolume", 1.0))
                .label("Silicon that is left");
        workflow.connect(labels, 1, nonLithiated, 1);
        return nonLithiated;
    }

    private static NodeBuilder tracks(final WorkflowBuilder workflow, final NodeBuilder labels) {
        final NodeBuilder tracks =
            ShippedWorkflows.pictures(workflow.node(ParticleTrackingNodeFactory.class, 2300, 840)
                .set("labelColumn", LEFT)).label("Trajectories");
        workflow.connect(labels, 1, tracks, 1);
        return tracks;
    }

    private static NodeBuilder modes(final WorkflowBuilder workflow, final NodeBuilder labels,
        final NodeBuilder first) {
        final NodeBuilder modes = ShippedWorkflows.pictures(workflow.node(LithiationModeNodeFactory.class, 2300, 440)
            .set("labelColumn", "Propagated labels").set("siliconColumn", InSituSegmentation.PHASES)
            .set("siliconLabels", InSituSegmentation.SILICON).set("scanColumn", "Deformed"))
            .label("Core-shell, network,\ncracked or inactive");
        workflow.connect(labels, 2, modes, 1).connect(first, 1, modes, 2);
        return modes;
    }
}
