// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.learning.ModelWriterNodeFactory;
import org.electrode4d.nodes.learning.PixelClassifierLearnerNodeFactory;
import org.electrode4d.nodes.learning.PixelClassifierPredictorNodeFactory;
import org.electrode4d.nodes.learning.UNetLearnerNodeFactory;
import org.electrode4d.nodes.learning.UNetPredictorNodeFactory;
import org.electrode4d.nodes.particles.NonLithiatedPhaseNodeFactory;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.segmentation.ObjectFilterNodeFactory;
import org.electrode4d.nodes.segmentation.SegmentationScorerNodeFactory;
import org.electrode4d.nodes.volumes.ElectrodePhantomNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** The workflow that learns the segmentation of silicon from labelled slices, and scores it against the truth. */
final class SegmentationTrainingWorkflow {

    private static final String CLASSES = "Background = 0; Silicon = 1";
    /** Enough to tell silicon from graphite by their shades, and quick enough to be tried out. */
    private static final int BASE_WIDTH = 8;
    private static final int DEPTH = 3;
    private static final int COPIES = 4;

    private final WorkflowBuilder workflow = new WorkflowBuilder();
    private NodeBuilder series;

    private SegmentationTrainingWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("segmentation-training", SegmentationTrainingWorkflow::build)
            .describe("""
                Silicon is found by networks that learn from labelled slices, step by step, and scored against the \
                truth.

                A phantom of a silicon-graphite electrode is scanned at T0 to T4 while silicon takes up lithium and \
                comes to look like graphite. Two attention residual U-Nets learn from 12 labelled slices of each of \
                their scans: one for the early steps, one for the late ones (as in Häusler et al. 2026, Note 4, where \
                they are for T0-T2 and T3-T8). The whole series is segmented, each step by the model for it, and \
                compared with the true silicon; the silicon that is not lithiated is drawn over the steps. A pixel \
                classifier does the same without a network.

                Workflow variables: size (edge of the cube in voxels), strains (mean volumetric strain at T1, T2, ... \
                in percent), epochs (of each training), output (folder of all files). Runs in some minutes on two \
                cores. Needs the feature Electrode4D learning with one of its engines. For scans of your own put a \
                Volume Reader and a Label Reader in place of the phantom, and choose Quick, Thorough or Paper in the \
                learners.""")
            .expect("""
                Dice of silicon in whole scans: 0.95, 0.95, 0.94, 0.93 and 0.94 at T0 to T4 by the networks, 0.94, \
                0.91, 0.82, 0.71 and 0.78 by the pixel classifier. Of the silicon, 71, 53 and 65 % hold no lithium \
                at T2 to T4 by the networks, where 73, 50 and 63 % are true.""")
            .tags("electrode", "tomography", "segmentation", "deep learning", "U-Net", "pixel classifier")
            .small(new FlowVariable("size", 56), new FlowVariable("strains", "6, 24"), new FlowVariable("epochs", 2));
    }

    private static WorkflowBuilder build() {
        final SegmentationTrainingWorkflow training = new SegmentationTrainingWorkflow();
        training.workflow.variable(new FlowVariable("size", 128));
        training.workflow.variable(new FlowVariable("strains", "6, 24, 42, 32"));
        training.workflow.variable(new FlowVariable("epochs", 30));
        training.workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        training.addSeries();
        training.addNetworks();
        training.addPixelClassifier();
        training.annotate();
        return training.workflow;
    }

    private void addSeries() {
        final NodeBuilder phantom = workflow.node(ElectrodePhantomNodeFactory.class, 80, 300).bind("size", "size")
            .bind("strains", "strains").label("Scans T0 to T4\nof known phases");
        series = workflow.node(ObjectFilterNodeFactory.class, 240, 300).set("maskColumn", "True phases")
            .set("labels", "3").set("smallest", 0.0).label("Labels: what is silicon\nand what is not");
        workflow.chain(phantom, series);
    }

    private void addNetworks() {
        final NodeBuilder early = learner("Early", "T0-T1", 240).label("Learns from T0 and T1:\npristine silicon");
        final NodeBuilder late = learner("Late", "T2-T4", 380).label("Learns from T2 to T4:\nlithiated silicon");
        final NodeBuilder predictor = ShippedWorkflows.pictures(
            workflow.node(UNetPredictorNodeFactory.class, 620, 300)).set("slices", "XZ").set("confidence", true)
            .label("Every scan by the model\nfor its step");
        workflow.connect(series, 1, early, 1).connect(series, 1, late, 1);
        workflow.connect(series, 1, predictor, 1).connect(early, 1, predictor, 2).connect(late, 1, predictor, 3);
        final NodeBuilder writer = ShippedWorkflows.files(workflow.node(ModelWriterNodeFactory.class, 620, 180))
            .label("The model as a file");
        workflow.connect(early, 1, writer, 1);
        evaluate(predictor, 300, "u-net");
    }

    private NodeBuilder learner(final String name, final String steps, final int y) {
        return ShippedWorkflows.pictures(workflow.node(UNetLearnerNodeFactory.class, 420, y))
            .set("labelColumn", "Mask").set("classes", CLASSES).set("ignore", false).set("slices", "XZ")
            .set("mostSlices", 12).set("training", "CUSTOM").set("name", name).set("steps", steps)
            .edit(model -> {
                final var custom = model.getNodeSettings("custom");
                custom.addInt("depth", DEPTH);
                custom.addInt("baseWidth", BASE_WIDTH);
                custom.addInt("copies", COPIES);
                model.getNodeSettings("pictures").addString("name", "training-" + name);
            }).bind("custom/epochs", "epochs");
    }

    private void addPixelClassifier() {
        final NodeBuilder learner = ShippedWorkflows.pictures(
            workflow.node(PixelClassifierLearnerNodeFactory.class, 420, 540)).set("labelColumn", "Mask")
            .set("classes", CLASSES).set("ignore", false).label("Features of voxels\nand a random forest");
        final NodeBuilder predictor = ShippedWorkflows.pictures(
            workflow.node(PixelClassifierPredictorNodeFactory.class, 620, 540)).label("The same scans");
        workflow.connect(series, 1, learner, 1).connect(series, 1, predictor, 1).connect(learner, 1, predictor, 2);
        evaluate(predictor, 540, "pixel-classifier");
    }

    private void evaluate(final NodeBuilder predictor, final int y, final String name) {
        final NodeBuilder scores = workflow.node(SegmentationScorerNodeFactory.class, 800, y)
            .set("referenceColumn", "Mask").set("segmentationColumn", "Phases")
            .label("Dice and boundaries,\nstep by step");
        final NodeBuilder silicon = ShippedWorkflows.pictures(workflow.node(NonLithiatedPhaseNodeFactory.class, 960, y))
            .set("phaseColumn", "Phases").set("criterion", "PHASE").set("label", 1)
            .set("labelColumn", "True particles").set("leastVolume", 0.05)
            .edit(model -> model.getNodeSettings("pictures").addString("name", name + "-non-lithiated"))
            .label("Silicon without lithium\nover the steps");
        final NodeBuilder pictures = ShippedWorkflows.files(workflow.node(SlicePictureNodeFactory.class, 960, y + 110))
            .set("nameTemplate", "{Step}-" + name + "-{Column}")
            .edit(model -> model.addStringArray("columns", "Volume", "Mask", "Phases")).label("Slices as PNG");
        workflow.chain(predictor, scores, silicon);
        workflow.connect(scores, 1, pictures, 1);
    }

    private void annotate() {
        ShippedWorkflows.note(workflow, "1. Scans and labels",
            "Replace the phantom by a <em>Volume Reader</em> and a <em>Label Reader</em> for scans and painted slices "
            + "of your own.", new Bounds(20, 40, 320, 120), ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "2. Two models",
            "Attention residual U-Nets for early and late steps, as in the paper. Each learns from 12 slices of each "
            + "of its scans; look at the learning curve and at the overlays. <em>Training</em>: Quick, Thorough or "
            + "Paper for real scans.", new Bounds(360, 40, 380, 120), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "3. Scores",
            "How far each way is from the truth, step by step, and the silicon that is left.",
            new Bounds(760, 40, 300, 120), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "Without a network",
            "The pixel classifier trains in seconds and needs no engine.", new Bounds(360, 660, 380, 90),
            ShippedWorkflows.BLUE);
    }
}
