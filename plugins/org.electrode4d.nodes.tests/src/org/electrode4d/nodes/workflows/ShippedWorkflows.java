// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Annotation;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.embedded.workflow.WorkflowMetadata;
import org.electrode4d.nodes.correlation.FieldComparisonNodeFactory;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.electrode4d.nodes.volumes.VolumeReaderNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.workflow.FlowVariable;

/**
 * Writes the workflows that ship with the project. Run it on the folder {@code workflows} after changing a node or a
 * workflow; the same code always writes the same files.
 */
public final class ShippedWorkflows {

    /** The folder that the writers of all workflows write into, by default. */
    static final String RESULTS = "knime://knime.workflow/data/results";

    private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");
    static final int BLUE = 0x5B7C99;
    static final int RED = 0xC8442F;

    private ShippedWorkflows() {
    }

    /** @param arguments the folder that holds the workflows */
    public static void main(final String[] arguments) throws IOException, InvalidSettingsException {
        final Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        save(phantom(), folder.resolve("dvc-phantom"));
        save(twoScans(), folder.resolve("dvc-two-scans"));
        save(timeSeries(), folder.resolve("dvc-time-series"));
        save(acquisition(), folder.resolve("in-situ-acquisition"));
        save(particles(), folder.resolve("particle-statistics"));
        save(thresholds(), folder.resolve("threshold-segmentation"));
        save(training(), folder.resolve("segmentation-training"));
        save(ageing(), folder.resolve("ageing-transport"));
        save(diffusion(), folder.resolve("lithium-diffusion"));
    }

    private static void save(final WorkflowBuilder workflow, final Path folder)
        throws IOException, InvalidSettingsException {
        workflow.save(folder);
        WorkflowPicture.draw(folder);
    }

    static WorkflowBuilder phantom() {
        final WorkflowBuilder workflow = new WorkflowBuilder();
        workflow.variable(new FlowVariable("size", 200));
        workflow.variable(new FlowVariable("nodeSpacings", "60, 40, 20"));
        workflow.variable(new FlowVariable("trueNodeSpacing", 20));
        workflow.variable(new FlowVariable("output", RESULTS));
        final NodeBuilder source = workflow.node(TexturePhantomNodeFactory.class, 80, 240)
            .bind("size", "size").bind("nodeSpacing", "trueNodeSpacing")
            .label("Two states of a sample,\n4 % thicker, turned and moved");
        final CorrelationChain chain = CorrelationChain.after(workflow, source);
        final NodeBuilder comparison = workflow.node(FieldComparisonNodeFactory.class, 780, 420)
            .set("measuredColumn", "Filtered field").set("trueColumn", "True field")
            .label("Measured and true displacement\nand strain, and how far they are apart");
        workflow.connect(chain.filter(), 1, comparison, 1).connect(source, 2, comparison, 2);
        workflow.annotate(Annotation.html("<p><strong>1. The phantom</strong></p><p>Stands in for two scans. Change "
            + "the motion, or add noise, in the dialog of the node; the size is the workflow variable "
            + "<em>size</em>.</p>", new Bounds(20, 60, 260, 120), RED));
        workflow.annotate(Annotation.html("<p><strong>What it shows</strong></p><p>The table "
            + "<em>Comparison</em> begins with the mean length of the displacement error in voxels; then come "
            + "measured and true means of displacement [voxel, µm] and strain, with bias, scatter and the largest "
            + "error.</p>",
            new Bounds(720, 540, 320, 120), RED));
        annotate(workflow);
        workflow.describe(metadata("""
            Digital volume correlation of a phantom whose deformation is known exactly.

            A textured cube is rendered before and after a stretch, rotation and shift. The workflow registers both \
            states, measures the deformation field, fills nodes that did not converge, computes strain and the \
            residual map, and compares measured with true displacement and strain.

            Workflow variables: size (edge of the cube in voxels), nodeSpacings (from coarse to fine, in voxels), \
            trueNodeSpacing (node spacing of the true field; the finest of nodeSpacings, so that both have the same \
            nodes), output (folder of all files). Runs in less than a minute on two cores."""));
        return workflow.author("Electrode4D", TIME);
    }

    static WorkflowBuilder twoScans() {
        final WorkflowBuilder workflow = new WorkflowBuilder();
        workflow.variable(new FlowVariable("reference", "knime://knime.workflow/data/reference"));
        workflow.variable(new FlowVariable("deformed", "knime://knime.workflow/data/deformed"));
        workflow.variable(new FlowVariable("voxelSize", 0.0));
        workflow.variable(new FlowVariable("nodeSpacings", "100, 70, 35"));
        workflow.variable(new FlowVariable("output", RESULTS));
        final NodeBuilder source = workflow.node(VolumeReaderNodeFactory.class, 80, 240)
            .set("location", "TWO_SCANS").set("path", "knime://knime.workflow/data/reference")
            .set("secondPath", "knime://knime.workflow/data/deformed")
            .bind("path", "reference").bind("secondPath", "deformed").bind("voxelSize", "voxelSize")
            .label("Your two scans");
        CorrelationChain.after(workflow, source);
        workflow.annotate(Annotation.html("<p><strong>1. Your scans</strong></p><p>Set the workflow variables "
            + "<em>reference</em> and <em>deformed</em> to a file or a folder of slices each, and <em>voxelSize</em> "
            + "to the size of a voxel in µm (0: as stored in the files).</p>", new Bounds(20, 60, 260, 120), RED));
        annotate(workflow);
        workflow.describe(metadata("""
            Digital volume correlation of two scans of your own.

            Reads a reference and a deformed scan, registers them as a whole, measures the deformation field on a \
            grid, fills nodes that did not converge, computes strain and the residual map, and writes tables, volumes \
            and pictures.

            Workflow variables: reference, deformed (each a TIFF, MetaImage, NumPy or OME-Zarr volume or a folder of \
            TIFF slices; without a value, data/reference and data/deformed in the folder of the workflow), voxelSize \
            (in µm; 0 takes the size stored in the files), nodeSpacings (from coarse to fine, in voxels; 100, 70, 35 \
            suits volumes of 2048 voxels, halve them for smaller volumes), output (folder of all files)."""));
        return workflow.author("Electrode4D", TIME);
    }

    static WorkflowBuilder timeSeries() {
        final WorkflowBuilder workflow = TimeSeriesWorkflow.build();
        workflow.describe(metadata("""
            Digital volume correlation of a whole cycle: strain per region over time, and residual maps.

            A phantom of an electrode is scanned at T0, T1, ... while it swells (more at the separator than at the \
            current collector), drifts, and some of its particles change their grey value; the last state is scanned \
            twice. The workflow measures the deformation from scan to scan, composes the steps to fields since T0 and \
            compares them with the truth and with fields measured directly. It describes the strain of the electrode \
            and of its two sides at every step, in tables and pictures, measures the noise on the double scan, and \
            shows in residual maps what deformation does not explain.

            Workflow variables: size (edge of the cube in voxels), strains (mean volumetric strain at T1, T2, ... in \
            percent), nodeSpacings (from coarse to fine, in voxels), trueNodeSpacing (node spacing of the true fields; \
            the finest of nodeSpacings), output (folder of all files). Runs in about two minutes on two cores. For \
            scans of your own, put a Volume Reader in place of the phantom, remove the Field Comparison, and give the \
            Strain Statistics your own labels or none."""));
        return workflow.author("Electrode4D", TIME);
    }

    static WorkflowBuilder acquisition() {
        final WorkflowBuilder workflow = AcquisitionWorkflow.build();
        workflow.describe(metadata("""
            A cell is cycled and scanned by the protocol of Häusler et al. (2026), against a simulated instrument.

            The Cycling Protocol says what is to be done: charge with C/3 to 4.3 V, hold, scan at least each half hour \
            until six scans are taken, discharge with C/6 to 2.5 V with scans on the way, and two scans at the end. \
            The Acquisition Control does it with a simulated cell, and ends with the table of the scans T0 to T9, \
            every sample, and every transition with its reason. Log, tables and curves are written into a folder.

            Workflow variables: speed (times real time; with 1000 the seven hours take 24 s), capacity (of the cell in \
            mAh), output (folder of all files). For a real cell choose the instrument in the Acquisition Control, \
            and read docs/acquisition.md first.""", "in situ", "cycling", "potentiostat"));
        return workflow.author("Electrode4D", TIME);
    }

    static WorkflowBuilder particles() {
        final WorkflowBuilder workflow = ParticleWorkflow.build();
        workflow.describe(metadata("""
            From raw scans of a swelling electrode to its particles, measured and followed over the steps.

            A phantom of a silicon-graphite electrode on a copper collector is scanned at T0, T1, ... while it swells \
            and drifts and its silicon loses contrast by lithiation. Rings are subtracted, grey values matched to T0, \
            and the series is aligned on the collector. Thresholds give the phases, a watershed cuts touching grains \
            apart. Then come tables of every grain (size, shape, surface, contacts, distance to the collector), size \
            distributions, the thickness of the electrode and its expansion, surface coverage by binder, the tracks of \
            all grains with displacement against depth, and the silicon that still shows its contrast.

            Workflow variables: size (edge of the cube in voxels), depth (voxels from the separator that are kept: all \
            above the collector, 0.8 times size), strains (mean volumetric strain at T1, T2, ... in percent), output \
            (folder of all pictures). Runs in about two minutes on two cores. For scans of your own put a Volume \
            Reader in place of the phantom, and set the number of classes to that of your phases. Loss of contrast \
            is not shrinkage: read the description of the Non-Lithiated Phase.""", "electrode", "tomography",
            "segmentation", "particles", "tracking", "thickness"));
        return workflow.author("Electrode4D", TIME);
    }

    static WorkflowBuilder thresholds() {
        final WorkflowBuilder workflow = ThresholdWorkflow.build();
        workflow.describe(metadata("""
            Three ways to the phases of an electrode without training, scored against the truth.

            A phantom of a silicon-graphite electrode is cleaned of rings and noise. Its phases are found by \
            multi-Otsu (all thresholds at once), by a threshold in stages (as in Vorauer et al. 2020), and by \
            superpixels that rules by their mean grey value put into classes. Each segmentation is compared with the \
            true phases: Dice, IoU, precision, recall and distances of boundaries by class, and a table of confusions.

            Workflow variables: size (edge of the cube in voxels), depth (voxels from the separator that are kept: all \
            above the collector, 0.8 times size), output (folder of all pictures). Runs in about a minute on two \
            cores. For scans of your own put a Volume Reader in place of the phantom; without labels remove the \
            scorers.""", "electrode", "tomography", "segmentation", "threshold", "superpixels"));
        return workflow.author("Electrode4D", TIME);
    }

    static WorkflowBuilder training() {
        final WorkflowBuilder workflow = SegmentationTrainingWorkflow.build();
        workflow.describe(metadata("""
            Silicon is found by networks that learn from labelled slices, step by step, and scored against the truth.

            A phantom of a silicon-graphite electrode is scanned at T0 to T4 while silicon takes up lithium and comes \
            to look like graphite. Two attention residual U-Nets learn from 12 labelled slices of each of their scans: \
            one for the early steps, one for the late ones (as in Häusler et al. 2026, Note 4, where they are for T0-T2 \
            and T3-T8). The whole series is segmented, each step by the model for it, and compared with the true \
            silicon; the silicon that is not lithiated is drawn over the steps. A pixel classifier does the same \
            without a network.

            Workflow variables: size (edge of the cube in voxels), strains (mean volumetric strain at T1, T2, ... in \
            percent), epochs (of each training), output (folder of all files). Runs in some minutes on two cores. \
            Needs the feature Electrode4D learning with one of its engines. For scans of your own put a Volume Reader \
            and a Label Reader in place of the phantom, and choose Quick, Thorough or Paper in the learners.""", "electrode",
            "tomography", "segmentation", "deep learning", "U-Net", "pixel classifier"));
        return workflow.author("Electrode4D", TIME);
    }

    static WorkflowBuilder ageing() {
        final WorkflowBuilder workflow = AgeingTransportWorkflow.build();
        workflow.describe(metadata(AgeingTransportWorkflow.DESCRIPTION, "electrode", "ageing", "tortuosity", "pores",
            "diffusion", "SEI"));
        return workflow.author("Electrode4D", TIME);
    }

    static WorkflowBuilder diffusion() {
        final WorkflowBuilder workflow = LithiumDiffusionWorkflow.build();
        workflow.describe(metadata("""
            How lithium gets from the pores of an aged anode to its particles, and into one of them.

            A micrograph of 5 x 8 µm after 100 cycles (a phantom with pores, interphase and silicon) is meshed with \
            triangles that are small at interfaces. Lithium enters the interphase from the pores and diffuses, \
            computed by finite elements: maps of the concentration, curves at four probes, and the time until each \
            is at 90 %, as in Fig. 8 of Vorauer et al. (2020). It is computed twice: with the constants as \
            published, with which the region is full in milliseconds, and with a diffusivity that gives times of \
            seconds to minutes. Then a grain of an electrode is emptied at constant currents, as in Fig. 3 of \
            Müller et al. (2021): distribution of the state of charge, over-potential, limits by ions and by \
            electrons.

            Workflow variables: width and height (pixels of 20 nm), probes (name: x, y, z in µm, separated by \
            semicolons; inside the interphase), size (edge of the electrode in voxels), particle (its number, 0 for \
            the largest), output (folder of all pictures). For an image of your own put a Volume Reader in place of \
            the phantom and choose probes in it.\
            """, "electrode", "diffusion", "finite elements", "lithiation", "SEI"));
        return workflow.author("Electrode4D", TIME);
    }

    /** Lets a node write its pictures into the folder of the results. */
    static NodeBuilder pictures(final NodeBuilder node) {
        return node.set("pictures/folder", RESULTS).set("pictures/createFolders", true)
            .set("pictures/existing", "OVERWRITE").bind("pictures/folder", "output");
    }

    /** Lets a Crop keep what is between the separator and a depth that the workflow's variables say. */
    static NodeBuilder aboveCollector(final NodeBuilder crop) {
        return crop.set("definition", "VOXELS").bind("voxelsX", "size").bind("voxelsY", "size")
            .bind("voxelsZ", "depth");
    }

    /** Lets a node write its files into the folder of the results. */
    static NodeBuilder files(final NodeBuilder node) {
        return node.set("folder", RESULTS).set("createFolders", true).set("existing", "OVERWRITE")
            .bind("folder", "output");
    }

    /** Puts a heading and a few sentences on a coloured ground. */
    static void note(final WorkflowBuilder workflow, final String title, final String text, final Bounds place,
        final int colour) {
        workflow.annotate(Annotation.html("<p><strong>" + title + "</strong></p><p>" + text + "</p>", place, colour));
    }

    private static void annotate(final WorkflowBuilder workflow) {
        workflow.annotate(Annotation.html("<p><strong>2. Correlation</strong></p><p>Whole volumes first, then windows "
            + "around the nodes of ever finer grids. Nodes that fail are filled from their neighbours. The node "
            + "spacings are the workflow variable <em>nodeSpacings</em>.</p>", new Bounds(300, 60, 400, 120), BLUE));
        workflow.annotate(Annotation.html("<p><strong>3. Strain and residual</strong></p><p>Strain from the gradient "
            + "of the displacement; what the deformation does not explain remains in the residual map. "
            + "Raise its noise threshold to what two scans of the same state leave.</p>",
            new Bounds(720, 60, 320, 120), BLUE));
        workflow.annotate(Annotation.html("<p><strong>4. Results</strong></p><p>Fields as SPAM TSV, CSV and VTK, the "
            + "residual volume as TIFF, slices as PNG: in the folder of the workflow variable <em>output</em>.</p>",
            new Bounds(1060, 60, 320, 120), BLUE));
    }

    private static WorkflowMetadata metadata(final String description) {
        return metadata(description, "electrode", "tomography", "digital volume correlation", "strain");
    }

    private static WorkflowMetadata metadata(final String description, final String... tags) {
        return new WorkflowMetadata(Annotation.PLAIN, null, null, TIME.toString(), description, List.of(tags),
            List.of());
    }
}
