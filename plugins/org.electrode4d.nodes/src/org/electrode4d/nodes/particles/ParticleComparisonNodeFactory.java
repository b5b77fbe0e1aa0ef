// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.TrueParticleColumns;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Says how right measured particles are. */
public final class ParticleComparisonNodeFactory extends DefaultNodeFactory {

    private static final int MODES = 4;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Particle Comparison") //
        .icon("./particle-comparison.png") //
        .shortDescription("Compares measured with true particles: where they go, their volume, their class.") //
        .fullDescription("""
            <p>The particles of a digital twin are known: where they go, how much of them is not lithiated, and how
            they take up lithium. This node finds out which measured particle shows which true one, and compares.</p>
            <p>At the first scan a measured and a true particle <b>match</b> where each is the one that the other shares
            most voxels with, and these are enough of the voxels that either has. A particle <b>counts</b> if it is
            matched and whole at the first scan, that is, no border cuts it, measured or true; in a later scan in which
            it is cut it does not count there. One that was not found in a later scan has a volume of 0 and no
            place there.</p>
            <ul>
            <li><b>Trajectory error</b>: the distance of the measured from the true displacement since the first scan,
            | <i>u</i><sub>measured</sub> - <i>u</i><sub>true</sub> |, of the centre of mass of the non-lithiated
            silicon, as in Fig. S9 of H&#228;usler et al., EES Batteries (2026).</li>
            <li><b>Volume</b>: of the non-lithiated silicon, of each particle, of all that count, and in parts of that
            at the first scan (Fig. 2 c).</li>
            <li><b>Class</b>: core-shell, network, inactive or cracked, against the true one.</li>
            </ul>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan with volumes of measured particles, as from the <i>Label "
                + "Propagation</i>; the first is compared.") //
            .addInputTable("Particles", "One row per scan and measured particle, as from the <i>Particle Table</i>: "
                + "<i>Step</i>, number, volume and <i>Centre x [µm]</i>, y and z of its non-lithiated part.") //
            .addInputTable("True series", "One row per scan with volumes of true particles, as from the <i>Digital "
                + "Twin</i>; the one of the first measured scan is needed.") //
            .addInputTable("True particles", "One row per scan and true particle, as from the <i>Digital Twin</i>.") //
            .addInputPort("Modes", "Optional: one row per measured particle with its <i>Particle</i> and <i>Class</i>, "
                + "as from the <i>Lithiation Mode</i>.", BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Steps", "One row per scan and matched particle: measured and true displacement, error of "
                + "the trajectory, measured and true volume, and these in parts of the first scan.") //
            .addOutputTable("Compared particles", "One row per matched particle: overlap, diameter, largest error of "
                + "its trajectory, measured and true class, and whether it counts.") //
            .addOutputTable("Summary", "One row per number, measured and true: matched particles; median, 95th "
                + "percentile and largest error of trajectories, and how many are good enough; non-lithiated volume; "
                + "displacement at both ends of the electrode; right classes and shares of classes. <i>Expected "
                + "Values</i> takes it as a measured table.") //
            .addOutputTable("Confusion", "One row per pair of true and measured class that occurs, with the number of "
                + "particles that count.")) //
        .model(m -> m //
            .parametersClass(ParticleComparisonNodeParameters.class) //
            .configure(ParticleComparisonNodeFactory::configure) //
            .execute(ParticleComparisonNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Other) //
        .keywords("validation", "ground truth", "trajectory", "confusion matrix", "accuracy", "digital twin");

    /** Called by KNIME. */
    public ParticleComparisonNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ParticleComparisonNodeParameters parameters = in.getParameters();
        Columns.find(in.getInTableSpec(0), parameters.m_labelColumn, VolumeValue.class, "labels (volumes)");
        parameters.measured().check(in.getInTableSpec(1));
        Columns.find(in.getInTableSpec(2), parameters.m_trueColumn, VolumeValue.class, "labels (volumes)");
        parameters.truth().check(in.getInTableSpec(3));
        ParticleClasses.check(in.getInTableSpec(3));
        if (in.getInTableSpec(MODES) != null) {
            ParticleClasses.check(in.getInTableSpec(MODES));
        }
        out.setOutSpecs(ComparisonTables.stepsSpec(), ComparisonTables.particlesSpec(), ComparisonSummary.spec(),
            ComparisonTables.confusionSpec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ParticleComparisonNodeParameters parameters = in.getParameters();
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final ParticleStates measured = ParticleStates.read(in.getInTable(1), parameters.measured());
            final ParticleStates truth = ParticleStates.read(in.getInTable(3), parameters.truth());
            final Warnings warnings = new Warnings();
            warnings.add(RowAppender.warning(measured.missing()));
            warnings.add(RowAppender.warning(truth.missing()));
            final MatchedSeries matched =
                MatchedSeries.of(in.getInTable(0), in.getInTable(2), measured, truth, parameters, progress);
            warnings.add(matched.steps().isEmpty() ? "All measured labels are missing."
                : matched.comparison().counted().isEmpty() ? "No measured particle matches a true one and is whole. "
                    + "Are the labels those of particles, and the scans in one frame? Lower 'Least overlap'." : null);
            final ParticleClasses classes = in.getInTable(MODES) == null ? ParticleClasses.NONE
                : ParticleClasses.read(in.getInTable(MODES), "");
            write(in, out, new ComparisonTables(matched.comparison(), matched.steps(), new ComparedClasses(classes,
                ParticleClasses.read(in.getInTable(3), TrueParticleColumns.DIAMETER))), truth);
            warnings.show(out);
        });
    }

    private static void write(final ExecuteInput in, final ExecuteOutput out, final ComparisonTables tables,
        final ParticleStates truth) {
        final ComparisonSummary summary =
            new ComparisonSummary(tables.comparison(), in.getParameters(), in.getExecutionContext());
        if (!tables.steps().isEmpty()) {
            summary.addCounts((int)truth.bySteps().get(tables.steps().get(0)).values().stream()
                .filter(particle -> particle.hasCentre() && !particle.cut()).count());
            summary.addScans(tables.steps());
            summary.addClasses(tables.classes());
        }
        out.setOutData(0, tables.stepsTable(in.getExecutionContext()));
        out.setOutData(1, tables.particlesTable(in.getExecutionContext()));
        out.setOutData(2, summary.close());
        out.setOutData(3, tables.confusionTable(in.getExecutionContext()));
    }
}
