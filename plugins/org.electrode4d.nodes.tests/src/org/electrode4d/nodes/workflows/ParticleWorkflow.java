// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.particles.EdgeResolutionNodeFactory;
import org.electrode4d.nodes.particles.ElectrodeThicknessNodeFactory;
import org.electrode4d.nodes.particles.NonLithiatedPhaseNodeFactory;
import org.electrode4d.nodes.particles.ParticleTableNodeFactory;
import org.electrode4d.nodes.particles.ParticleTrackingNodeFactory;
import org.electrode4d.nodes.particles.SizeDistributionNodeFactory;
import org.electrode4d.nodes.particles.SurfaceCoverageNodeFactory;
import org.electrode4d.nodes.preparation.CropNodeFactory;
import org.electrode4d.nodes.preparation.DenoiserNodeFactory;
import org.electrode4d.nodes.preparation.GreyMatchingNodeFactory;
import org.electrode4d.nodes.preparation.RingFilterNodeFactory;
import org.electrode4d.nodes.preparation.SeriesAlignmentNodeFactory;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.segmentation.ObjectFilterNodeFactory;
import org.electrode4d.nodes.segmentation.ThresholdNodeFactory;
import org.electrode4d.nodes.segmentation.WatershedNodeFactory;
import org.electrode4d.nodes.volumes.ElectrodePhantomNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code particle-statistics}: from raw scans to particles that are measured and followed over the steps. */
final class ParticleWorkflow {

    private final WorkflowBuilder workflow = new WorkflowBuilder();
    private NodeBuilder aligned;
    private NodeBuilder particles;
    private NodeBuilder thickness;

    private ParticleWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("particle-statistics", ParticleWorkflow::build)
            .describe("""
                From raw scans of a swelling electrode to its particles, measured and followed over the steps.

                A phantom of a silicon-graphite electrode on a copper collector is scanned at T0, T1, ... while it \
                swells and drifts and its silicon loses contrast by lithiation. Rings are subtracted, grey values \
                matched to T0, and the series is aligned on the collector. Thresholds give the phases, a watershed \
                cuts touching grains apart. Then come tables of every grain (size, shape, surface, contacts, distance \
                to the collector), size distributions, the thickness of the electrode and its expansion, surface \
                coverage by binder, the tracks of all grains with displacement against depth, and the silicon that \
                still shows its contrast.

                Workflow variables: size (edge of the cube in voxels), depth (voxels from the separator that are \
                kept: all above the collector, 0.8 times size), strains (mean volumetric strain at T1, T2, ... in \
                percent), output (folder of all pictures). Runs in about two minutes on two cores. For scans of your \
                own put a Volume Reader in place of the phantom, and set the number of classes to that of your \
                phases. Loss of contrast is not shrinkage: read the description of the Non-Lithiated Phase.""")
            .expect("""
                228 of the 235 grains of T0 are followed to T4. The displacements of their centres give axial \
                strains of 6.2, 24.5, 42.7 and 32.7 %, where 6, 24, 42 and 32 % are true. Their median diameter is \
                0.49 µm. Of the silicon, 98, 86, 64 and 78 % still show their contrast at T1 to T4. Edges are 2.5 \
                voxels wide at T0, where the blur is 2.45.""")
            .tags("electrode", "tomography", "segmentation", "particles", "tracking", "thickness")
            .small(new FlowVariable("size", 80), new FlowVariable("depth", 64), new FlowVariable("strains", "10, 30"));
    }

    private static WorkflowBuilder build() {
        final ParticleWorkflow series = new ParticleWorkflow();
        series.workflow.variable(new FlowVariable("size", 128));
        series.workflow.variable(new FlowVariable("depth", 104));
        series.workflow.variable(new FlowVariable("strains", "6, 24, 42, 32"));
        series.workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        series.addPreparation();
        series.addSegmentation();
        series.addThickness();
        series.addParticles();
        series.addTracks();
        series.addPictures();
        series.annotate();
        return series.workflow;
    }

    private void addPreparation() {
        final NodeBuilder phantom = workflow.node(ElectrodePhantomNodeFactory.class, 80, 240).bind("size", "size")
            .bind("strains", "strains").label("Raw scans of an electrode\nthat swells and drifts");
        final NodeBuilder rings = workflow.node(RingFilterNodeFactory.class, 240, 240).label("Rings out");
        final NodeBuilder greys = workflow.node(GreyMatchingNodeFactory.class, 370, 240)
            .set("volumeColumn", "Filtered").label("Grey values as at T0");
        aligned = pictures(workflow.node(SeriesAlignmentNodeFactory.class, 510, 240))
            .set("volumeColumn", "Matched").label("On the copper collector");
        workflow.chain(phantom, rings, greys, aligned);
        final NodeBuilder sharpness = pictures(workflow.node(EdgeResolutionNodeFactory.class, 240, 420)
            .set("halfLength", 8.0).set("separation", 6.0))
            .label("Resolution of the scans");
        workflow.connect(phantom, 1, sharpness, 1);
    }

    private static NodeBuilder pictures(final NodeBuilder node) {
        return ShippedWorkflows.pictures(node);
    }

    private void addSegmentation() {
        final NodeBuilder crop = ShippedWorkflows.aboveCollector(workflow.node(CropNodeFactory.class, 650, 240))
            .set("volumeColumn", "Aligned").label("What is above\nthe collector");
        final NodeBuilder denoised = workflow.node(DenoiserNodeFactory.class, 780, 240)
            .set("volumeColumn", "Cropped").set("method", "MEDIAN").label("Noise out");
        final NodeBuilder phases = pictures(workflow.node(ThresholdNodeFactory.class, 900, 240)
            .set("volumeColumn", "Denoised").set("classes", 4).set("result", "PHASES").set("ofFirst", true))
            .label("Pore, binder, graphite,\nsilicon");
        final NodeBuilder grains = workflow.node(ObjectFilterNodeFactory.class, 1030, 240)
            .set("maskColumn", "Phases").set("labels", "3, 4").set("smallest", 0.3)
            .label("Grains, without\nspecks");
        particles = workflow.node(WatershedNodeFactory.class, 1150, 240).set("maskColumn", "Mask")
            .label("Grains that touch\nare cut apart");
        workflow.chain(aligned, crop, denoised, phases, grains, particles);
    }

    private void addThickness() {
        thickness = pictures(workflow.node(ElectrodeThicknessNodeFactory.class, 1150, 420)
            .set("phaseColumn", "Phases").set("labels", "2, 3, 4"))
            .label("Thickness and expansion");
        workflow.connect(particles, 1, thickness, 1);
    }

    private void addParticles() {
        final NodeBuilder table = workflow.node(ParticleTableNodeFactory.class, 1330, 240)
            .set("labelColumn", "Particles").set("useGrey", true).set("greyColumn", "Denoised")
            .set("collector", "LAST_SLICE").label("Size, shape, contacts");
        final NodeBuilder sizes = pictures(workflow.node(SizeDistributionNodeFactory.class, 1490, 240))
            .label("d10, d50, d90");
        final NodeBuilder coverage = pictures(workflow.node(SurfaceCoverageNodeFactory.class, 1330, 360)
            .set("pore", "1").set("cbd", "2")).label("What covers the grains");
        workflow.connect(particles, 1, table, 1).connect(particles, 1, coverage, 1);
        workflow.chain(table, sizes);
    }

    private void addTracks() {
        final NodeBuilder tracks = pictures(workflow.node(ParticleTrackingNodeFactory.class, 1330, 520)
            .set("labelColumn", "Particles").set("collector", "LAST_SLICE"))
            .label("The same grain in every scan");
        final NodeBuilder silicon = pictures(workflow.node(NonLithiatedPhaseNodeFactory.class, 1490, 520)
            .set("phaseColumn", "Phases").set("criterion", "PHASE").set("label", 4).set("identity", "TRACKS")
            .set("leastVolume", 0.05))
            .label("Silicon that is left");
        workflow.connect(thickness, 1, tracks, 1).connect(tracks, 1, silicon, 1).connect(tracks, 2, silicon, 2);
    }

    private void addPictures() {
        final NodeBuilder slices = ShippedWorkflows.files(workflow.node(SlicePictureNodeFactory.class, 1330, 640)
            .set("nameTemplate", "{Step}-{Column}")
            .edit(model -> model.addStringArray("columns", "Volume", "Aligned", "Phases", "Particles")))
            .label("Slices as PNG");
        workflow.connect(particles, 1, slices, 1);
    }

    private void annotate() {
        ShippedWorkflows.note(workflow, "1. Raw scans",
            "Stand in for the tomograms of a charging cell. Replace the phantom by a <em>Volume "
            + "Reader</em> for your own.", new Bounds(20, 60, 200, 120), ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "2. Preparation",
            "Rings are subtracted, grey values matched to T0, and the series aligned on the rigid "
            + "collector: what moves afterwards is the electrode.", new Bounds(230, 60, 380, 120),
            ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "3. Segmentation",
            "Thresholds cut the grey values into phases; grains that touch are cut apart where "
            + "they are thinnest.", new Bounds(630, 60, 620, 120), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "4. Particles",
            "Tables of every grain in every scan, size distribution, surface coverage; then the "
            + "tracks of grains and the silicon that still shows its contrast.", new Bounds(1270, 60, 360, 120),
            ShippedWorkflows.BLUE);
    }
}
