// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.LinkedHashSet;
import java.util.Set;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Columns;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
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

/** Keeps the rows of some steps of a series. */
public final class StepFilterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Step Filter") //
        .icon("./step-filter.png") //
        .shortDescription("Keeps the scans of some steps of a series.") //
        .fullDescription("""
            <p>Keeps the rows whose step is one of those named, in their order, or all others. Use it where an analysis
            is made on one scan only, such as the particles of the pristine electrode at T0, or to try out settings on
            two scans before all ten are computed. No voxel is copied.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan or pair of scans, with the name of its step.") //
            .addOutputTable("Steps", "The rows of the steps that were named.")) //
        .model(m -> m //
            .parametersClass(StepFilterNodeParameters.class) //
            .configure(StepFilterNodeFactory::configure) //
            .execute(StepFilterNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("row", "select", "scan", "time step");

    /** Called by KNIME. */
    public StepFilterNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final StepFilterNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_column, StringValue.class, "names of steps");
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        column(in.getInTableSpec(0), in.getParameters());
        out.setOutSpecs(in.getInTableSpec(0));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final StepFilterNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final int column = column(table.getDataTableSpec(), parameters);
            final Set<String> steps = parameters.steps();
            final Set<String> absent = new LinkedHashSet<>(steps);
            final BufferedDataContainer kept =
                in.getExecutionContext().createDataContainer(table.getDataTableSpec());
            for (final DataRow row : table) {
                progress.check();
                final String step = row.getCell(column).toString();
                absent.remove(step);
                if (steps.contains(step) != parameters.m_exclude) {
                    kept.addRowToTable(row);
                }
            }
            kept.close();
            out.setOutData(0, kept.getTable());
            final Warnings warnings = new Warnings();
            if (!absent.isEmpty() && table.size() > 0) {
                warnings.add("There is no row of " + String.join(", ", absent) + " in '" + parameters.m_column + "'.");
            }
            warnings.show(out);
        });
    }
}
