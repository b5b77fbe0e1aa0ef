// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.correlation.DeformationFieldReaderNodeFactory;
import org.electrode4d.nodes.correlation.DeformationFieldWriterNodeFactory;
import org.electrode4d.nodes.correlation.DiscreteCorrelationNodeFactory;
import org.electrode4d.nodes.correlation.FieldComparisonNodeFactory;
import org.electrode4d.nodes.correlation.GlobalRegistrationNodeFactory;
import org.electrode4d.nodes.correlation.InitialAlignmentNodeFactory;
import org.electrode4d.nodes.correlation.LocalCorrelationNodeFactory;
import org.electrode4d.nodes.correlation.ParticleVolumesNodeFactory;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.volumes.PhantomSeriesNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code particle-dvc}: particles instead of windows, after a turn that no search finds. */
final class ParticleCorrelationWorkflow {

    /** Of the phantom; files of SPAM do not hold it. */
    private static final double VOXEL = 0.05;

    private final WorkflowBuilder workflow = new WorkflowBuilder();
    private NodeBuilder phantom;
    private NodeBuilder field;

    private ParticleCorrelationWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("particle-dvc", ParticleCorrelationWorkflow::build)
            .describe("""
                Volume correlation particle by particle, of a sample that was turned by a large angle.

                A phantom of an electrode swells, and its sample is put back onto the stage turned by 40°, which no \
                search for a translation finds: the turn is entered by hand in the Initial Alignment, whose picture \
                shows whether it fits, and refined by the Global Registration. Windows on a grid measure the \
                deformation field; it is written as SPAM writes it, read back as one would read a field of SPAM, and \
                compared with the truth. The Discrete Correlation follows every particle as a rigid grain. Boxes that \
                go along with the largest particles are cut out and correlated in the frame of the particle, as in \
                Häusler et al. (2026).

                Workflow variables: size (edge of the cube in voxels), nodeSpacings (of the grid of windows, from \
                coarse to fine, in voxels), trueNodeSpacing (the finest of them), output (folder of all files). Runs \
                in about a minute on two cores. For scans of your own put a Volume Reader in place of the phantom and \
                a Watershed or Connected Components behind it.""")
            .expect("""
                The transformation that is entered raises the ZNCC of both scans from 0.03 to 0.53; the registration \
                goes on to 40.00° and 0.96. The field that is read back has a median displacement error of 0.08 \
                voxels. 349 of 537 particles are followed, with a median turn of 39.99°; the others are too small, \
                or were turned out of view.""")
            .tags("electrode", "tomography", "digital volume correlation", "particles", "SPAM")
            .small(new FlowVariable("size", 64), new FlowVariable("nodeSpacings", "12"),
                new FlowVariable("trueNodeSpacing", 12));
    }

    private static WorkflowBuilder build() {
        final ParticleCorrelationWorkflow particles = new ParticleCorrelationWorkflow();
        particles.workflow.variable(new FlowVariable("size", 112));
        particles.workflow.variable(new FlowVariable("nodeSpacings", "24, 12"));
        particles.workflow.variable(new FlowVariable("trueNodeSpacing", 12));
        particles.workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        particles.addField();
        particles.addExchange();
        particles.addParticles();
        particles.addBoxes();
        particles.annotate();
        return particles.workflow;
    }

    private void addField() {
        phantom = workflow.node(PhantomSeriesNodeFactory.class, 80, 360).set("strains", "12")
            .set("doubleScan", false).set("rotation", 40.0).set("shiftX", 3.0).bind("size", "size")
            .bind("nodeSpacing", "trueNodeSpacing").label("An electrode that swells,\non a stage that turned");
        final NodeBuilder alignment = ShippedWorkflows.files(workflow.node(InitialAlignmentNodeFactory.class, 280, 240))
            .set("volumeColumn", "Volume").set("rotationZ", 39.5).set("translationX", 0.1)
            .label("39.5° by hand,\nwith a picture");
        final NodeBuilder registration = workflow.node(GlobalRegistrationNodeFactory.class, 440, 240)
            .set("startColumn", "Registration").label("Refined");
        field = workflow.node(LocalCorrelationNodeFactory.class, 600, 240).set("startColumn", "Registration")
            .bind("nodeSpacings", "nodeSpacings").label("Windows around nodes");
        workflow.chain(phantom, alignment, registration, field);
    }

    private void addExchange() {
        final NodeBuilder writer = ShippedWorkflows.files(
            workflow.node(DeformationFieldWriterNodeFactory.class, 800, 240)).set("fieldColumn", "Deformation field")
            .set("csv", false).set("vtk", false).label("As SPAM writes it");
        final NodeBuilder reader = workflow.node(DeformationFieldReaderNodeFactory.class, 980, 240)
            .set("location", "FOLDER").set("folder", ShippedWorkflows.RESULTS).set("namePattern", "*-ldic.tsv")
            .set("voxelSize", VOXEL).bind("folder", "output").label("As one would read\na field of SPAM");
        final NodeBuilder comparison = workflow.node(FieldComparisonNodeFactory.class, 1160, 240)
            .set("measuredColumn", "Deformation field").set("trueColumn", "True field")
            .label("Measured and true");
        workflow.connect(field, 1, writer, 1).connect(writer, 0, reader, 0);
        workflow.connect(reader, 1, comparison, 1).connect(phantom, 2, comparison, 2);
    }

    private void addParticles() {
        final NodeBuilder discrete = workflow.node(DiscreteCorrelationNodeFactory.class, 800, 400)
            .set("labelColumn", "Particles").set("startColumn", "Deformation field")
            .label("Every particle\nas a rigid grain");
        workflow.connect(field, 1, discrete, 1).connect(phantom, 3, discrete, 2);
    }

    private void addBoxes() {
        final NodeBuilder boxes = workflow.node(ParticleVolumesNodeFactory.class, 800, 540)
            .set("labelColumn", "Particles").set("count", 3).set("leastVoxels", 500).set("following", "FIELD")
            .set("fieldColumn", "Deformation field").set("sizeX", 1.2).set("sizeY", 1.2).set("sizeZ", 1.2)
            .label("Boxes that go along\nwith three particles");
        final NodeBuilder inFrame = workflow.node(GlobalRegistrationNodeFactory.class, 980, 540)
            .set("volumeColumn", "Volume").label("Deformation in the\nframe of the particle");
        final NodeBuilder pictures = ShippedWorkflows.files(workflow.node(SlicePictureNodeFactory.class, 1160, 540))
            .set("nameTemplate", "{Reference step}-{Deformed step}-{Column}")
            .edit(model -> model.addStringArray("columns", "Reference", "Deformed")).label("Slices as PNG");
        workflow.connect(phantom, 3, boxes, 1).connect(field, 1, boxes, 2).chain(boxes, inFrame, pictures);
    }

    private void annotate() {
        ShippedWorkflows.note(workflow, "1. Two scans",
            "Replace the phantom by a <em>Volume Reader</em> for scans and labels of your own.",
            new Bounds(20, 60, 220, 120), ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "2. A turn by hand",
            "The registration looks for translations. A large turn is entered; half a degree is near enough to start "
            + "from. Look at the picture of the <em>Initial Alignment</em>.", new Bounds(260, 60, 440, 120),
            ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "3. To SPAM and back",
            "A field as a table of SPAM, read again (the red line says: not before it is written), and how far it is "
            + "from the truth.", new Bounds(760, 60, 500, 120), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "4. Particles",
            "Each particle moves and turns as a whole; boxes stay with a particle and show what happens in it.",
            new Bounds(960, 380, 300, 100), ShippedWorkflows.BLUE);
    }
}
