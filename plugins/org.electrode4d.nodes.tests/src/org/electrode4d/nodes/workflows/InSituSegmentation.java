// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.nodes.particles.EdgeResolutionNodeFactory;
import org.electrode4d.nodes.particles.ElectrodeThicknessNodeFactory;
import org.electrode4d.nodes.preparation.DenoiserNodeFactory;
import org.electrode4d.nodes.preparation.GreyMatchingNodeFactory;
import org.electrode4d.nodes.preparation.RingFilterNodeFactory;
import org.electrode4d.nodes.preparation.SeriesAlignmentNodeFactory;
import org.electrode4d.nodes.segmentation.BinaryMorphologyNodeFactory;
import org.electrode4d.nodes.segmentation.ObjectFilterNodeFactory;
import org.electrode4d.nodes.segmentation.ThresholdNodeFactory;
import org.electrode4d.nodes.segmentation.WatershedNodeFactory;
import org.electrode4d.nodes.volumes.StepFilterNodeFactory;

/**
 * The second and third part of {@code in-situ-lithiation}: scans are cleaned, matched and aligned on the collector, and
 * cut into copper, silicon, the rest of the electrode and the separator, which are the phases 1 to 4.
 *
 * @param scans the series with its columns "Aligned", "Phases (#1)", and the "Mask" of the electrode
 * @param particles the row of T0 with its "Particles"
 * @param thickness of the electrode at every step
 * @param resolution of the scan T0
 */
record InSituSegmentation(NodeBuilder scans, NodeBuilder particles, NodeBuilder thickness, NodeBuilder resolution) {

    static final String PHASES = "Phases (#1)";
    static final String ELECTRODE = "Mask";
    /** The phase of silicon that is not lithiated. */
    static final String SILICON = "2";

    /** The blur at the face of the copper has the grey value of silicon; no particle is as thin. */
    private static final double RIM = 0.4;

    static InSituSegmentation of(final WorkflowBuilder workflow, final NodeBuilder scans) {
        final NodeBuilder aligned = aligned(workflow, scans);
        final NodeBuilder phases = phases(workflow, aligned);
        final NodeBuilder electrode = workflow.node(BinaryMorphologyNodeFactory.class, 1080, 440)
            .set("maskColumn", PHASES).set("labels", "2, 3").set("operation", "CLOSING").set("radius", 0.5)
            .label("The electrode,\npores closed");
        workflow.chain(phases, electrode);
        final NodeBuilder particles = particles(workflow, phases);
        final NodeBuilder resolution =
            ShippedWorkflows.pictures(workflow.node(EdgeResolutionNodeFactory.class, 1520, 600))
                .set("source", "PARTICLES").set("halfLength", 8.0).set("separation", 6.0).label("Resolution at T0");
        workflow.connect(particles, 1, resolution, 1);
        return new InSituSegmentation(electrode, particles, thickness(workflow, phases), resolution);
    }

    private static NodeBuilder aligned(final WorkflowBuilder workflow, final NodeBuilder scans) {
        final NodeBuilder rings = workflow.node(RingFilterNodeFactory.class, 420, 440).set("replace", true)
            .label("Rings out");
        final NodeBuilder phases = workflow.node(ThresholdNodeFactory.class, 520, 440).set("classes", 4)
            .set("result", "PHASES").label("Copper, silicon, rest\nof the electrode,\nseparator");
        final NodeBuilder greys = workflow.node(GreyMatchingNodeFactory.class, 630, 440).set("source", "LABELS")
            .set("labels", "1, 4").set("replace", true).label("Copper and separator\nas grey as at T0");
        final NodeBuilder aligned = ShippedWorkflows.pictures(workflow.node(SeriesAlignmentNodeFactory.class, 750, 440)
            .set("region", "MASK").set("maskColumn", "Phases").set("labels", "1").set("margin", 0)
            .set("outside", "NEAREST"))
            .label("On the copper\ncollector");
        workflow.chain(scans, rings, phases, greys, aligned);
        return aligned;
    }

    private static NodeBuilder phases(final WorkflowBuilder workflow, final NodeBuilder aligned) {
        final NodeBuilder denoised = workflow.node(DenoiserNodeFactory.class, 855, 440).set("volumeColumn", "Aligned")
            .set("method", "GAUSSIAN").label("Noise out");
        final NodeBuilder phases = ShippedWorkflows.pictures(workflow.node(ThresholdNodeFactory.class, 945, 440)
            .set("volumeColumn", "Denoised").set("classes", 4).set("result", "PHASES").set("ofFirst", true)
            .set("rim", RIM).set("rimPhases", SILICON)).label("Phases, with the\nthresholds of T0");
        workflow.chain(aligned, denoised, phases);
        return phases;
    }

    private static NodeBuilder particles(final WorkflowBuilder workflow, final NodeBuilder phases) {
        final NodeBuilder first = workflow.node(StepFilterNodeFactory.class, 1070, 600).label("T0");
        final NodeBuilder closed = workflow.node(BinaryMorphologyNodeFactory.class, 1180, 600)
            .set("maskColumn", PHASES).set("labels", SILICON).set("operation", "CLOSING").set("radius", 0.3)
            .label("Cracks closed");
        final NodeBuilder whole = workflow.node(ObjectFilterNodeFactory.class, 1300, 600).set("maskColumn", "Mask")
            .set("smallest", 1.0).label("Specks out");
        final NodeBuilder particles = workflow.node(WatershedNodeFactory.class, 1400, 600)
            .set("maskColumn", "Mask (#1)").set("h", 0.4).set("leastVolume", 1.0)
            .label("Particles that touch\nare cut apart");
        workflow.chain(phases, first, closed, whole, particles);
        return particles;
    }

    private static NodeBuilder thickness(final WorkflowBuilder workflow, final NodeBuilder phases) {
        final NodeBuilder thickness =
            ShippedWorkflows.pictures(workflow.node(ElectrodeThicknessNodeFactory.class, 945, 600)
                .set("phaseColumn", PHASES).set("labels", "2, 3"))
                .label("Thickness and\nexpansion");
        workflow.connect(phases, 1, thickness, 1);
        return thickness;
    }
}
