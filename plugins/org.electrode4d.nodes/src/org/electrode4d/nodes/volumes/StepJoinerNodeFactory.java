// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
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

/** Puts the columns of two series side by side. */
public final class StepJoinerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Step Joiner") //
        .icon("./step-joiner.png") //
        .shortDescription("Puts what two tables hold of the same steps side by side.") //
        .fullDescription("""
            <p>Adds to every scan of a series what another table says about the scan of the same <i>Step</i>: the
            particles of the pristine electrode beside the masks of all scans, or potential and state of charge beside
            volumes that were read from files. Scans of which the second table says nothing get missing cells. No voxel
            is copied.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with its <i>Step</i>.") //
            .addInputTable("Further columns", "Another table with one row per scan at most.") //
            .addOutputTable("Joined", "The series with the columns of the second table.")) //
        .model(m -> m //
            .parametersClass(StepJoinerNodeParameters.class) //
            .configure(StepJoinerNodeFactory::configure) //
            .execute(StepJoinerNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("join", "scan", "time step", "lookup");

    /** Called by KNIME. */
    public StepJoinerNodeFactory() {
        super(NODE);
    }

    /** Indices of the columns that are taken over. */
    private static int[] columns(final DataTableSpec series, final DataTableSpec further,
        final StepJoinerNodeParameters parameters) throws InvalidSettingsException {
        final Set<String> names = parameters.columns();
        for (final String name : names) {
            if (!further.containsName(name)) {
                throw new InvalidSettingsException("The second input has no column '" + name + "'. It has "
                    + String.join(", ", further.getColumnNames()) + ".");
            }
        }
        return further.stream().filter(column -> names.isEmpty() ? !series.containsName(column.getName())
            : names.contains(column.getName())).mapToInt(column -> further.findColumnIndex(column.getName())).toArray();
    }

    private static RowAppender appender(final DataTableSpec further, final int[] columns) {
        final DataColumnSpec[] specs = new DataColumnSpec[columns.length];
        for (int i = 0; i < columns.length; i++) {
            specs[i] = further.getColumnSpec(columns[i]);
        }
        return new RowAppender(new int[0], specs);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec series = in.getInTableSpec(0);
        final DataTableSpec further = in.getInTableSpec(1);
        out.setOutSpecs(appender(further, columns(series, further, in.getParameters())).spec(series));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final BufferedDataTable series = in.getInTable(0);
        final BufferedDataTable further = in.getInTable(1);
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final int[] columns =
                columns(series.getDataTableSpec(), further.getDataTableSpec(), in.getParameters());
            final Map<String, DataRow> rows = byStep(further);
            final RowAppender appender = appender(further.getDataTableSpec(), columns);
            out.setOutData(0, appender.append(series, in.getExecutionContext(), progress,
                (row, part) -> cells(rows.get(ScanStep.of(series.getDataTableSpec(), row).name()), columns)));
            final Warnings warnings = new Warnings();
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    private static Map<String, DataRow> byStep(final BufferedDataTable table) throws InvalidSettingsException {
        final Map<String, DataRow> rows = new HashMap<>();
        for (final DataRow row : table) {
            final String step = ScanStep.of(table.getDataTableSpec(), row).name();
            if (rows.put(step, row) != null) {
                throw new InvalidSettingsException("The second input has several rows of step " + step
                    + ", but a scan can take over one only.");
            }
        }
        return rows;
    }

    private static List<DataCell> cells(final DataRow row, final int[] columns) {
        final List<DataCell> cells = new ArrayList<>();
        for (final int column : columns) {
            cells.add(row == null ? new MissingCell("The second table has no row of this step.") : row.getCell(column));
        }
        return cells;
    }
}
