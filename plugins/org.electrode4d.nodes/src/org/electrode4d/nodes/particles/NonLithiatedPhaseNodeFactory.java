// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.segmentation.particle.NonLithiatedSeries;
import org.electrode4d.segmentation.particle.NonLithiatedSeries.Part;
import org.electrode4d.segmentation.particle.NonLithiatedSeries.Summary;
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

/** Follows the silicon that is not lithiated. */
public final class NonLithiatedPhaseNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Non-Lithiated Phase") //
        .icon("./non-lithiated-phase.png") //
        .shortDescription("How much of every particle still looks like pristine silicon, step by step.") //
        .fullDescription("""
            <p>Relates the volume of non-lithiated silicon in every particle at every step to that in the first
            scan (RNL, relative non-lithiated volume):</p>
            <p>RNL = 100 % <i>V</i>(step) / <i>V</i>(first scan)</p>
            <p><b>Caution: loss of contrast is not shrinkage.</b> When silicon takes up lithium its refractive index
            changes, and it comes to look like the binder and electrolyte around it; only the silicon that is not
            lithiated stays distinguishable. The particle that seems to shrink has in truth expanded: its lithiated part
            is there, unseen, and its true border is hard to define. Read the numbers as the part that has not reacted
            (119 µm³ at T0 and 80 µm³ at T6: some 33 % of the crystalline core are lithiated), never as the volume of
            the particle. Blur, noise and grey values that drift between the scans change them too: match grey values
            and use one segmentation for all steps.</p>
            <p>The non-lithiated silicon comes from a segmentation (mask or phase), or from a threshold on the grey
            values within the particles. A particle that is not found at a step has missing cells there, and the node
            warns: whether it was lithiated, left the scan, or was lost by tracking is not known.</p>
            <p>After Häusler et al., EES Batteries (2026), Fig. 2 c.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan in the order of time, with volumes that tell what is not "
                + "lithiated and volumes of particle labels.") //
            .addInputPort("Tracks", "Optional: rows with <i>Step</i>, <i>Label</i> and the number of the track.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Steps", "One row per scan: particles that count, how many were not found, their "
                + "non-lithiated volume, and their relative volume: of all together (total), and as mean and standard "
                + "deviation over particles.") //
            .addOutputTable("Particles", "One row per scan and particle of the first scan: label, voxels of the label, "
                + "non-lithiated volume in µm³ and in % of the first scan, whether it is cut and whether it counts.") //
            .addOutputTable("Pictures", "The path of a picture of the curve. Empty without a picture folder.")) //
        .model(m -> m //
            .parametersClass(NonLithiatedPhaseNodeParameters.class) //
            .configure(NonLithiatedPhaseNodeFactory::configure) //
            .execute(NonLithiatedPhaseNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("lithiation", "silicon", "RNL", "contrast", "phase", "state of charge");

    /** Called by KNIME. */
    public NonLithiatedPhaseNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final NonLithiatedPhaseNodeParameters parameters = in.getParameters();
        if (parameters.m_identity == ParticleIdentity.TRACKS) {
            TrackNames.check(in.getInTableSpec(1), parameters.m_trackColumn);
        }
        final NonLithiatedScans scans = new NonLithiatedScans(in.getInTableSpec(0), parameters, null);
        out.setOutSpecs(NonLithiatedTables.stepsSpec(scans.thicknessName()), NonLithiatedTables.particlesSpec(),
            PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final NonLithiatedPhaseNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final TrackNames tracks = parameters.m_identity == ParticleIdentity.TRACKS
                ? TrackNames.read(in.getInTable(1), parameters.m_trackColumn) : null;
            final BufferedDataTable table = in.getInTable(0);
            final NonLithiatedScans source = new NonLithiatedScans(table.getDataTableSpec(), parameters, tracks);
            final List<NonLithiatedScans.Scan> scans = source.read(table, progress);
            final Warnings warnings = new Warnings();
            warnings.add(RowAppender.warning(source.missing()));
            warnings.add(in.getInTable(1) == null || parameters.m_identity == ParticleIdentity.TRACKS ? null
                : "The tracks at the second input are not used: set 'Find a particle again by' to 'Tracks'.");
            final NonLithiatedTables tables = new NonLithiatedTables(context, source.thicknessName());
            final List<Summary> summaries = summaries(scans, parameters.selection(), tables, warnings);
            final List<PictureTable.Drawing> drawings = summaries.stream().allMatch(s -> s == null) ? List.of()
                : List.of(new PictureTable.Drawing("Relative non-lithiated volume over the steps", "",
                    new NonLithiatedPlot(scans, summaries, source.thicknessName())::render));
            out.setOutData(0, tables.closeSteps());
            out.setOutData(1, tables.closeParticles());
            out.setOutData(2, PictureTable.write(drawings, parameters.m_pictures, context, progress));
            warnings.show(out);
        });
    }

    /** Fills the tables; null for scans that lack an input. */
    private static List<Summary> summaries(final List<NonLithiatedScans.Scan> scans,
        final NonLithiatedSeries.Selection selection, final NonLithiatedTables tables, final Warnings warnings) {
        final Optional<NonLithiatedScans.Scan> reference =
            scans.stream().filter(scan -> scan.amounts().isPresent()).findFirst();
        if (reference.isPresent() && reference.get() != scans.get(0)) {
            warnings.add("The first scan with all inputs is " + reference.get().step() + ": the others are related to "
                + "it.");
        }
        final Optional<NonLithiatedSeries> series = reference.map(
            scan -> new NonLithiatedSeries(scan.amounts().orElseThrow(), selection));
        final List<Summary> summaries = new ArrayList<>();
        for (final NonLithiatedScans.Scan scan : scans) {
            if (series.isEmpty() || scan.amounts().isEmpty()) {
                tables.addMissing(scan);
                summaries.add(null);
                continue;
            }
            final List<Part> parts = series.get().parts(scan.amounts().get());
            final Summary summary = series.get().summary(parts);
            tables.add(scan, summary, parts);
            summaries.add(summary);
            warnings.add(lost(scan.step(), parts));
            warnings.add(summary.particles() > 0 ? null : scan.step() + " has no particle that counts: its mean and "
                + "total are missing. Lower 'Smallest volume', or count cut particles.");
        }
        return summaries;
    }

    private static String lost(final ScanStep step, final List<Part> parts) {
        final List<String> lost = parts.stream().filter(part -> part.amount().isEmpty())
            .map(part -> Integer.toString(part.particle())).toList();
        return lost.isEmpty() ? null : lost.size() + (lost.size() == 1 ? " particle was" : " particles were")
            + " not found in " + step + ": " + String.join(", ", lost.subList(0, Math.min(5, lost.size())))
            + (lost.size() > 5 ? ", ..." : "") + ".";
    }
}
