// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.FieldComposition;
import org.electrode4d.correlation.FieldDifference;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.StepChain;
import org.electrode4d.nodes.cell.FieldStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.volume.Progress;
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

/** Composes the deformation fields of consecutive pairs to fields from the first scan. */
public final class DeformationFieldComposerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Deformation Field Composer") //
        .icon("./field-composer.png") //
        .shortDescription("Chains the fields of consecutive scans to fields since the first scan.") //
        .fullDescription("""
            <p>Between two consecutive scans little has changed, and the correlation finds its way; between the first
            and the last, particles have cracked and swollen, and it may not. This node puts the small steps T0 to T1,
            T1 to T2, ... together to the fields T0 to T1, T0 to T2, ..., from which strain since the first scan and
            residual maps follow. For every node <i>N</i> the second field is taken where the first one leads,
            <i>x</i> = <i>N</i> + <i>u</i><sub>1</sub>:</p>
            <p><b>F</b> = <b>F</b><sub>2</sub>(<i>x</i>) <b>F</b><sub>1</sub>,
            <i>u</i> = <i>u</i><sub>1</sub> + <i>u</i><sub>2</sub>(<i>x</i>)</p>
            <p>The steps are put in order by the names of their scans. A step that is missing is an error, because no
            number could stand for it. The uncertainty of the displacements is propagated, the errors of the steps taken
            as independent. A node that is folded (det <b>F</b> is not positive) counts as failed, whatever its steps
            say.</p>
            <p><b>Comparison.</b> Errors of the steps add up. Where fields were also measured directly from the first
            scan (in the second input, or as further rows of the first), the second output tells how far apart both
            are: <i>d</i> = composed - direct, over nodes that converged in both. <i>RMS d expected</i> is what the
            noise of the scans explains; a difference far above it says that one of both went astray.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Pairs", "One row per pair of consecutive scans, with the columns <i>Reference step</i>, "
                + "<i>Deformed step</i> and deformation fields.") //
            .addInputPort("Direct fields", "Optional: pairs of the first scan with later ones, with the same columns.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Composed fields", "One row per scan after the first: the <i>Deformation field</i> since "
                + "the first scan, with both volumes where the input has them.") //
            .addOutputTable("Comparison", "One row per scan and quantity, where a direct field is known: displacements "
                + "in µm, volumetric strain and Biot strain.")) //
        .model(m -> m //
            .parametersClass(DeformationFieldComposerNodeParameters.class) //
            .configure(DeformationFieldComposerNodeFactory::configure) //
            .execute(DeformationFieldComposerNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("DVC", "incremental", "cumulative", "total", "merge", "inverse", "time series");

    /** Called by KNIME. */
    public DeformationFieldComposerNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DeformationFieldComposerNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        LinkedPairs.check(spec, parameters.m_fieldColumn);
        if (in.getInTableSpec(1) != null) {
            LinkedPairs.check(in.getInTableSpec(1), parameters.m_directColumn);
        }
        out.setOutSpecs(ComposedTable.spec(spec), DirectComparisonTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DeformationFieldComposerNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final LinkedPairs pairs = LinkedPairs.read(table, parameters.m_fieldColumn);
            final LinkedPairs others = in.getInTable(1) == null ? null
                : LinkedPairs.read(in.getInTable(1), parameters.m_directColumn);
            final DirectFields direct = new DirectFields(pairs, StepChain.of(pairs.pairs()), others);
            final Warnings warnings = new Warnings();
            warnings.add(RowAppender.warning(pairs.missing()));
            warnings.add(others == null ? null : RowAppender.warning(others.missing()));
            final ComposedTable composed = new ComposedTable(table.getDataTableSpec(), context);
            final DirectComparisonTable comparison = new DirectComparisonTable(context);
            final List<Integer> links = direct.chain().links();
            DeformationField total = null;
            for (int i = 0; i < links.size(); i++) {
                final Progress part = progress.part(i / (double)links.size(), (i + 1) / (double)links.size());
                final DeformationField step = pairs.field(links.get(i));
                total = total == null ? step : FieldComposition.compose(total, step, part.part(0, 0.4));
                final DeformationField result = parameters.m_direction == CompositionDirection.FROM_FIRST ? total
                    : FieldComposition.inverse(total, part.part(0.4, 0.8));
                final ComposedTable.Step row =
                    composed.step(parameters.m_direction, pairs, links.get(0), links.get(i));
                composed.add(row, result, FieldStorage.store(result, context, part.part(0.8, 1)));
                warnings.add(folded(row.ends(), result));
                compare(direct, i, total, comparison);
            }
            out.setOutData(0, composed.close());
            out.setOutData(1, comparison.close());
            warnings.show(out);
        });
    }

    private static void compare(final DirectFields direct, final int link, final DeformationField total,
        final DirectComparisonTable comparison) throws IOException {
        final Optional<DeformationField> measured = direct.to(link);
        if (measured.isPresent()) {
            comparison.add(direct.ends(link), FieldDifference.of(total, measured.get()));
        }
    }

    private static String folded(final StepChain.Pair ends, final DeformationField field) {
        int folded = 0;
        for (int node = 0; node < field.grid().size(); node++) {
            final NodeStatus status = field.status(node);
            folded += status == NodeStatus.VOLUME_CHANGE || status == NodeStatus.SINGULAR_TRANSFORMATION ? 1 : 0;
        }
        return folded == 0 ? null : ends + ": " + folded + " of " + field.grid().size() + " nodes are folded or "
            + "changed their volume too much, and count as failed. Filter the fields of the steps first, or use larger "
            + "windows.";
    }
}
