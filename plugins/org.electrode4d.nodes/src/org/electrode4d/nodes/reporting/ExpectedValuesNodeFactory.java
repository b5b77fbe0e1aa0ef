// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.ExpectedColumns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
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

/** Puts what a workflow measured beside what is true and what was published. */
public final class ExpectedValuesNodeFactory extends DefaultNodeFactory {

    private static final int MEASURED_TABLES = 8;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Expected Values") //
        .icon("./expected-values.png") //
        .shortDescription("Puts measured values beside the true and the published ones, with their differences.") //
        .fullDescription("""
            <p>How good is a workflow? A table of expected values, one number per row, says what should come out: what
            a paper published, and what is true because the sample was computed by a phantom. This node finds the
            measured value of every row in the tables of the workflow and adds it with the difference. A table of
            expected values comes from a phantom, or is made by hand with these columns:</p>
            <ul>
            <li><b>Quantity</b>: the head of the measured column without its unit, such as <tt>Thickness, mean</tt>. In
            a table that has itself a column <i>Quantity</i> and a column <i>Measured</i>, its row.</li>
            <li><b>Step</b>, <b>Region</b>, <b>Component</b> and any further column of texts or whole numbers that a
            measured table has as well: the measured row must hold the same. Where the cell is missing, any row will
            do. For pairs of scans <i>Step</i> means the deformed one. Columns that no measured table has are passed
            on and play no part.</li>
            <li><b>Unit</b>: of the row, such as <tt>%</tt>. Measured values are converted from the unit in square
            brackets in the head of their column, or in the column <i>Unit</i> of their row (a strain of 0.44 is 44 %,
            0.31 µm are 310 nm).</li>
            <li><b>Published</b>, <b>True</b>: numbers, either may be missing.</li>
            <li><b>Tolerance</b>, <b>Tolerance [%]</b>: optional; the largest difference that is accepted, in the unit
            of the row or in % of the value that is compared with.</li>
            </ul>
            <p>The measured tables are searched in their order; the first that has the column and one single row counts.
            What is not found, or is found several times in one table, stays missing, and one warning names it; the
            reason is told in the missing cell.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> {
            p.addInputTable("Expected", "One row per number: <i>Quantity</i>, <i>Unit</i>, <i>Published</i> or "
                + "<i>True</i>, and what says which row is meant, such as <i>Step</i> and <i>Region</i>.");
            p.addInputTable("Measured", "A table with measured values.");
            for (int table = 2; table <= MEASURED_TABLES; table++) {
                p.addInputPort("Measured " + table, "Optional: a further table with measured values.",
                    BufferedDataTable.TYPE_OPTIONAL);
            }
            p.addOutputTable("Comparison", "The expected table with <i>Measured</i>, <i>Difference</i> (measured less "
                + "true, in the unit of the row: percentage points for %), <i>Difference [%]</i> (in parts of the true "
                + "value) and, with tolerances, <i>Within tolerance</i>.");
        }) //
        .model(m -> m //
            .parametersClass(ExpectedValuesNodeParameters.class) //
            .configure(ExpectedValuesNodeFactory::configure) //
            .execute(ExpectedValuesNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Other) //
        .keywords("validation", "ground truth", "published", "comparison", "tolerance", "accuracy", "report");

    /** Called by KNIME. */
    public ExpectedValuesNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final ExpectedTable expected) {
        final List<DataColumnSpec> columns = new ArrayList<>(Arrays.asList(Cells.columns(List.of(
            ExpectedColumns.MEASURED, ExpectedColumns.DIFFERENCE, ExpectedColumns.RELATIVE_DIFFERENCE))));
        if (expected.hasTolerances()) {
            columns.add(SeriesColumns.column(ExpectedColumns.WITHIN_TOLERANCE, BooleanCell.TYPE));
        }
        return new RowAppender(new int[]{expected.quantity()}, columns.toArray(DataColumnSpec[]::new));
    }

    /** Of the connected inputs of measured values. */
    private static <T> List<T> measured(final Function<Integer, T> input) {
        final List<T> connected = new ArrayList<>();
        for (int port = 1; port <= MEASURED_TABLES; port++) {
            if (input.apply(port) != null) {
                connected.add(input.apply(port));
            }
        }
        return connected;
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, appender(new ExpectedTable(spec, measured(in::getInTableSpec))).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ExpectedValuesNodeParameters parameters = in.getParameters();
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final BufferedDataTable table = in.getInTable(0);
            final List<BufferedDataTable> measured = measured(in::getInTable);
            final ExpectedTable expected = new ExpectedTable(table.getDataTableSpec(),
                measured.stream().map(BufferedDataTable::getDataTableSpec).toList());
            final List<ExpectedValue> values = expected.read(table);
            final ComparedValues compared = new ComparedValues(values, search(values, measured, progress),
                parameters.m_comparedWith);
            final List<String> outside = compared.outside();
            if (parameters.m_outside == OutsideTolerance.STOP && !outside.isEmpty()) {
                throw NodeFailure.of(ComparedValues.warning(outside),
                    "Look at the measured values, or set 'Outside of tolerance' to 'Warn'.");
            }
            final RowAppender appender = appender(expected);
            final int[] next = {0};
            out.setOutData(0, appender.append(table, in.getExecutionContext(), progress,
                (row, part) -> cells(compared, next[0]++, expected.hasTolerances())));
            final Warnings warnings = new Warnings();
            warnings.add(compared.missing());
            warnings.add(ComparedValues.warning(outside));
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    private static Finding[] search(final List<ExpectedValue> values, final List<BufferedDataTable> measured,
        final Progress progress) {
        final Finding[] findings = new Finding[values.size()];
        Arrays.fill(findings, Finding.NONE);
        for (int i = 0; i < measured.size(); i++) {
            progress.report(i / (double)measured.size(), "Searching measured values");
            final String name = "the " + (i + 1) + ". measured table";
            new MeasuredTable(measured.get(i).getDataTableSpec(), name).search(measured.get(i), values, findings,
                progress);
        }
        return findings;
    }

    private static List<DataCell> cells(final ComparedValues compared, final int index, final boolean withTolerance) {
        final Finding finding = compared.findings()[index];
        final List<DataCell> cells = new ArrayList<>(List.of(finding.isFound() ? new DoubleCell(finding.value())
            : new MissingCell(finding.problem())));
        Cells.addNumbers(cells, compared.difference(index), compared.relativeDifference(index));
        if (withTolerance) {
            cells.add(compared.isWithin(index).<DataCell>map(within -> within ? BooleanCell.TRUE : BooleanCell.FALSE)
                .orElse(new MissingCell("There is no tolerance, or nothing to compare.")));
        }
        return cells;
    }
}
