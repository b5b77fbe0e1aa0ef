// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.electrode4d.correlation.Checkpoints;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.LocalCorrelation;
import org.electrode4d.correlation.LocalCorrelationSettings;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.nodes.cell.FieldStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
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

/** Measures the deformation field of each pair of scans. */
public final class LocalCorrelationNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Local Correlation") //
        .icon("./local-correlation.png") //
        .shortDescription("Measures displacement and deformation on a grid inside the sample.") //
        .fullDescription("""
            <p>Local digital volume correlation: around every node <i>N</i> of a regular grid a cubic window of the
            reference scan is searched in the deformed scan. The window may move, turn, stretch and shear:</p>
            <p><i>x</i> = <i>N</i> + <i>u</i> + <b>F</b> (<i>X</i> - <i>N</i>)</p>
            <p>The displacement <i>u</i> and the deformation gradient <b>F</b> are improved step by step (inverse
            compositional Gauss-Newton) until the zero-mean normalised difference of both windows is smallest; scans
            may therefore differ in brightness and contrast. The result is judged by the correlation coefficient ZNCC:
            1 means identical, 0 unrelated.</p>
            <p>A pyramid of node spacings leads from large movements to fine detail. The defaults, 100, 70 and 35
            voxels with windows of half-size equal to the spacing (neighbours overlap by half), are those of Häusler et
            al., EES Batteries (2026), for volumes of 2048 voxels; take smaller numbers for smaller volumes.</p>
            <p>Nodes that fail are tried again: from the best of their neighbours that converged (highest ZNCC first,
            Pan, Opt. Lasers Eng. 47, 2009), then from where a search of all translations within a range puts them
            (cross-correlation by Fourier transform). Nodes without enough texture, near the border, outside the mask,
            or whose surroundings changed too much do not converge. The status tells why. The <i>Deformation Field
            Filter</i> fills them from their neighbours.</p>
            <p>Slices that hold one single value, such as saturated or missing ones, take no part, and a warning says
            so. With a checkpoint folder a run that was killed goes on from its last finished block.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Pairs", "One row per pair, as from the <i>Global Registration</i>: the volumes "
                + "<i>Reference</i> and <i>Deformed</i>, a deformation to start from, and a mask if wanted.") //
            .addInputPort("Masks", "Optional: one row per scan, with its <i>Step</i> and a volume that says where the "
                + "electrode is. Without it, a column of the pairs holds the masks, if any are used.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Fields", "The pairs with their <i>Deformation field</i>, the number of nodes, the part "
                + "that converged, and means over converged nodes.") //
            .addOutputTable("Nodes", "One row per node: position and displacement in µm, the nine entries of "
                + "<b>F</b>, ZNCC, residual, iterations and status (the code is that of SPAM: 2 is converged).")) //
        .model(m -> m //
            .parametersClass(LocalCorrelationNodeParameters.class) //
            .configure(LocalCorrelationNodeFactory::configure) //
            .execute(LocalCorrelationNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("DVC", "DIC", "digital volume correlation", "displacement", "strain", "LDIC");

    /** Called by KNIME. */
    public LocalCorrelationNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final int[] needed) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SeriesColumns.column(PairColumns.FIELD, DeformationFieldCell.TYPE));
        columns.addAll(FieldSummary.columns());
        return new RowAppender(needed, columns.toArray(DataColumnSpec[]::new));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final LocalCorrelationNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final PairCells cells = PairCells.withVolumes(spec, parameters.m_startColumn);
        CorrelationMask.check(spec, in.getInTableSpec(1), parameters);
        out.setOutSpecs(appender(cells.needed()).spec(spec), NodeTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final LocalCorrelationNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final Optional<Checkpoints> checkpoints = parameters.checkpoints();
            final LocalCorrelationSettings settings = checkpoints.map(parameters.settings()::withCheckpoints)
                .orElse(parameters.settings());
            final PairCells cells = PairCells.withVolumes(table.getDataTableSpec(), parameters.m_startColumn);
            final CorrelationMask mask =
                new CorrelationMask(table.getDataTableSpec(), in.getInTable(1), parameters);
            final RowAppender appender = appender(mask.needed(cells.needed()));
            final NodeTable nodes = new NodeTable(context);
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final PairLabel pair = PairLabel.of(table.getDataTableSpec(), row);
                final Optional<LocalCorrelationSettings> masked = mask.apply(row, pair, settings);
                if (masked.isEmpty()) {
                    return Collections.nCopies(1 + FieldSummary.columns().size(),
                        new MissingCell("There is no mask of the reference."));
                }
                final LocalCorrelation.Outcome outcome =
                    LocalCorrelation.outcome(cells.volumes(row), cells.field(row), masked.get(), part);
                nodes.add(pair, outcome.field(), part);
                warn(warnings, pair, outcome);
                return cells(outcome.field(), context, part);
            }));
            out.setOutData(1, nodes.close());
            checkpoints.ifPresent(Checkpoints::complete);
            warnings.add(mask.warning());
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    /** Levels without room, and a correlation most of which failed. That a few nodes fail is usual: the table tells. */
    private static void warn(final Warnings warnings, final PairLabel pair, final LocalCorrelation.Outcome outcome) {
        outcome.warnings().forEach(warning -> warnings.add(pair + ": " + warning));
        final DeformationField field = outcome.field();
        final long converged = field.count(NodeStatus.CONVERGED);
        if (converged == 0 || 2 * converged < field.grid().size() - field.count(NodeStatus.REFUSED)) {
            warnings.add(pair + ": most nodes failed, only " + converged + " of " + field.grid().size()
                + " converged. Look at 'Status' in the table of nodes; try larger windows, a coarser first node "
                + "spacing, or check the registration.");
        }
    }

    private static List<DataCell> cells(final DeformationField field, final ExecutionContext context,
        final Progress progress) throws IOException {
        final List<DataCell> cells = new ArrayList<>();
        cells.add(FieldStorage.store(field, context, progress));
        cells.addAll(FieldSummary.cells(field));
        return cells;
    }
}
