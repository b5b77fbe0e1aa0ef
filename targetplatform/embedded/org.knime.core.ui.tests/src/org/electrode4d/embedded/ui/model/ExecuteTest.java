// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;

import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.electrode4d.embedded.spi.NodeModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ExecuteConsumer;

class ExecuteTest {

    private static final DataTableSpec TABLE = new DataTableSpec(new String[]{"x"}, new DataType[]{DoubleCell.TYPE});

    private EmbeddedWorkflow workflow;
    private ExecutionContext context;

    @BeforeEach
    void open() throws IOException {
        workflow = EmbeddedWorkflow.open(null);
        context = workflow.node(1, "Test").startExecution(new DefaultNodeProgressMonitor());
    }

    @AfterEach
    void close() throws IOException {
        workflow.close();
    }

    private static BufferedDataTable table(final ExecutionContext context, final double... values) {
        final BufferedDataContainer container = context.createDataContainer(TABLE);
        for (int i = 0; i < values.length; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new DoubleCell(values[i])));
        }
        container.close();
        return container.getTable();
    }

    private static NodeModel configured(final ExecuteConsumer execute) throws InvalidSettingsException {
        final NodeModel node = TestNodes.table(
            m -> m.withoutParameters().configure((in, out) -> out.setOutSpec(0, TABLE)).execute(execute));
        NodeModels.configure(node, new PortObjectSpec[]{TABLE});
        return node;
    }

    private BufferedDataTable execute(final NodeModel node) throws Exception {
        return (BufferedDataTable)NodeModels.execute(node, new PortObject[]{table(context, 1, 2)}, context)[0];
    }

    private static DataRow last(final BufferedDataTable table) {
        DataRow last = null;
        for (final DataRow row : table) {
            last = row;
        }
        return last;
    }

    @Test
    void theNodeGetsItsInputsAndGivesItsOutputs() throws Exception {
        final NodeModel node = configured((in, out) -> out.setOutData(0,
            table(in.getExecutionContext(), in.getInTable(0).size(), in.getInTables().length)));
        final StringBuilder values = new StringBuilder();
        for (final DataRow row : execute(node)) {
            values.append(row.getCell(0)).append(' ');
        }
        assertEquals("2.0 1.0 ", values.toString());
        assertEquals(Optional.empty(), NodeModels.warning(node));
    }

    @Test
    void aWarningIsKept() throws Exception {
        final NodeModel node = configured((in, out) -> {
            out.setOutData(table(in.getExecutionContext(), 1));
            out.setWarningMessage("one step is missing");
        });
        execute(node);
        assertEquals(Optional.of(Message.fromSummary("one step is missing")), NodeModels.warning(node));
    }

    @Test
    void whatTheNodeThrowsComesThrough() throws Exception {
        final KNIMEException thrown = KNIMEException.of(Message.fromSummary("The file scan.tif is empty."));
        final NodeModel node = configured((in, out) -> {
            throw thrown;
        });
        assertSame(thrown, assertThrows(KNIMEException.class, () -> execute(node)));
    }

    @Test
    void anOutputThatIsNotSetIsAFailure() throws Exception {
        final NodeModel node = configured((in, out) -> { });
        assertThrows(IllegalStateException.class, () -> execute(node));
    }

    @Test
    void internalDataAreKeptUntilTheReset() throws Exception {
        final NodeModel node = configured((in, out) -> {
            out.setOutData(0, in.getInTable(0));
            out.setInternalData(table(in.getExecutionContext(), 7));
        });
        assertEquals(0, NodeModels.internalObjects(node).length);
        execute(node);
        final PortObject[] kept = NodeModels.internalObjects(node);
        assertEquals(1, ((BufferedDataTable)kept[0]).size());
        NodeModels.reset(node);
        assertEquals(0, NodeModels.internalObjects(node).length);
        NodeModels.setInternalObjects(node, kept);
        assertSame(kept[0], NodeModels.internalObjects(node)[0]);
    }

    @Test
    void aRearrangerWorksRowByRow() throws Exception {
        final NodeModel node = TestNodes.table(m -> m.withoutParameters().rearrangeColumns((in, out) -> {
            final ColumnRearranger rearranger = new ColumnRearranger(in.getDataTableSpec());
            rearranger.append(new SingleCellFactory(new DataColumnSpecCreator("2x", DoubleCell.TYPE).createSpec()) {
                @Override
                public DataCell getCell(final DataRow row) {
                    return new DoubleCell(2 * ((DoubleCell)row.getCell(0)).getDoubleValue());
                }
            });
            out.setColumnRearranger(rearranger);
        }));
        final PortObjectSpec[] specs = NodeModels.configure(node, new PortObjectSpec[]{TABLE});
        assertArrayEquals(new String[]{"x", "2x"}, ((DataTableSpec)specs[0]).getColumnNames());
        assertEquals("4.0", last(execute(node)).getCell(1).toString());
    }

    @Test
    void aNodeThatSetsNoRearrangerIsNotConfigured() {
        final NodeModel node = TestNodes.table(m -> m.withoutParameters().rearrangeColumns((in, out) -> { }));
        assertThrows(InvalidSettingsException.class,
            () -> NodeModels.configure(node, new PortObjectSpec[]{TABLE}));
    }
}
