// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.transport.GeometricTortuosityNodeFactory;
import org.electrode4d.nodes.transport.PhaseDistancesNodeFactory;
import org.electrode4d.nodes.transport.PhaseTableNodeFactory;
import org.electrode4d.nodes.transport.RepresentativeVolumeNodeFactory;
import org.electrode4d.nodes.transport.TortuosityFactorNodeFactory;
import org.electrode4d.nodes.volumes.AgeingPhantomNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code transport-ageing}: what cycling does to the pores of an anode, as in Vorauer et al. (2020). */
final class TransportAgeingWorkflow {

    private static final String PORE = "0";

    private final WorkflowBuilder workflow = new WorkflowBuilder();
    private NodeBuilder phantom;
    private NodeBuilder tortuosity;
    private NodeBuilder distances;

    private TransportAgeingWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("transport-ageing", TransportAgeingWorkflow::build)
            .describe("""
                What cycling does to the transport of lithium in a silicon-composite anode: Figs. 5 to 7 of Vorauer \
                et al.

                A phantom of an anode ages over 0, 3, 100 and 300 cycles: silicon breaks into ever smaller pieces, \
                the interphase grows into the pores, and the pores lose their connections, most of all near the \
                collector. Measured are the fractions of all phases with their change since the pristine anode, \
                surfaces and interfaces, and how large a volume stands for the whole; the geometric tortuosity of \
                every place in the pores with its mean and the number of connections by depth; the tortuosity factor \
                and effective diffusivity of what still percolates; and the distances from the pores to the silicon.

                Workflow variables: size (voxels along x and y), depth (voxels along z), cycles, output (folder of \
                all pictures). Voxels of 0.65 µm; white in slices of tortuosity is what cannot be reached. For scans \
                of your own put a Volume Reader of label volumes in place of the phantom, and set the labels of pore \
                and silicon.""")
            .expect("""
                The volume of the pores falls by 37, 59 and 77 % after 3, 100 and 300 cycles, as Vorauer et al. \
                measured; paths through the pores become longer, the tortuosity factor grows, and silicon is ever \
                farther from a pore.""")
            .tags("electrode", "ageing", "tortuosity", "pores", "diffusion", "SEI")
            .small(new FlowVariable("size", 60), new FlowVariable("depth", 32),
                new FlowVariable("cycles", "0, 3, 100"));
    }

    private static WorkflowBuilder build() {
        final TransportAgeingWorkflow ageing = new TransportAgeingWorkflow();
        ageing.workflow.variable(new FlowVariable("size", 150));
        ageing.workflow.variable(new FlowVariable("depth", 50));
        ageing.workflow.variable(new FlowVariable("cycles", "0, 3, 100, 300"));
        ageing.workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        ageing.addPhantom();
        ageing.addPhases();
        ageing.addPaths();
        ageing.addFlux();
        ageing.addPictures();
        ageing.annotate();
        return ageing.workflow;
    }

    private void addPhantom() {
        phantom = workflow.node(AgeingPhantomNodeFactory.class, 80, 360).bind("cycles", "cycles")
            .bind("sizeX", "size").bind("sizeY", "size").bind("sizeZ", "depth")
            .label("Phases of an anode: pristine,\nafter 3, 100 and 300 cycles");
    }

    private void addPhases() {
        final NodeBuilder phases = ShippedWorkflows.pictures(workflow.node(PhaseTableNodeFactory.class, 320, 240))
            .label("Fractions, surfaces, interfaces,\nand how they change");
        final NodeBuilder representative = ShippedWorkflows.pictures(workflow
            .node(RepresentativeVolumeNodeFactory.class, 520, 240).set("phase", 0).set("fullDepth", true))
            .label("How large a volume\nstands for the anode?");
        workflow.connect(phantom, 1, phases, 1).connect(phantom, 1, representative, 1);
    }

    private void addPaths() {
        tortuosity = ShippedWorkflows.pictures(workflow.node(GeometricTortuosityNodeFactory.class, 320, 380)
            .set("poreLabels", PORE)).label("How long are the paths\nthrough the pores?");
        distances = ShippedWorkflows.pictures(workflow.node(PhaseDistancesNodeFactory.class, 520, 380)
            .set("from", PORE).set("to", "3")).label("How far is it from the pores\nto the silicon?");
        workflow.connect(phantom, 1, tortuosity, 1).connect(tortuosity, 1, distances, 1);
    }

    private void addFlux() {
        final NodeBuilder flux = ShippedWorkflows.pictures(workflow.node(TortuosityFactorNodeFactory.class, 320, 520)
            .set("conductors", PORE + " = 3.01e-10")).label("Effective diffusivity,\nparameters for PyBaMM");
        workflow.connect(phantom, 1, flux, 1);
    }

    private void addPictures() {
        final NodeBuilder slices = ShippedWorkflows.files(workflow.node(SlicePictureNodeFactory.class, 760, 380))
            .set("nameTemplate", "{Step}-{Column}")
            .edit(model -> model.addStringArray("columns", "Phases", "Tortuosity", "Distance"))
            .label("Slices as PNG");
        workflow.connect(distances, 1, slices, 1);
    }

    private void annotate() {
        ShippedWorkflows.note(workflow, "1. Segmented scans",
            "Stand in for segmented tomograms of an anode that ages. Replace the phantom by a "
            + "<em>Volume Reader</em> for label volumes of your own.", new Bounds(20, 60, 240, 120),
            ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "2. Structure and transport",
            "Pores shrink and lose their connections while the interphase grows: "
            + "fractions and surfaces (Figs. 5 and 6c of the paper), paths and connections with depth (Figs. 5c, 6a, "
            + "6b), distances to the silicon (Fig. 7), and the flux that still gets through.",
            new Bounds(280, 60, 400, 120), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "3. Pictures",
            "White in the slices of tortuosity: not reachable from the surface.",
            new Bounds(700, 60, 220, 120), ShippedWorkflows.BLUE);
    }
}
