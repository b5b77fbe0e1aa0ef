// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.DefaultModel.RearrangeColumnsOutput;
import org.knime.node.parameters.NodeParameters;

/**
 * A node that makes a table of a table, row by row.
 *
 * @param parameters the class of the parameters
 * @param maker makes the rearranger from the input spec
 */
public record RearrangingBehaviour(Optional<Class<? extends NodeParameters>> parameters,
    ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> maker) implements NodeBehaviour {

    @Override
    public void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        output.setOutSpec(0, rearranger(input.getParameters(), input.getInTableSpec(0)).createSpec());
    }

    @Override
    public void execute(final ExecuteInput input, final ExecuteOutput output)
        throws InvalidSettingsException, CanceledExecutionException {
        final BufferedDataTable table = input.getInTable(0);
        final ColumnRearranger rearranger = rearranger(input.getParameters(), table.getDataTableSpec());
        output.setOutData(0, input.getExecutionContext().createColumnRearrangeTable(table, rearranger,
            input.getExecutionContext()));
    }

    private ColumnRearranger rearranger(final NodeParameters loaded, final DataTableSpec spec)
        throws InvalidSettingsException {
        final AtomicReference<ColumnRearranger> made = new AtomicReference<>();
        maker.accept(new Input(loaded, spec),
            rearranger -> made.set(CheckUtils.checkArgumentNotNull(rearranger, "The column rearranger is null.")));
        return CheckUtils.checkSettingNotNull(made.get(), "The node has not set a column rearranger.");
    }

    /**
     * @param ports the ports of the node
     * @throws IllegalStateException unless they are one input table and one output table
     */
    public static void check(final PortsConfiguration ports) {
        final boolean inputFits = isOneTable(ports == null ? null : ports.getInputPorts());
        CheckUtils.checkState(inputFits && isOneTable(ports.getOutputPorts()),
            "A node that rearranges columns needs exactly one input table and one output table.");
    }

    private static boolean isOneTable(final Object[] portTypes) {
        return Arrays.equals(portTypes, new Object[]{BufferedDataTable.TYPE});
    }

    private record Input(NodeParameters loaded, DataTableSpec spec) implements RearrangeColumnsInput {

        @Override
        @SuppressWarnings("unchecked")
        public <S extends NodeParameters> S getParameters() {
            return (S)loaded;
        }

        @Override
        public DataTableSpec getDataTableSpec() {
            return spec;
        }
    }
}
