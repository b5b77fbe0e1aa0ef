// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.particles.LineProfileNodeFactory;
import org.electrode4d.nodes.preparation.CropNodeFactory;
import org.electrode4d.nodes.preparation.DenoiserNodeFactory;
import org.electrode4d.nodes.preparation.EqualiserNodeFactory;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.segmentation.BinaryMorphologyNodeFactory;
import org.electrode4d.nodes.segmentation.ConnectedComponentsNodeFactory;
import org.electrode4d.nodes.segmentation.DistanceTransformNodeFactory;
import org.electrode4d.nodes.segmentation.GreyMorphologyNodeFactory;
import org.electrode4d.nodes.segmentation.SegmentationScorerNodeFactory;
import org.electrode4d.nodes.segmentation.TwoScanSegmentationNodeFactory;
import org.electrode4d.nodes.volumes.ElectrodePhantomNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code two-scan-morphology}: phases by two scans of one sample, and the shapes of grains and pores. */
final class MorphologyWorkflow {

    private final WorkflowBuilder workflow = new WorkflowBuilder();
    private NodeBuilder scans;
    private NodeBuilder phases;

    private MorphologyWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("two-scan-morphology", MorphologyWorkflow::build)
            .describe("""
                The phases of an electrode by a sharp scan and a blurred one, and the shapes of its grains and pores.

                A phantom of a silicon-graphite electrode stands in for the sharp scan (ptychography); the same, \
                blurred, for a scan of better contrast (X-ray microscopy). The Two-Scan Segmentation takes edges from \
                the one and phases from the other, as Müller et al. (2021) do, and is scored against the truth. \
                Opening removes bridges between grains, connected components count what is left, and a distance \
                transform tells how wide the pores are. Beside it, grey values are equalised, opened, and drawn along \
                a line from the separator to the collector.

                Workflow variables: size (edge of the cube in voxels), depth (voxels from the separator that are \
                kept: all above the collector, 0.8 times size), profileEnd (where the line ends, in µm from the \
                separator side), output (folder of all pictures). Runs in less than a minute on two cores. For scans \
                of your own put a Volume Reader in place of the phantom, and register both scans first.""")
            .expect("""
                Dice of 0.997 for pore, 0.88 for binder, 0.75 for graphite and 0.90 for silicon, where single \
                thresholds of one scan (threshold-segmentation) reach 0.98, 0.64, 0.70 and 0.83 with more noise. \
                Rims of silicon that the blur took to grey values of graphite are most of what is wrong.""")
            .tags("electrode", "tomography", "segmentation", "morphology", "pores")
            .small(new FlowVariable("size", 64), new FlowVariable("depth", 51), new FlowVariable("profileEnd", 2.5));
    }

    private static WorkflowBuilder build() {
        final MorphologyWorkflow morphology = new MorphologyWorkflow();
        morphology.workflow.variable(new FlowVariable("size", 128));
        morphology.workflow.variable(new FlowVariable("depth", 104));
        morphology.workflow.variable(new FlowVariable("profileEnd", 5.0));
        morphology.workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        morphology.addScans();
        morphology.addPhases();
        morphology.addShapes();
        morphology.addProfile();
        morphology.annotate();
        return morphology.workflow;
    }

    private void addScans() {
        final NodeBuilder phantom = workflow.node(ElectrodePhantomNodeFactory.class, 80, 300).set("strains", "0")
            .set("rings", 0.0).set("blur", 0.5).set("noise", 1000.0).bind("size", "size")
            .label("Sharp scans of an electrode\nof known phases");
        final NodeBuilder crop = ShippedWorkflows.aboveCollector(workflow.node(CropNodeFactory.class, 250, 300))
            .set("columns", "ALL").set("replace", true).label("What is above\nthe collector");
        scans = workflow.node(DenoiserNodeFactory.class, 390, 300).set("method", "GAUSSIAN").set("sigma", 1.0)
            .label("Stands in for a second scan:\nless sharp, less noise");
        workflow.chain(phantom, crop, scans);
    }

    private void addPhases() {
        phases = workflow.node(TwoScanSegmentationNodeFactory.class, 570, 240).set("sharpColumn", "Volume")
            .set("contrastColumn", "Denoised").set("classes", "Binder, Graphite, Silicon")
            .set("automaticSolid", false).set("solid", 12000.0).set("blur", 0.05).set("rim", 0.05)
            .label("Edges of the one,\nphases of the other");
        final NodeBuilder scores = workflow.node(SegmentationScorerNodeFactory.class, 740, 350)
            .set("referenceColumn", "True phases").set("segmentationColumn", "Phases")
            .label("Scored against\nthe truth");
        workflow.chain(scans, phases, scores);
    }

    private void addShapes() {
        final NodeBuilder pores = workflow.node(DistanceTransformNodeFactory.class, 900, 240)
            .set("maskColumn", "Phases").set("kind", "OUTSIDE")
            .label("From every place in the\npores to the next wall");
        final NodeBuilder grains = workflow.node(BinaryMorphologyNodeFactory.class, 1070, 240)
            .set("maskColumn", "Phases").set("labels", "2, 3").set("radius", 0.12)
            .label("Grains without\ntheir bridges");
        final NodeBuilder parts = workflow.node(ConnectedComponentsNodeFactory.class, 1240, 240)
            .set("maskColumn", "Mask").set("smallest", 0.3).label("What hangs together,\nnumbered");
        final NodeBuilder pictures = ShippedWorkflows.files(workflow.node(SlicePictureNodeFactory.class, 1400, 240))
            .set("nameTemplate", "{Step}-{Column}")
            .edit(model -> model.addStringArray("columns", "Volume", "Denoised", "Phases", "Distance", "Particles"))
            .label("Slices as PNG");
        workflow.chain(phases, pores, grains, parts, pictures);
    }

    private void addProfile() {
        final NodeBuilder equal = workflow.node(EqualiserNodeFactory.class, 900, 500)
            .set("volumeColumn", "Denoised").label("Every grey value\nas frequent");
        final NodeBuilder opened = workflow.node(GreyMorphologyNodeFactory.class, 1070, 500)
            .set("volumeColumn", "Equalised").label("Without bright specks");
        final NodeBuilder profile = ShippedWorkflows.pictures(workflow.node(LineProfileNodeFactory.class, 1240, 500))
            .set("volumeColumn", "Morphology").set("fromX", 1.5).set("fromY", 1.5).set("toX", 1.5).set("toY", 1.5)
            .set("toZ", 5.0).bind("toZ", "profileEnd").label("From the separator\nto the collector");
        workflow.chain(scans, equal, opened, profile);
    }

    private void annotate() {
        ShippedWorkflows.note(workflow, "1. Two scans of a sample",
            "Replace the phantom and the blur by <em>Volume Readers</em> for scans of your own, registered to each "
            + "other.", new Bounds(20, 60, 460, 120), ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "2. Phases",
            "What is solid, the sharp scan tells; which solid, the other one.", new Bounds(500, 60, 340, 120),
            ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "3. Shapes",
            "How wide the pores are, where grains are bridged, and how many there are. Grains that touch over wide "
            + "necks stay one: divide them with a <em>Watershed</em>.", new Bounds(860, 60, 620, 120),
            ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "Grey values along a line",
            "Faint contrast becomes visible where every grey value is as frequent as any other.",
            new Bounds(860, 380, 450, 80), ShippedWorkflows.BLUE);
    }
}
