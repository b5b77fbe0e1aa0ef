// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.preparation.CropNodeFactory;
import org.electrode4d.nodes.preparation.DenoiserNodeFactory;
import org.electrode4d.nodes.preparation.RingFilterNodeFactory;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.segmentation.MultistageThresholdNodeFactory;
import org.electrode4d.nodes.segmentation.SegmentationScorerNodeFactory;
import org.electrode4d.nodes.segmentation.SuperpixelClassifierNodeFactory;
import org.electrode4d.nodes.segmentation.SuperpixelsNodeFactory;
import org.electrode4d.nodes.segmentation.ThresholdNodeFactory;
import org.electrode4d.nodes.volumes.ElectrodePhantomNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code threshold-segmentation}: three ways to phases without training, scored against the truth. */
final class ThresholdWorkflow {

    private static final String LIKE_TRUTH = "1 = 0, 2 = 1, 3 = 2, 4 = 3";

    private final WorkflowBuilder workflow = new WorkflowBuilder();
    private NodeBuilder clean;

    private ThresholdWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("threshold-segmentation", ThresholdWorkflow::build)
            .describe("""
                Three ways to the phases of an electrode without training, scored against the truth.

                A phantom of a silicon-graphite electrode is cleaned of rings and noise. Its phases are found by \
                multi-Otsu (all thresholds at once), by a threshold in stages (as in Vorauer et al. 2020), and by \
                superpixels that rules by their mean grey value put into classes. Each segmentation is compared with \
                the true phases: Dice, IoU, precision, recall and distances of boundaries by class, and a table of \
                confusions.

                Workflow variables: size (edge of the cube in voxels), depth (voxels from the separator that are \
                kept: all above the collector, 0.8 times size), output (folder of all pictures). Runs in about a \
                minute on two cores. For scans of your own put a Volume Reader in place of the phantom; without \
                labels remove the scorers.""")
            .expect("""
                Dice of pore, binder, graphite and silicon: 0.98, 0.64, 0.70 and 0.83 by multi-Otsu; 0.97, 0.36, \
                0.59 and 0.78 in stages; 0.98, 0.63, 0.62 and 0.73 by superpixels. Binder is thin and lies between \
                the grey values of pore and graphite: no threshold finds it well.""")
            .tags("electrode", "tomography", "segmentation", "threshold", "superpixels")
            .small(new FlowVariable("size", 64), new FlowVariable("depth", 51));
    }

    private static WorkflowBuilder build() {
        final ThresholdWorkflow segmentation = new ThresholdWorkflow();
        segmentation.workflow.variable(new FlowVariable("size", 128));
        segmentation.workflow.variable(new FlowVariable("depth", 104));
        segmentation.workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        segmentation.addPreparation();
        segmentation.addThreshold();
        segmentation.addMultistage();
        segmentation.addSuperpixels();
        segmentation.annotate();
        return segmentation.workflow;
    }

    private void addPreparation() {
        final NodeBuilder phantom = workflow.node(ElectrodePhantomNodeFactory.class, 80, 360).set("strains", "0")
            .bind("size", "size").label("Two scans of an electrode\nof known phases");
        final NodeBuilder rings = workflow.node(RingFilterNodeFactory.class, 240, 360).label("Rings out");
        final NodeBuilder crop = ShippedWorkflows.aboveCollector(workflow.node(CropNodeFactory.class, 360, 360))
            .set("columns", "ALL").set("replace", true).label("What is above\nthe collector");
        clean = workflow.node(DenoiserNodeFactory.class, 490, 360).set("volumeColumn", "Filtered")
            .label("Noise out, edges stay");
        workflow.chain(phantom, rings, crop, clean);
    }

    private void addThreshold() {
        final NodeBuilder threshold = ShippedWorkflows.pictures(workflow.node(ThresholdNodeFactory.class, 640, 240)
            .set("volumeColumn", "Denoised").set("classes", 4).set("result", "PHASES"))
            .label("Multi-Otsu:\nall thresholds at once");
        workflow.connect(clean, 1, threshold, 1);
        score(threshold, 240, "thresholds");
    }

    private void addMultistage() {
        final NodeBuilder stages = ShippedWorkflows
            .pictures(workflow.node(MultistageThresholdNodeFactory.class, 640, 360).set("volumeColumn", "Denoised")
                .set("stages", "Pore < otsu < *\nBinder < otsu < Graphite < otsu < Silicon"))
            .label("In stages, each within\nwhat the others left");
        workflow.connect(clean, 1, stages, 1);
        score(stages, 360, "stages");
    }

    private void addSuperpixels() {
        final NodeBuilder regions = workflow.node(SuperpixelsNodeFactory.class, 640, 500)
            .set("volumeColumn", "Denoised").set("scale", 10.0).set("minimumSize", 4).label("Regions of even grey");
        final NodeBuilder classes = workflow.node(SuperpixelClassifierNodeFactory.class, 780, 500)
            .set("rules", "Pore: mean < 11000\nBinder: mean < 23000\nGraphite: mean < 37000\nSilicon:")
            .label("Rules by their mean");
        workflow.connect(clean, 1, regions, 1).connect(regions, 1, classes, 1).connect(regions, 2, classes, 2);
        score(classes, 500, "superpixels");
    }

    private void score(final NodeBuilder phases, final int y, final String name) {
        final NodeBuilder scores = workflow.node(SegmentationScorerNodeFactory.class, 940, y)
            .set("referenceColumn", "True phases").set("segmentationColumn", "Phases").set("mapping", LIKE_TRUTH)
            .label("Dice, IoU, distances\nof boundaries");
        final NodeBuilder pictures = ShippedWorkflows.files(workflow.node(SlicePictureNodeFactory.class, 1100, y))
            .set("nameTemplate", "{Step}-" + name + "-{Column}")
            .edit(model -> model.addStringArray("columns", "Denoised", "True phases", "Phases"))
            .label("Slices as PNG");
        workflow.connect(phases, 1, scores, 1).connect(scores, 1, pictures, 1);
    }

    private void annotate() {
        ShippedWorkflows.note(workflow, "1. Scans",
            "Replace the phantom by a <em>Volume Reader</em> for scans of your own, with labels if you "
            + "have some.", new Bounds(20, 60, 200, 120), ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "2. Preparation",
            "What is no structure goes first: thresholds see single voxels.",
            new Bounds(230, 60, 350, 120), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "3. Three ways",
            "All thresholds of the histogram at once; the histogram in stages, as Vorauer et al. "
            + "did; superpixels, whose mean is surer than a voxel.", new Bounds(600, 60, 280, 120),
            ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "4. Scores",
            "How far each way is from the truth, class by class, and pictures beside it.",
            new Bounds(900, 60, 300, 120), ShippedWorkflows.BLUE);
    }
}
