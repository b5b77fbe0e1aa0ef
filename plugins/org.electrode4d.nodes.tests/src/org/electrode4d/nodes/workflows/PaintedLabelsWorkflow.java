// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import java.nio.file.Files;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.learning.LabelReaderNodeFactory;
import org.electrode4d.nodes.learning.ModelReaderNodeFactory;
import org.electrode4d.nodes.learning.ModelWriterNodeFactory;
import org.electrode4d.nodes.learning.PixelClassifierLearnerNodeFactory;
import org.electrode4d.nodes.learning.PixelClassifierPredictorNodeFactory;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.segmentation.SegmentationScorerNodeFactory;
import org.electrode4d.nodes.volumes.ElectrodePhantomNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code painted-labels}: strokes painted in another program become a model in a file, and that is applied. */
final class PaintedLabelsWorkflow {

    private static final String LABELS = "knime://knime.workflow/data/labels";
    private static final String MODEL = "painted";

    private PaintedLabelsWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("painted-labels", PaintedLabelsWorkflow::build)
            .describe("""
                From a few painted strokes to a model in a file that segments the next scans.

                Labels as a painting program writes them (TIFF slices, in the folder data/labels of the workflow) are \
                put beside the scan T0 of an electrode: two slices, of which less than half is painted. A pixel \
                classifier learns from them in seconds, without any engine for networks. Its model is written to a \
                file, read again as a colleague would read it, and segments T0 and T1, which nobody labelled. Both \
                are scored against the truth of the phantom.

                Workflow variables: labels (folder of the painted slices), output (folder of all files). The size of \
                the scans, 80 voxels, is that of the labels. Runs in seconds. For scans of your own put a Volume \
                Reader in place of the phantom, paint a few slices in ImageJ, napari or ilastik, and name the files \
                by step and slice, such as T0-y0026.tif.""")
            .expect("""
                Dice of the scan T1, which nobody labelled: 0.98 for pore, 0.59 for binder, 0.74 for graphite, 0.91 \
                for silicon and 0.99 for copper, from 2 painted slices of another scan. The binder is thin and next \
                to brighter grains; more strokes there help most.""")
            .tags("electrode", "tomography", "segmentation", "pixel classifier", "labels")
            .data(folder -> PaintedSlices.write(Files.createDirectories(folder.resolve("labels"))));
    }

    private static WorkflowBuilder build() {
        final WorkflowBuilder workflow = new WorkflowBuilder();
        workflow.variable(new FlowVariable("labels", LABELS));
        workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        final NodeBuilder phantom = workflow.node(ElectrodePhantomNodeFactory.class, 80, 340).set("strains", "0")
            .set("size", PaintedSlices.SIZE).label("Scans T0 and T1\nof an electrode");
        final NodeBuilder labels = workflow.node(LabelReaderNodeFactory.class, 260, 240).set("location", "FOLDER")
            .set("folder", LABELS).bind("folder", "labels").set("content", "SLICES").set("plane", "XZ")
            .set("names", "1 = Pore, 2 = Binder, 3 = Graphite, 4 = Silicon, 5 = Copper")
            .label("What was painted\nin two slices of T0");
        final NodeBuilder learner = ShippedWorkflows.pictures(
            workflow.node(PixelClassifierLearnerNodeFactory.class, 460, 240)).set("name", MODEL)
            .set("features/sigmas", "0.7, 1, 1.6, 3.5").set("trees", 50).label("Learns in seconds");
        final NodeBuilder writer = ShippedWorkflows.files(workflow.node(ModelWriterNodeFactory.class, 640, 240))
            .label("The model as a file");
        final NodeBuilder reader = workflow.node(ModelReaderNodeFactory.class, 800, 240).set("location", "FOLDER")
            .set("folder", ShippedWorkflows.RESULTS).set("namePattern", MODEL + ".e4dmodel").bind("folder", "output")
            .label("Read by somebody else");
        workflow.chain(phantom, labels, learner, writer).connect(writer, 0, reader, 0);
        apply(workflow, phantom, reader);
        annotate(workflow);
        return workflow;
    }

    private static void apply(final WorkflowBuilder workflow, final NodeBuilder scans, final NodeBuilder models) {
        final NodeBuilder predictor = workflow.node(PixelClassifierPredictorNodeFactory.class, 1000, 340)
            .set("confidence", true).label("Both scans");
        final NodeBuilder scores = workflow.node(SegmentationScorerNodeFactory.class, 1160, 340)
            .set("referenceColumn", "True phases").set("segmentationColumn", "Phases")
            .set("mapping", "1 = 0, 2 = 1, 3 = 2, 4 = 3").label("Scored against\nthe truth");
        final NodeBuilder pictures = ShippedWorkflows.files(workflow.node(SlicePictureNodeFactory.class, 1320, 340))
            .set("nameTemplate", "{Step}-{Column}")
            .edit(model -> model.addStringArray("columns", "Volume", "True phases", "Phases", "Confidence"))
            .label("Slices as PNG");
        workflow.connect(scans, 1, predictor, 1).connect(models, 1, predictor, 2);
        workflow.chain(predictor, scores, pictures);
    }

    private static void annotate(final WorkflowBuilder workflow) {
        ShippedWorkflows.note(workflow, "1. Scans and strokes",
            "Two painted slices of T0 are in the data area of the workflow. Set the workflow variable <em>labels</em> "
            + "to the folder of your own.", new Bounds(20, 60, 360, 120), ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "2. A model that can be passed on",
            "Learned, written and read again: the red line says that it is not read before it is written.",
            new Bounds(400, 60, 500, 120), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "3. Scans that nobody labelled",
            "The model segments all scans. Where the confidence is low, further strokes help most.",
            new Bounds(920, 60, 480, 120), ShippedWorkflows.BLUE);
    }
}
