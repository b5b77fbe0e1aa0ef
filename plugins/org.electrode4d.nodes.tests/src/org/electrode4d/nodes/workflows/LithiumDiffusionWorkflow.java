// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.transport.LithiumDiffusionNodeFactory;
import org.electrode4d.nodes.transport.MeshGeneratorNodeFactory;
import org.electrode4d.nodes.transport.ParticleLithiationNodeFactory;
import org.electrode4d.nodes.volumes.AgeingPhantomNodeFactory;
import org.electrode4d.nodes.volumes.ElectrodePhantomNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code lithium-diffusion}: how lithium gets from the pores to the particles, and into one. */
final class LithiumDiffusionWorkflow {

    private final WorkflowBuilder workflow = new WorkflowBuilder();

    private LithiumDiffusionWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("lithium-diffusion", LithiumDiffusionWorkflow::build)
            .describe("""
                How lithium gets from the pores of an aged anode to its particles, and into one of them.

                A micrograph of 5 x 8 µm after 100 cycles (a phantom with pores, interphase and silicon) is meshed \
                with triangles that are small at interfaces. Lithium enters the interphase from the pores and \
                diffuses, computed by finite elements: maps of the concentration, curves at four probes, and the time \
                until each is at 90 %, as in Fig. 8 of Vorauer et al. (2020). It is computed twice: with the \
                constants as published, with which the region is full in milliseconds, and with a diffusivity that \
                gives times of seconds to minutes. Then a grain of an electrode is emptied at constant currents, as \
                in Fig. 3 of Müller et al. (2021): distribution of the state of charge, over-potential, limits by \
                ions and by electrons.

                Workflow variables: width and height (pixels of 20 nm), probes (name: x, y, z in µm, separated by \
                semicolons; inside the interphase), size (edge of the electrode in voxels), particle (its number, 0 \
                for the largest), output (folder of all pictures). For an image of your own put a Volume Reader in \
                place of the phantom and choose probes in it.""")
            .expect("""
                With the constants as printed the region is full in less than 0.1 s; with a diffusivity 6,020 times \
                smaller it takes seconds to minutes. What went in is what is there: the balance error is below 1e-6. \
                At three times the current, the distribution of the state of charge in the grain is three times as \
                wide.""")
            .tags("electrode", "diffusion", "finite elements", "lithiation", "SEI")
            .small(new FlowVariable("width", 150), new FlowVariable("height", 160), new FlowVariable("probes", ""),
                new FlowVariable("size", 48), new FlowVariable("particle", 0));
    }

    private static WorkflowBuilder build() {
        final LithiumDiffusionWorkflow diffusion = new LithiumDiffusionWorkflow();
        diffusion.workflow.variable(new FlowVariable("width", 250));
        diffusion.workflow.variable(new FlowVariable("height", 400));
        diffusion.workflow.variable(new FlowVariable("probes",
            "I: 0.94, 1.24, 0; II: 1.2, 1.26, 0; III: 1.68, 3.36, 0; IV: 0.82, 4.38, 0"));
        diffusion.workflow.variable(new FlowVariable("size", 96));
        diffusion.workflow.variable(new FlowVariable("particle", 36));
        diffusion.workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        diffusion.addDiffusion();
        diffusion.addParticle();
        diffusion.annotate();
        return diffusion.workflow;
    }

    private void addDiffusion() {
        final NodeBuilder phantom = workflow.node(AgeingPhantomNodeFactory.class, 80, 300)
            .set("structure", "MICROGRAPH").set("cycles", "100").set("sizeX", 250).set("sizeY", 400).set("sizeZ", 1)
            .bind("sizeX", "width").bind("sizeY", "height")
            .label("A micrograph of 5 x 8 µm\nafter 100 cycles");
        final NodeBuilder mesh = ShippedWorkflows.pictures(workflow.node(MeshGeneratorNodeFactory.class, 320, 220)
            .set("plane", "XY")).label("Triangles,\nsmall at interfaces");
        final NodeBuilder asPublished = diffusion(340, "published", "0.0002, 0.001, 0.01, 100")
            .label("Published constants:\nfull in milliseconds");
        final NodeBuilder slow = diffusion(460, "slow", "2, 10, 100").set("diffusivity", 5e-14)
            .label("D = 5e-14 m²/s:\nthe published times");
        workflow.connect(phantom, 1, mesh, 1).connect(phantom, 1, asPublished, 1).connect(phantom, 1, slow, 1);
    }

    private NodeBuilder diffusion(final int y, final String name, final String times) {
        return ShippedWorkflows.pictures(workflow.node(LithiumDiffusionNodeFactory.class, 320, y).set("plane", "XY")
            .set("outputTimes", times).bind("probes", "probes")).set("pictures/name", name);
    }

    private void addParticle() {
        final NodeBuilder electrode = workflow.node(ElectrodePhantomNodeFactory.class, 600, 300).set("strains", "0")
            .bind("size", "size").label("An electrode with grains\nof silicon in 3-D");
        final NodeBuilder particle = ShippedWorkflows.pictures(workflow
            .node(ParticleLithiationNodeFactory.class, 800, 300).set("phaseColumn", "True phases")
            .set("labelColumn", "True particles").set("contact", "1, 2, 5").bind("particle", "particle"))
            .label("State of charge, over-potential\nand limits of one grain");
        workflow.connect(electrode, 1, particle, 1);
    }

    private void annotate() {
        ShippedWorkflows.note(workflow, "1. Segmented images",
            "Stand in for a segmented micrograph. Replace the phantom by a <em>Volume Reader"
            + "</em> for a label image of your own.", new Bounds(20, 60, 220, 120), ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "2. From the pores to the particles",
            "Lithium enters the interphase from the pores and diffuses on "
            + "(Fig. 8 of Vorauer et al.). With the constants that are printed there, the region is full in "
            + "milliseconds; a diffusivity 6,000 times smaller gives the times of the figure.",
            new Bounds(260, 60, 280, 120), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "3. Into a particle",
            "At constant current, lithium leaves a grain where it faces pores; electrons leave "
            + "where it touches binder or graphite (Fig. 3 of Müller et al.).", new Bounds(560, 60, 320, 120),
            ShippedWorkflows.BLUE);
    }
}
