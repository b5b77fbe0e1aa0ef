// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.correlation.DeformationFieldComposerNodeFactory;
import org.electrode4d.nodes.correlation.DeformationFieldFilterNodeFactory;
import org.electrode4d.nodes.correlation.DeformationFieldWriterNodeFactory;
import org.electrode4d.nodes.correlation.FieldComparisonNodeFactory;
import org.electrode4d.nodes.correlation.GlobalRegistrationNodeFactory;
import org.electrode4d.nodes.correlation.LocalCorrelationNodeFactory;
import org.electrode4d.nodes.correlation.NoiseFloorNodeFactory;
import org.electrode4d.nodes.correlation.ResidualMapNodeFactory;
import org.electrode4d.nodes.correlation.StrainNodeFactory;
import org.electrode4d.nodes.correlation.StrainStatisticsNodeFactory;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.volumes.PhantomSeriesNodeFactory;
import org.electrode4d.nodes.volumes.VolumeStatisticsNodeFactory;
import org.electrode4d.nodes.volumes.VolumeWriterNodeFactory;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code dvc-time-series}: a whole cycle, from scans to strain per region over time and residual maps. */
final class TimeSeriesWorkflow {

    private final WorkflowBuilder workflow = new WorkflowBuilder();
    private NodeBuilder phantom;
    private NodeBuilder steps;
    private NodeBuilder composer;

    private TimeSeriesWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("dvc-time-series", TimeSeriesWorkflow::build)
            .describe("""
                Digital volume correlation of a whole cycle: strain per region over time, and residual maps.

                A phantom of an electrode is scanned at T0, T1, ... while it swells (more at the separator than at \
                the current collector), drifts, and some of its particles change their grey value; the last state is \
                scanned twice. The workflow measures the deformation from scan to scan, composes the steps to fields \
                since T0 and compares them with the truth and with fields measured directly. It describes the strain \
                of the electrode and of its two sides at every step, in tables and pictures, measures the noise on \
                the double scan, and shows in residual maps what deformation does not explain.

                Workflow variables: size (edge of the cube in voxels), strains (mean volumetric strain at T1, T2, ... \
                in percent), nodeSpacings (from coarse to fine, in voxels), trueNodeSpacing (node spacing of the true \
                fields; the finest of nodeSpacings), output (folder of all files). Runs in about two minutes on two \
                cores. For scans of your own, put a Volume Reader in place of the phantom, remove the Field \
                Comparison, and give the Strain Statistics your own labels or none.""")
            .expect("""
                At the largest strain, T3, the mean volumetric strain is 49 % on the separator side and 33 % on the \
                collector side, where 50 and 34 % are true. The mean residual is 4800 grey values in particles that \
                changed and 160 to 290 elsewhere, most of that at the faces of the electrode, where windows of 25 \
                voxels see a strain that jumps.""")
            .tags("electrode", "tomography", "digital volume correlation", "strain")
            .small(new FlowVariable("size", 64), new FlowVariable("strains", "15, 30"),
                new FlowVariable("nodeSpacings", "16, 8"), new FlowVariable("trueNodeSpacing", 8));
    }

    private static WorkflowBuilder build() {
        final TimeSeriesWorkflow series = new TimeSeriesWorkflow();
        series.addVariables();
        series.addCorrelation();
        series.addStrain();
        series.addResiduals();
        series.addDirect();
        series.addChecks();
        series.annotate();
        return series.workflow;
    }

    private void addVariables() {
        workflow.variable(new FlowVariable("size", 128));
        workflow.variable(new FlowVariable("strains", "8, 24, 42, 32"));
        workflow.variable(new FlowVariable("nodeSpacings", "30, 12"));
        workflow.variable(new FlowVariable("trueNodeSpacing", 12));
        workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
    }

    private void addCorrelation() {
        phantom = workflow.node(PhantomSeriesNodeFactory.class, 80, 350).bind("size", "size")
            .bind("strains", "strains").bind("nodeSpacing", "trueNodeSpacing")
            .label("An electrode that swells,\ndrifts and takes up lithium;\nthe last state is scanned twice");
        final NodeBuilder registration = workflow.node(GlobalRegistrationNodeFactory.class, 300, 240)
            .set("volumeColumn", "Volume").label("T0 to T1,\nT1 to T2, ...");
        final NodeBuilder correlation = workflow.node(LocalCorrelationNodeFactory.class, 460, 240)
            .set("startColumn", "Registration").bind("nodeSpacings", "nodeSpacings").label("Windows around nodes");
        steps = workflow.node(DeformationFieldFilterNodeFactory.class, 640, 240)
            .set("fieldColumn", "Deformation field").label("Fill failed nodes");
        composer = workflow.node(DeformationFieldComposerNodeFactory.class, 820, 240)
            .set("fieldColumn", "Filtered field").label("Steps put together:\nT0 to T1, T0 to T2, ...");
        workflow.chain(phantom, registration, correlation, steps, composer);
    }

    /** The same pairs measured directly, which needs no registration where it starts from the composed fields. */
    private void addDirect() {
        final NodeBuilder direct = workflow.node(LocalCorrelationNodeFactory.class, 900, 780)
            .set("startColumn", "Deformation field").bind("nodeSpacings", "nodeSpacings")
            .label("Directly from T0,\nstarted from the\ncomposed fields");
        final NodeBuilder comparison = workflow.node(DeformationFieldComposerNodeFactory.class, 1140, 780)
            .set("fieldColumn", "Filtered field")
            .label("Second output: how far\ncomposed and direct\nfields are apart");
        workflow.connect(composer, 1, direct, 1).connect(steps, 1, comparison, 1).connect(direct, 1, comparison, 2);
    }

    private void addStrain() {
        final NodeBuilder statistics = workflow.node(StrainStatisticsNodeFactory.class, 1060, 350)
            .set("fieldColumn", "Deformation field").set("method", "CORRELATION").set("collector", "LAST_SLICE")
            .set("labelUse", "MASK").set("labelColumn", "Sides").set("folder", ShippedWorkflows.RESULTS)
            .set("createFolders", true).set("existing", "OVERWRITE").bind("folder", "output")
            .label("Whole electrode, collector side,\nseparator side, at every step");
        final NodeBuilder fields = writer(DeformationFieldWriterNodeFactory.class, 1060, 240)
            .set("fieldColumn", "Deformation field").set("spamTsv", false).set("csv", false).set("strain", true)
            .set("timeSeries", true).label("Time series for ParaView");
        workflow.connect(composer, 1, statistics, 1).connect(phantom, 3, statistics, 2);
        workflow.connect(composer, 1, fields, 1);
    }

    @SuppressWarnings("rawtypes")
    private NodeBuilder writer(final Class<? extends NodeFactory> factory, final int x, final int y) {
        return workflow.node(factory, x, y).set("folder", ShippedWorkflows.RESULTS).set("createFolders", true)
            .set("existing", "OVERWRITE").bind("folder", "output");
    }

    private void addResiduals() {
        final NodeBuilder strain = workflow.node(StrainNodeFactory.class, 900, 640)
            .set("fieldColumn", "Deformation field").label("Strain maps");
        final NodeBuilder noise = workflow.node(NoiseFloorNodeFactory.class, 1060, 640)
            .set("fieldColumn", "Filtered field").label("What two scans of the\nsame state differ by");
        final NodeBuilder residual = workflow.node(ResidualMapNodeFactory.class, 1220, 640)
            .set("fieldColumn", "Deformation field").set("thresholdSource", "COLUMN")
            .label("What deformation\ndoes not explain");
        final NodeBuilder pictures = writer(SlicePictureNodeFactory.class, 1420, 640)
            .set("nameTemplate", "{Reference step}-{Deformed step}-{Column}")
            .edit(model -> model.addStringArray("columns", "Deformed", "Deformation field", "Volumetric strain",
                "Biot strain zz", "Residual"))
            .label("Slices as PNG");
        final NodeBuilder volumes = writer(VolumeWriterNodeFactory.class, 1420, 760).set("volumeColumn", "Residual")
            .set("nameTemplate", "{Reference step}-{Deformed step}-residual").label("Residual volumes");
        final NodeBuilder numbers = workflow.node(VolumeStatisticsNodeFactory.class, 1420, 520)
            .set("volumeColumn", "Residual").label("Residuals in numbers");
        workflow.connect(composer, 1, strain, 1).connect(steps, 1, noise, 1).connect(strain, 1, noise, 2);
        workflow.chain(noise, residual);
        for (final NodeBuilder results : new NodeBuilder[]{pictures, volumes, numbers}) {
            workflow.connect(residual, 1, results, 1);
        }
    }

    private void addChecks() {
        final NodeBuilder comparison = workflow.node(FieldComparisonNodeFactory.class, 1060, 480)
            .set("measuredColumn", "Deformation field").set("trueColumn", "True field")
            .label("Composed and true displacement\nand strain since T0");
        workflow.connect(composer, 1, comparison, 1).connect(phantom, 2, comparison, 2);
    }

    private void annotate() {
        ShippedWorkflows.note(workflow, "1. The series",
            "Stands in for the scans of a charging battery. Replace it by a <em>Volume Reader</em> "
            + "for your own; size and strains are workflow variables.", new Bounds(20, 60, 260, 120),
            ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "2. Correlation",
            "Each scan with the one before: little happens between them, so the windows find their "
            + "way.", new Bounds(300, 60, 400, 120), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "3. Since T0",
            "The small steps are put together. At the bottom, the same is measured directly.",
            new Bounds(720, 60, 280, 120), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "4. Strain over time",
            "Mean, scatter and histograms of strain for the electrode and its two sides, as "
            + "tables and pictures; fields and strain for ParaView.", new Bounds(1020, 60, 320, 120),
            ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "5. Residual series",
            "Two scans of the same state tell the noise. What is above it and not deformation "
            + "are particles that changed.", new Bounds(1240, 380, 320, 100), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "What it shows",
            "The <em>Field Comparison</em> tells, step by step, how far the composed displacements "
            + "and strains are from the truth of the phantom.", new Bounds(400, 500, 300, 120), ShippedWorkflows.RED);
    }
}
