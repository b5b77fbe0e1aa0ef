// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.electrode4d.correlation.DiscreteCorrelation;
import org.electrode4d.correlation.DiscreteResult;
import org.electrode4d.correlation.DiscreteSettings;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
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

/** Measures the motion of every labelled particle of each pair of scans. */
public final class DiscreteCorrelationNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Discrete Correlation") //
        .icon("./discrete-correlation.png") //
        .shortDescription("Measures displacement and rotation of every labelled particle.") //
        .fullDescription("""
            <p>Discrete volume correlation: instead of windows on a grid, every labelled particle of the reference is
            searched in the deformed scan as a whole. It moves and turns (and deforms, if wanted) about its centre of
            mass <i>C</i>:</p>
            <p><i>x</i> = <i>C</i> + <i>u</i> + <b>F</b> (<i>X</i> - <i>C</i>)</p>
            <p>where <i>X</i> is the place of a material point of the particle in the reference, <i>x</i> its place in
            the deformed scan, <i>u</i> the displacement of the centre, and <b>F</b> a rotation. Particles that are
            grains keep their shape; each has its own motion, and the gaps between them may open or close, which a grid
            of windows would smear. For particles that swell choose <i>Affine</i>.</p>
            <p>Compared are the voxels of the particle and of a margin around it, never those of another particle. The
            criterion and the iteration are those of the <i>Local Correlation</i>: brightness and contrast may differ,
            ZNCC judges the result (1 means identical, 0 unrelated). Particles that fail are tried again from the
            motion of their neighbours; the status tells why one failed. See Hall et al., Géotechnique 60 (2010), 315,
            and Stamati et al., J. Open Source Software 5 (2020), 2286.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Pairs", "One row per pair, as from the <i>Global Registration</i> or <i>Local "
                + "Correlation</i>: the volumes <i>Reference</i> and <i>Deformed</i>, and a deformation to start "
                + "from.") //
            .addInputPort("Labels", "Optional: one row per labelled scan, with its <i>Step</i> and a volume of labels, "
                + "as from a <i>Volume Reader</i>. Without it, a column of the pairs holds the labels.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Measured pairs", "The pairs with the number of particles, the part that converged, and "
                + "means over converged particles.") //
            .addOutputTable("Particles", "One row per particle: its label, centre and displacement in µm, rotation "
                + "vector in degrees, volume ratio det <b>F</b>, the nine entries of <b>F</b>, ZNCC, uncertainty, "
                + "size, iterations and status (the code is that of SPAM: 2 is converged).")) //
        .model(m -> m //
            .parametersClass(DiscreteCorrelationNodeParameters.class) //
            .configure(DiscreteCorrelationNodeFactory::configure) //
            .execute(DiscreteCorrelationNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("DVC", "DDIC", "grain", "particle tracking", "rotation", "labels");

    /** Called by KNIME. */
    public DiscreteCorrelationNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final PairCells cells) {
        return new RowAppender(cells.needed(), ParticleTable.summaryColumns().toArray(DataColumnSpec[]::new));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DiscreteCorrelationNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final PairCells cells = PairCells.withVolumes(spec, parameters.m_startColumn);
        ReferenceLabels.column(spec, in.getInTableSpec(1), parameters.m_labelColumn);
        out.setOutSpecs(appender(cells).spec(spec), ParticleTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DiscreteCorrelationNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final DiscreteSettings settings = parameters.settings();
            final PairCells cells = PairCells.withVolumes(spec, parameters.m_startColumn);
            final ReferenceLabels labels = new ReferenceLabels(spec, in.getInTable(1), parameters.m_labelColumn);
            final RowAppender appender = appender(cells);
            final ParticleTable particles = new ParticleTable(in.getExecutionContext());
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, in.getExecutionContext(), progress, (row, part) -> {
                final PairLabel pair = PairLabel.of(spec, row);
                final Optional<VolumeValue> ofReference = labels.of(row, pair);
                if (ofReference.isEmpty()) {
                    return Collections.nCopies(ParticleTable.summaryColumns().size(),
                        new MissingCell("There are no labels of the reference."));
                }
                return correlate(cells, row, ofReference.get(), new Run(settings, particles, pair, warnings), part);
            }));
            out.setOutData(1, particles.close());
            warnings.add(labels.warning());
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    /** What the correlation of one pair needs and where its result goes. */
    private record Run(DiscreteSettings settings, ParticleTable particles, PairLabel pair, Warnings warnings) {
    }

    private static List<DataCell> correlate(final PairCells cells, final DataRow row, final VolumeValue labels,
        final Run run, final Progress progress) throws IOException {
        final VolumePair volumes = cells.volumes(row);
        final DiscreteResult result = DiscreteCorrelation.correlate(volumes, labels.getVolume(), cells.field(row),
            run.settings, progress);
        run.particles.add(run.pair, volumes.reference(), result, progress);
        result.remarks().forEach(remark -> run.warnings.add(run.pair + ": " + remark));
        final long converged = result.count(NodeStatus.CONVERGED);
        if (converged == 0 || 2 * converged < result.motions().size() - result.count(NodeStatus.REFUSED)) {
            run.warnings.add(run.pair + ": most particles failed, only " + converged + " of " + result.motions().size()
                + " converged. Look at 'Status' in the table of particles; start from a field of the Local "
                + "Correlation, or check that the labels are those of the reference.");
        }
        return ParticleTable.summary(result, volumes.reference().voxelSize());
    }
}
