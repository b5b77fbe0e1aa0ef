// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.acquisition.AcquisitionControlNodeFactory;
import org.electrode4d.nodes.acquisition.CyclingProtocolNodeFactory;
import org.electrode4d.nodes.particles.ParticleComparisonNodeFactory;
import org.electrode4d.nodes.reporting.ExpectedValuesNodeFactory;
import org.electrode4d.nodes.reporting.ReportWriterNodeFactory;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.volumes.DigitalTwinNodeFactory;
import org.electrode4d.nodes.volumes.StepFilterNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code in-situ-lithiation}: the whole experiment, from the potentiostat to the lithiation map. */
final class InSituLithiationWorkflow {

    private final WorkflowBuilder workflow = new WorkflowBuilder();

    private InSituLithiationWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("in-situ-lithiation", InSituLithiationWorkflow::build)
            .describe("""
            The whole in situ experiment on a digital twin, from the potentiostat to the lithiation map of each \
            particle.

            After Häusler et al. (EES Batteries, 2026). A simulated cell is cycled and scanned between the steps; \
            rings and drift are taken out; silicon is segmented; digital volume correlation gives displacement and \
            strain since T0; residuals above the noise of a double scan show what lithiated, and how: as a shell, or \
            along a network of paths. At the end every number of the paper that the twin has stands beside its true \
            and its measured value.

            Workflow variables: size (edge of the scans in voxels), nodeSpacings and halfWindowSizes (of the \
            correlation in voxels: '34, 14' and '28, 17' at 512, '14, 7' and '14, 9' at 256, '10, 6' for both at \
            96), steps (the scans to be looked at; the last two must be the double scan), speed (of the simulated \
            cell, times real time), capacity (mAh), output (folder of the results).""")
            .expect("""
            a thickness of 20.7 µm at T0 and 30.0 µm at T6 (both are true); a volumetric strain of 44.4 % at T6, 35.0 % \
            at the collector and 50.3 % at the separator (true: 44, 34 and 50 %); 68 % of the silicon not lithiated at \
            T6 (true: 68 %); 99.5 % of the particles above 3 µm in the right class; 31 minutes on two cores, 3.5 GB with \
            a heap of 3 GB. At 96 voxels a particle has some ten of them, and the differences are several times as \
            large.""")
            .small(new FlowVariable("size", 96), new FlowVariable("nodeSpacings", "10, 6"),
                new FlowVariable("halfWindowSizes", "10, 6"), new FlowVariable("steps", "T0, T2, T4, T6, T8, T9"),
                new FlowVariable("speed", 20_000.0))
            .tags("in situ", "silicon", "lithiation", "digital twin", "DVC", "report");
    }

    private static WorkflowBuilder build() {
        final InSituLithiationWorkflow experiment = new InSituLithiationWorkflow();
        experiment.addVariables();
        experiment.addExperiment();
        experiment.annotate();
        return experiment.workflow;
    }

    private void addVariables() {
        workflow.variable(new FlowVariable("size", 512));
        workflow.variable(new FlowVariable("nodeSpacings", "34, 14"));
        workflow.variable(new FlowVariable("halfWindowSizes", "28, 17"));
        workflow.variable(new FlowVariable("steps", "T0, T1, T2, T3, T4, T5, T6, T7, T8, T9"));
        workflow.variable(new FlowVariable("capacity", 0.0333));
        workflow.variable(new FlowVariable("speed", 3600.0));
        workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
    }

    private void addExperiment() {
        final NodeBuilder protocol = workflow.node(CyclingProtocolNodeFactory.class, 60, 440)
            .bind("capacity", "capacity").label("Charge, hold and discharge,\nwith scans on the way");
        final NodeBuilder control = workflow.node(AcquisitionControlNodeFactory.class, 190, 440)
            .set("folder", ShippedWorkflows.RESULTS).set("createFolders", true).set("unfinished", "NEW_RUN")
            .bind("speed", "speed").bind("folder", "output").label("Simulated cell\nand scans");
        final NodeBuilder twin = workflow.node(DigitalTwinNodeFactory.class, 310, 440).bind("size", "size")
            .label("What the tomograph\nsees at each scan");
        final NodeBuilder steps = workflow.node(StepFilterNodeFactory.class, 250, 560).bind("steps", "steps")
            .label("The scans to be\nlooked at");
        workflow.chain(protocol, control, steps, twin);
        final InSituSegmentation segmentation = InSituSegmentation.of(workflow, twin);
        final InSituCorrelation correlation = InSituCorrelation.of(workflow, segmentation);
        final InSituLithiation lithiation = InSituLithiation.of(workflow, segmentation, correlation);
        addResults(twin, segmentation, correlation, lithiation);
    }

    private void addResults(final NodeBuilder twin, final InSituSegmentation segmentation,
        final InSituCorrelation correlation, final InSituLithiation lithiation) {
        final NodeBuilder particles = workflow.node(ParticleComparisonNodeFactory.class, 2480, 600)
            .label("Measured and true\nparticles");
        workflow.connect(lithiation.labels(), 1, particles, 1).connect(lithiation.particles(), 1, particles, 2)
            .connect(twin, 1, particles, 3).connect(twin, 3, particles, 4).connect(lithiation.modes(), 1, particles, 5);
        final NodeBuilder numbers = workflow.node(ExpectedValuesNodeFactory.class, 2640, 440)
            .label("Published, true and\nmeasured values");
        workflow.connect(twin, 2, numbers, 1).connect(segmentation.thickness(), 1, numbers, 2)
            .connect(correlation.strain(), 1, numbers, 3).connect(lithiation.nonLithiated(), 1, numbers, 4)
            .connect(particles, 3, numbers, 5).connect(segmentation.resolution(), 1, numbers, 6)
            .connect(lithiation.modes(), 2, numbers, 7).connect(lithiation.tracks(), 3, numbers, 8);
        final NodeBuilder slices = ShippedWorkflows.files(workflow.node(SlicePictureNodeFactory.class, 2480, 260)
            .set("nameTemplate", "{Deformed step}-{Column}").set("size", 640)
            .edit(model -> model.addStringArray("columns", "Deformed", "Volumetric strain", "Biot strain zz",
                "Residual", "Propagated labels"))).label("Slices as PNG");
        workflow.connect(lithiation.labels(), 2, slices, 1);
        final NodeBuilder report = ShippedWorkflows.files(workflow.node(ReportWriterNodeFactory.class, 2780, 440)
            .set("title", "In situ lithiation of a silicon anode")).label("One page");
        workflow.connect(numbers, 1, report, 1).connect(particles, 3, report, 2)
            .connect(segmentation.thickness(), 2, report, 3).connect(correlation.strain(), 3, report, 4)
            .connect(lithiation.nonLithiated(), 3, report, 5).connect(lithiation.tracks(), 5, report, 6)
            .connect(lithiation.modes(), 4, report, 7);
    }

    private void annotate() {
        note("1. The experiment", "A cell is charged, held and discharged by the protocol of the paper, here a "
            + "simulated one at <em>speed</em> times real time. At every scan of the protocol a <em>digital twin</em> "
            + "of the anode is scanned, whose truth is known. For your own scans put a <em>Volume Reader</em> here.",
            40, 340, ShippedWorkflows.RED);
        note("2. Clean and aligned", "Rings are subtracted; copper and separator get the grey values that they have at "
            + "T0; the series is aligned on the copper collector, which does not change.", 410, 400,
            ShippedWorkflows.BLUE);
        note("3. Phases and particles", "Thresholds of T0 for all scans: copper, silicon, the rest of the electrode, "
            + "separator. Thickness of the electrode. The particles of T0 are cut apart and numbered.", 840, 420,
            ShippedWorkflows.BLUE);
        note("4. Deformation", "Each scan is correlated with the one before, inside of the electrode; the steps are "
            + "put together to the deformation since T0. Strain of the electrode and its sides.", 1280, 540,
            ShippedWorkflows.BLUE);
        note("5. Residuals and lithiation", "The double scan tells the noise. What is above it and not deformation is "
            + "lithiation. The particles of T0 are found again in every scan: what is left of them, where they move, "
            + "and whether a shell or a network of paths reacted.", 1880, 540, ShippedWorkflows.BLUE);
        note("6. Published, true, measured", "Every number of the paper that the twin has, side by side, and one page "
            + "with all results.", 2450, 440, ShippedWorkflows.RED);
    }

    private void note(final String title, final String text, final int x, final int width, final int colour) {
        ShippedWorkflows.note(workflow, title, text, new Bounds(x, 20, width, 130), colour);
    }
}
