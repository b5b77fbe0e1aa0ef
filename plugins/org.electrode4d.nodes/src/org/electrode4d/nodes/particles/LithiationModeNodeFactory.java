// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.segmentation.lithiation.LithiationMode;
import org.electrode4d.segmentation.lithiation.ModeCount;
import org.electrode4d.segmentation.lithiation.ModeDecision;
import org.electrode4d.segmentation.lithiation.ParticleEvolution;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Tells how particles take up lithium. */
public final class LithiationModeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Lithiation Mode") //
        .icon("./lithiation-mode.png") //
        .shortDescription("Tells core-shell particles from those that lithiate along networks, and from others.") //
        .fullDescription("""
            <p>When silicon takes up lithium its grey value changes, and what changed beyond motion stays in the
            residual map. Where in a particle that is tells how the particle takes up lithium:</p>
            <ul>
            <li><b>Core-shell</b>: a shell below the surface; the core stays as it was.</li>
            <li><b>Network</b>: pathways that cross the core as soon as there is something below the skin.</li>
            <li><b>Inactive</b>: no shell, and no path.</li>
            <li><b>Cracked</b>: a plane gap was there at the first scan already.</li>
            <li><b>Undecided</b>: too small, cut by the border of the scan, or with a score below the least one.</li>
            </ul>
            <p>Every particle is divided by the depth below its own surface. The <i>skin</i> tells little: blur, and
            scans that do not fit exactly, leave residuals in the skin of every particle. Below it are <i>shell</i> and
            <i>core</i>. Each question is answered by a soft threshold on the share of voxels with residual,
            1 / (1 + exp(-(<i>x</i> - limit) / softness)): is there a crack? does the residual reach the core
            when the particle begins to react? is there a shell all around? The score is the likelihood of the answer,
            and the numbers that decided stand beside it. The core is looked at in the first step with residual below
            the skin, the shell in the step with most of it; particles that are cut at some steps are judged by the
            others, unless those show much less.</p>
            <p>The paths of a network are its skeleton: the residual is thinned to curves one voxel wide that are
            connected as it is (Lee, Kashyap and Chu, CVGIP 56, 462, 1994). Their length, their branches and those that
            reach into the core are put out, but do not decide.</p>
            <p>The first input has a row per step with the residual map and particle labels in the same frame: connect
            <i>Residual Map</i> and <i>Label Propagation</i> of fields from the first scan to each later one. The second
            has the first scan itself, with labels and silicon. The paper tells core-shell (about 10 % of particles)
            from network by eye: Häusler et al., EES Batteries (2026), Fig. 5.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Residuals", "One row per step in the order of time, with a residual map and particle "
                + "labels in its frame. The step is <i>Deformed step</i>, or <i>Step</i>.") //
            .addInputPort("First scan", "Optional: a row with particle labels and a mask of silicon, or phases, of the "
                + "first scan. Without it, cracks are gaps in the labels of the first step.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Particles", "One row per particle: class, score and likelihood of each class, why, size, "
                + "and at the step that decided the shares of residual in skin, shell, core and five layers of equal "
                + "thickness (1 at the surface), its connected parts, and length, branches and ends of its paths; the "
                + "part of the largest share that had vanished at the last step; gaps at the first scan.") //
            .addOutputTable("Classes", "One row per class: how many whole particles it has from the diameter on that "
                + "counts, their share by number, mean score and mean diameter.") //
            .addOutputTable("Evolution", "One row per particle and step: the same features, the change of the residual "
                + "share since the step before, and the part of the largest share so far that has vanished.") //
            .addOutputTable("Pictures", "Paths of pictures: the residual share of the classes over the steps, and a "
                + "slice with classes in colours at the step with most residual. Empty without a picture folder.")) //
        .model(m -> m //
            .parametersClass(LithiationModeNodeParameters.class) //
            .configure(LithiationModeNodeFactory::configure) //
            .execute(LithiationModeNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("lithiation", "core-shell", "network", "crack", "residual", "silicon", "skeleton", "thinning");

    /** Called by KNIME. */
    public LithiationModeNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        ModeScans.check(in.getInTableSpec(0), in.getInTableSpec(1), in.getParameters());
        out.setOutSpecs(ModeTables.particlesSpec(), ModeTables.classesSpec(), ModeTables.evolutionSpec(),
            PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final LithiationModeNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final BufferedDataTable table = in.getInTable(0);
            final Warnings warnings = new Warnings();
            final ModeScans scans = ModeScans.read(table, in.getInTable(1), parameters, progress, warnings);
            final ModeTables tables = new ModeTables(context);
            final Map<Integer, LithiationMode> modes = classify(scans, parameters, tables, warnings);
            out.setOutData(0, tables.closeParticles());
            out.setOutData(1, tables.closeClasses());
            out.setOutData(2, tables.closeEvolution());
            out.setOutData(3, PictureTable.write(drawings(scans, modes, table.getDataTableSpec(), parameters),
                parameters.m_pictures, context, progress));
            warnings.show(out);
        });
    }

    /** Fills the tables; the modes by label. */
    private static Map<Integer, LithiationMode> classify(final ModeScans scans,
        final LithiationModeNodeParameters parameters, final ModeTables tables, final Warnings warnings) {
        final Map<Integer, LithiationMode> modes = new HashMap<>();
        final List<ModeCount.Classified> counted = new ArrayList<>();
        for (final ParticleEvolution particle : scans.particles()) {
            final ModeDecision decision = parameters.rule().decide(particle, parameters.selection());
            final boolean counts = parameters.selection().counts(particle);
            tables.add(particle, decision, counts, scans.steps());
            if (counts) {
                counted.add(new ModeCount.Classified(decision, particle.first().form().diameter()));
            }
            modes.put(particle.label(), decision.mode());
        }
        ModeCount.of(counted).forEach(tables::add);
        if (!modes.isEmpty() && counted.isEmpty()) {
            warnings.add("No whole particle has an equivalent diameter of " + parameters.m_leastCounted
                + " µm or more: the shares of the classes are missing. Lower 'Counted from diameter'.");
        }
        return modes;
    }

    private static List<PictureTable.Drawing> drawings(final ModeScans scans,
        final Map<Integer, LithiationMode> modes, final DataTableSpec spec,
        final LithiationModeNodeParameters parameters) {
        final ModePictures pictures = new ModePictures(scans.particles(), modes);
        final List<PictureTable.Drawing> drawings = new ArrayList<>();
        scans.fullest().ifPresent(step -> {
            drawings.add(pictures.evolution(scans.steps()));
            drawings.add(pictures.slice(step, spec, parameters));
        });
        return drawings;
    }
}
