// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.correlation.BadNodes;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.FieldFilter;
import org.electrode4d.correlation.FilterSettings;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.nodes.cell.FieldStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.IntCell;
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

/** Replaces bad nodes of deformation fields. */
public final class DeformationFieldFilterNodeFactory extends DefaultNodeFactory {

    /** Column of the filtered fields. */
    static final String FILTERED = "Filtered field";

    private static final double FILTER_PART = 0.9;

    /** Columns with the number of nodes that were replaced for a reason. */
    private static final Map<BadNodes.Reason, String> REASONS = new EnumMap<>(Map.of(
        BadNodes.Reason.STATUS, "Replaced: status [nodes]", BadNodes.Reason.ZNCC, "Replaced: ZNCC [nodes]",
        BadNodes.Reason.UNCERTAINTY, "Replaced: uncertainty [nodes]",
        BadNodes.Reason.COHERENCY, "Replaced: coherency [nodes]"));

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Deformation Field Filter") //
        .icon("./field-filter.png") //
        .shortDescription("Replaces nodes that did not converge by values of their neighbours.") //
        .fullDescription("""
            <p>Nodes of a deformation field that did not converge carry no measurement, and would show as spikes in
            strain and residual maps. This node replaces them by a mean of the nearest nodes that did converge. Each
            neighbour first carries its displacement over to the empty node with its own deformation gradient,
            <i>u</i> + (<b>F</b> - <b>I</b>) Δ<i>X</i>, so that rotations and strain gradients are not smeared.
            Measured nodes stay as they are.</p>
            <p>Nodes that converged can be replaced too, if they correlate badly, are uncertain, or do not fit their
            neighbours. The last is told by the local quadratic coherency (Masullo and Theunissen, Experiments in
            Fluids, 2016),</p>
            <p>coherency = mean over x, y, z of ( (<i>u</i> - <i>u</i><sub>fit</sub>) / (median |<i>u</i> -
            <i>u</i><sub>fit</sub>| of the neighbours + 0.1 voxel) )²</p>
            <p>with <i>u</i><sub>fit</sub> the quadratic surface through the neighbours, the node itself left out.
            Replaced nodes are marked as filled for ever: no later step takes them for measured ones.</p>
            <p>Eight neighbours weighted by inverse distance are the default, as in Häusler et al., EES Batteries
            (2026).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Fields", "A table with a column of deformation fields.") //
            .addOutputTable("Filtered fields", "The input with the <i>Filtered field</i>, the number of nodes that "
                + "were replaced, of nodes that are still empty because no neighbour was found, and of nodes that "
                + "were replaced for each reason: their status, ZNCC, uncertainty or coherency.")) //
        .model(m -> m //
            .parametersClass(DeformationFieldFilterNodeParameters.class) //
            .configure(DeformationFieldFilterNodeFactory::configure) //
            .execute(DeformationFieldFilterNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("DVC", "interpolation", "outlier", "smoothing", "median", "coherency");

    /** Called by KNIME. */
    public DeformationFieldFilterNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final PairCells cells) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SeriesColumns.column(FILTERED, DeformationFieldCell.TYPE));
        columns.add(SeriesColumns.column("Replaced nodes", IntCell.TYPE));
        columns.add(SeriesColumns.column("Empty nodes", IntCell.TYPE));
        REASONS.values().forEach(name -> columns.add(SeriesColumns.column(name, IntCell.TYPE)));
        return new RowAppender(cells.needed(), columns.toArray(DataColumnSpec[]::new));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DeformationFieldFilterNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, appender(PairCells.fieldOnly(spec, parameters.m_fieldColumn)).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DeformationFieldFilterNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final FilterSettings settings = parameters.settings();
            final PairCells cells = PairCells.fieldOnly(table.getDataTableSpec(), parameters.m_fieldColumn);
            final RowAppender appender = appender(cells);
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final FieldFilter filter = FieldFilter.of(cells.field(row), settings, part.part(0, FILTER_PART));
                warn(warnings, PairLabel.of(table.getDataTableSpec(), row), filter);
                return cells(filter, context, part.part(FILTER_PART, 1));
            }));
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    private static void warn(final Warnings warnings, final PairLabel pair, final FieldFilter filter) {
        final long converged = filter.filtered().count(NodeStatus.CONVERGED);
        if (filter.leftAsTheyAre() > 0) {
            warnings.add(pair + (converged == 0
                ? ": " + empty(filter.filtered()) + " nodes are still empty, because no node converged."
                : ": none of the " + converged + " nodes that converged meets the limits, so all were left as they "
                    + "are. Lower 'Minimum ZNCC [-]', or raise 'Largest uncertainty [µm]'."));
        }
    }

    private static List<DataCell> cells(final FieldFilter filter, final ExecutionContext context,
        final Progress progress) throws IOException {
        final DeformationField field = filter.filtered();
        final List<DataCell> cells = new ArrayList<>();
        cells.add(FieldStorage.store(field, context, progress));
        cells.add(new IntCell((int)field.count(NodeStatus.FILLED)));
        cells.add(new IntCell(empty(field)));
        REASONS.keySet().forEach(reason -> cells.add(new IntCell(filter.replaced(reason))));
        return cells;
    }

    private static int empty(final DeformationField field) {
        int empty = 0;
        for (int node = 0; node < field.grid().size(); node++) {
            empty += field.status(node).isUsable() ? 0 : 1;
        }
        return empty;
    }
}
