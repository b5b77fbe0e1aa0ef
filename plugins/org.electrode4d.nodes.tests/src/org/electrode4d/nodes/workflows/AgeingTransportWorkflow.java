// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.particles.ParticleTableNodeFactory;
import org.electrode4d.nodes.reporting.ExpectedValuesNodeFactory;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.transport.GeometricTortuosityNodeFactory;
import org.electrode4d.nodes.transport.PhaseDistancesNodeFactory;
import org.electrode4d.nodes.transport.PhaseTableNodeFactory;
import org.electrode4d.nodes.transport.RepresentativeVolumeNodeFactory;
import org.electrode4d.nodes.transport.TortuosityFactorNodeFactory;
import org.electrode4d.nodes.volumes.AgeingPhantomNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code ageing-transport}: what cycling does to the pores of an anode, as in Vorauer et al. (2020). */
final class AgeingTransportWorkflow {

    private static final String PORE = "0";
    private static final String SILICON = "3";

    private final WorkflowBuilder workflow = new WorkflowBuilder();
    private NodeBuilder phantom;
    private NodeBuilder comparison;

    private AgeingTransportWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("ageing-transport", AgeingTransportWorkflow::build)
            .describe("""
            What cycling does to the transport of lithium in a silicon anode, beside the numbers of Vorauer et al.

            A phantom of an anode ages over 0, 3, 100 and 300 cycles: silicon breaks into ever smaller pieces, the \
            interphase grows into the pores, and the pores lose their connections, most of all near the collector. \
            Measured are the pieces of silicon; the fractions of all phases with their change since the pristine \
            anode, surfaces and interfaces, and how large a volume stands for the whole; the geometric tortuosity of \
            every place in the pores with its mean and the number of connections by depth; the distances from the \
            pores to the silicon; and the tortuosity factor and effective diffusivity of what still percolates. The \
            table Comparison puts each measured number beside the true one of the phantom and the published one.

            Workflow variables: size (voxels along x and y), depth (voxels along z), cycles (the first one 0), output \
            (folder of all pictures). Voxels of 0.65 µm; white in slices of tortuosity is what cannot be reached. For \
            scans of your own put a Volume Reader of label volumes in place of the phantom, and set the labels of pore \
            and silicon.""")
            .expect("""
            pores lose 37.2, 58.8 and 76.5 % of their volume and 25, 47 and 70 % of their surface. At a depth of 24 µm \
            the mean tortuosity (26 neighbours) rises from 1.15 to 2.14 and the connections fall from 691 to 4; after \
            300 cycles the tortuosity grows with depth, from 1.56 at 8 µm, while that of the pristine anode does not. \
            The mean distance from the pores to the silicon grows from 3.4 to 4.3 µm. Runs in about a minute on two \
            cores.""")
            .tags("electrode", "ageing", "tortuosity", "pores", "diffusion", "SEI")
            .small(new FlowVariable("size", 64), new FlowVariable("depth", 38),
                new FlowVariable("cycles", "0, 3, 300"));
    }

    private static WorkflowBuilder build() {
        final AgeingTransportWorkflow ageing = new AgeingTransportWorkflow();
        ageing.workflow.variable(new FlowVariable("size", 150));
        ageing.workflow.variable(new FlowVariable("depth", 50));
        ageing.workflow.variable(new FlowVariable("cycles", "0, 3, 100, 300"));
        ageing.workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        ageing.addPhantom();
        ageing.addComparison();
        ageing.addStructure();
        ageing.addPaths();
        ageing.addFlux();
        ageing.annotate();
        return ageing.workflow;
    }

    private void addPhantom() {
        phantom = workflow.node(AgeingPhantomNodeFactory.class, 80, 420).bind("cycles", "cycles")
            .bind("sizeX", "size").bind("sizeY", "size").bind("sizeZ", "depth")
            .label("Phases of an anode: pristine,\nafter 3, 100 and 300 cycles");
    }

    private void addComparison() {
        comparison = workflow.node(ExpectedValuesNodeFactory.class, 980, 340)
            .label("Published, true\nand measured numbers");
        workflow.connect(phantom, 3, comparison, 1);
    }

    private void addStructure() {
        final NodeBuilder pieces = workflow.node(ParticleTableNodeFactory.class, 320, 260)
            .set("labelColumn", "Silicon pieces").set("useGrey", false).label("How silicon breaks");
        final NodeBuilder phases = ShippedWorkflows.pictures(workflow.node(PhaseTableNodeFactory.class, 320, 380))
            .label("Fractions, surfaces, interfaces,\nand how they change");
        final NodeBuilder representative = ShippedWorkflows.pictures(workflow
            .node(RepresentativeVolumeNodeFactory.class, 320, 500).set("phase", 0).set("fullDepth", true))
            .label("How large a volume\nstands for the anode?");
        workflow.connect(phantom, 1, pieces, 1).connect(phantom, 1, phases, 1).connect(phantom, 1, representative, 1);
        workflow.connect(phases, 1, comparison, 2).connect(pieces, 3, comparison, 3);
    }

    private void addPaths() {
        final NodeBuilder tortuosity = ShippedWorkflows.pictures(workflow
            .node(GeometricTortuosityNodeFactory.class, 540, 440).set("poreLabels", PORE).set("paths", "BRACKET"))
            .label("How long are the paths\nthrough the pores?");
        final NodeBuilder distances = ShippedWorkflows.pictures(workflow.node(PhaseDistancesNodeFactory.class, 760, 440)
            .set("from", PORE).set("to", SILICON).set("smoothing", 0.0))
            .label("How far is it from the pores\nto the silicon?");
        workflow.connect(phantom, 1, tortuosity, 1).connect(tortuosity, 1, distances, 1);
        workflow.connect(tortuosity, 2, comparison, 4).connect(distances, 2, comparison, 5);
        final NodeBuilder slices = ShippedWorkflows.files(workflow.node(SlicePictureNodeFactory.class, 980, 480))
            .set("nameTemplate", "{Step}-{Column}")
            .edit(model -> model.addStringArray("columns", "Phases", "Tortuosity", "Distance"))
            .label("Slices as PNG");
        workflow.connect(distances, 1, slices, 1);
    }

    private void addFlux() {
        final NodeBuilder flux = ShippedWorkflows.pictures(workflow.node(TortuosityFactorNodeFactory.class, 540, 580)
            .set("conductors", PORE + " = 3.01e-10")).label("Effective diffusivity,\nparameters for PyBaMM");
        workflow.connect(phantom, 1, flux, 1);
    }

    private void annotate() {
        ShippedWorkflows.note(workflow, "1. Segmented scans",
            "Stand in for segmented tomograms of an anode that ages. Replace the phantom by a "
            + "<em>Volume Reader</em> for label volumes of your own.", new Bounds(20, 60, 230, 140),
            ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "2. Structure",
            "Silicon breaks (Fig. 4), pores shrink while the interphase grows: fractions and surfaces (Figs. 5 and "
            + "6c).", new Bounds(270, 60, 210, 140), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "3. Transport",
            "Pores lose their connections: paths and connections with depth (Figs. 5c, 6a, 6b), distances to the "
            + "silicon (Fig. 7), and the flux that still gets through. White in slices of tortuosity: not reachable "
            + "from the surface.", new Bounds(500, 60, 400, 140), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "4. Results",
            "The <em>Comparison</em>: each number as published, as it is in the phantom, and as measured.",
            new Bounds(920, 60, 220, 140), ShippedWorkflows.RED);
    }
}
