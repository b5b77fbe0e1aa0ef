// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
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

/** Compares measured deformation fields with true ones. */
public final class FieldComparisonNodeFactory extends DefaultNodeFactory {

    private static final List<String> NUMBERS = List.of("Mean measured", "Mean true", "Bias", "SD", "RMS",
        "Median |d|", "90th percentile |d|", "Maximum |d|");

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Field Comparison") //
        .icon("./field-comparison.png") //
        .shortDescription("Tells how far a measured deformation field is from the true one.") //
        .fullDescription("""
            <p>Compares two deformation fields node by node: a measured field with the truth of a phantom, or two
            measurements of the same pair with different settings. For each quantity the differences
            <i>d</i> = measured - true over all usable nodes are summarised by</p>
            <ul>
            <li><b>Bias</b>, the mean of <i>d</i>: what averaging does not remove,</li>
            <li><b>SD</b>, its standard deviation: the scatter,</li>
            <li><b>RMS</b>, the root of the mean of <i>d</i>²: both together,</li>
            <li>the median, the 90th percentile and the maximum of |<i>d</i>|.</li>
            </ul>
            <p>The first row is the length of the error vector of the displacement, |<i>u</i> measured -
            <i>u</i> true|: its mean is the one number that tells how good the measurement is. Then come the
            displacement along x, y and z in voxels and in µm, the volumetric strain det <b>F</b> - 1 and the Biot
            strain <b>U</b> - <b>I</b> (strains are absolute, not in percent), and, if wanted, the nine entries of the
            deformation gradient <b>F</b>. Where both fields have the same nodes, values of the same node are compared;
            otherwise the true field is interpolated at the measured nodes.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Measured fields", "One row per pair of scans, with a column of deformation fields.") //
            .addInputPort("True fields", "Optional: a table with the true fields, one row per pair of scans.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Comparison", "One row per pair and quantity.")) //
        .model(m -> m //
            .parametersClass(FieldComparisonNodeParameters.class) //
            .configure(FieldComparisonNodeFactory::configure) //
            .execute(FieldComparisonNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("accuracy", "error", "bias", "ground truth", "validation");

    /** Called by KNIME. */
    public FieldComparisonNodeFactory() {
        super(NODE);
    }

    static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column("Pair", StringCell.TYPE), SeriesColumns.column("Quantity", StringCell.TYPE),
            SeriesColumns.column("Unit", StringCell.TYPE), SeriesColumns.column("Nodes", IntCell.TYPE)));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FieldComparisonNodeParameters parameters = in.getParameters();
        PairCells.fieldOnly(in.getInTableSpec(0), parameters.m_measuredColumn);
        TrueFields.column(in.getInTableSpec(1) == null ? in.getInTableSpec(0) : in.getInTableSpec(1),
            parameters.m_trueColumn);
        out.setOutSpec(0, spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FieldComparisonNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final PairCells cells = PairCells.fieldOnly(spec, parameters.m_measuredColumn);
            final TrueFields truth = new TrueFields(spec, in.getInTable(1), parameters.m_trueColumn);
            final BufferedDataContainer container = in.getExecutionContext().createDataContainer(spec());
            final List<String> missing = new ArrayList<>();
            final Warnings warnings = new Warnings();
            for (final DataRow row : table) {
                if (row.getCell(cells.field()).isMissing()) {
                    missing.add(row.getKey().getString());
                    continue;
                }
                final PairLabel pair = PairLabel.of(spec, row);
                final DeformationField measured = cells.field(row);
                final ComparedNodes nodes =
                    ComparedNodes.of(measured, truth.of(row, pair), parameters.m_border);
                add(container, pair, ComparedQuantity.ERROR_LENGTH, nodes.errorLength());
                for (final ComparedQuantity quantity : quantities(measured, parameters)) {
                    progress.check();
                    add(container, pair, quantity, nodes.compare(quantity));
                }
                warnings.add(nodes.sameNodes() ? null : pair + ": the fields have different nodes, so the true field "
                    + "was interpolated. Give it the node spacing of the measured one to compare node by node.");
            }
            container.close();
            out.setOutData(0, container.getTable());
            warnings.add(RowAppender.warning(missing));
            warnings.show(out);
        });
    }

    private static List<ComparedQuantity> quantities(final DeformationField measured,
        final FieldComparisonNodeParameters parameters) {
        final List<ComparedQuantity> quantities = new ArrayList<>(ComparedQuantity.all(measured.voxelSize()));
        if (parameters.m_gradients) {
            quantities.addAll(ComparedQuantity.gradients());
        }
        return quantities;
    }

    private static void add(final BufferedDataContainer container, final PairLabel pair,
        final ComparedQuantity quantity, final DifferenceStatistics statistics) {
        final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(pair.toString()),
            new StringCell(quantity.name()), new StringCell(quantity.unit()), new IntCell(statistics.count())));
        for (final double number : statistics.numbers()) {
            cells.add(Cells.number(number));
        }
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
    }
}
