// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.electrode4d.embedded.spi.node.ExecuteResult.Status;
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
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.DefaultNode;
import org.knime.node.parameters.NodeParameters;

class ExecuteTest {

    private static final DataTableSpec TABLE = new DataTableSpec(new String[]{"x"}, new DataType[]{DoubleCell.TYPE});

    private EmbeddedWorkflow workflow;
    private DefaultNodeProgressMonitor monitor;
    private ExecutionContext context;

    @BeforeEach
    void open() throws IOException {
        workflow = EmbeddedWorkflow.open(null);
        monitor = new DefaultNodeProgressMonitor();
        context = workflow.node(1, "Test").startExecution(monitor);
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

    private static NodeInstance configured(final ExecuteConsumer execute) {
        final NodeInstance node = TestNodes.table(
            m -> m.withoutParameters().configure((in, out) -> out.setOutSpec(0, TABLE)).execute(execute));
        assertTrue(node.configure(new PortObjectSpec[]{TABLE}, Map.of()).configured());
        return node;
    }

    private ExecuteResult execute(final NodeInstance node) {
        return node.execute(new PortObject[]{table(context, 1, 2)}, context);
    }

    @Test
    void theNodeGetsItsInputsAndGivesItsOutputs() {
        final NodeInstance node = configured((in, out) -> out.setOutData(0,
            table(in.getExecutionContext(), in.getInTable(0).size(), in.getInTables().length)));
        final ExecuteResult result = execute(node);
        assertEquals(Status.EXECUTED, result.status());
        assertEquals(Optional.empty(), result.message());
        final StringBuilder values = new StringBuilder();
        for (final DataRow row : (BufferedDataTable)result.objects().get(0)) {
            values.append(row.getCell(0)).append(' ');
        }
        assertEquals("2.0 1.0 ", values.toString());
    }

    @Test
    void aWarningIsShown() {
        final ExecuteResult result = execute(configured((in, out) -> {
            out.setOutData(table(in.getExecutionContext(), 1));
            out.setWarningMessage("one step is missing");
        }));
        assertEquals(NodeMessage.newWarning("one step is missing"), result.message().orElseThrow());
    }

    @Test
    void aKnimeExceptionShowsItsSummary() {
        final ExecuteResult result = execute(configured((in, out) -> {
            throw KNIMEException.of(Message.fromSummary("The file scan.tif is empty."));
        }));
        assertEquals(Status.FAILED, result.status());
        assertEquals("The file scan.tif is empty.", result.message().orElseThrow().getMessage());
        assertEquals(NodeMessage.Type.ERROR, result.message().orElseThrow().getMessageType());
        assertEquals(List.of(), result.objects());
    }

    @Test
    void anyOtherExceptionIsAFailureOfTheExecution() {
        final ExecuteResult result = execute(configured((in, out) -> {
            throw new IllegalArgumentException("negative spacing");
        }));
        assertEquals(NodeMessage.newError("Execute failed: negative spacing"), result.message().orElseThrow());
        final ExecuteResult terse = execute(configured((in, out) -> {
            throw new ArithmeticException("/0");
        }));
        assertEquals(NodeMessage.newError("Execute failed: (\"ArithmeticException\"): /0"),
            terse.message().orElseThrow());
    }

    @Test
    void cancellationIsNoError() {
        final ExecuteResult result = execute(configured((in, out) -> {
            throw new CanceledExecutionException();
        }));
        assertEquals(Status.CANCELED, result.status());
        assertEquals(NodeMessage.Type.WARNING, result.message().orElseThrow().getMessageType());
    }

    @Test
    void whatIsThrownAfterACancellationIsAConsequence() {
        final ExecuteResult result = execute(configured((in, out) -> {
            monitor.setExecuteCanceled();
            throw new IllegalStateException("channel closed");
        }));
        assertEquals(Status.CANCELED, result.status());
    }

    @Test
    void anOutputThatIsNotSetIsAFailure() {
        final ExecuteResult result = execute(configured((in, out) -> { }));
        assertEquals(Status.FAILED, result.status());
        assertTrue(result.message().orElseThrow().getMessage().startsWith("Execute failed: "),
            result.message().toString());
    }

    @Test
    void aTableOtherThanAnnouncedIsAWarning() {
        final DataTableSpec other = new DataTableSpec(new String[]{"y"}, new DataType[]{StringCell.TYPE});
        final ExecuteResult result = execute(configured((in, out) -> {
            final BufferedDataContainer container = in.getExecutionContext().createDataContainer(other);
            container.addRowToTable(new DefaultRow("Row0", new StringCell("a")));
            container.close();
            out.setOutData(0, container.getTable());
        }));
        assertEquals(Status.EXECUTED, result.status());
        assertEquals("DataSpec generated by configure does not match spec after execution.",
            result.message().orElseThrow().getMessage());
    }

    @Test
    void anEmptyTableIsAWarningUnlessThereIsAnother() {
        final ExecuteConsumer empty = (in, out) -> out.setOutData(0, table(in.getExecutionContext()));
        assertEquals(NodeMessage.newWarning("Node created an empty data table."),
            execute(configured(empty)).message().orElseThrow());
        final ExecuteResult result = execute(configured((in, out) -> {
            empty.accept(in, out);
            out.setWarningMessage("nothing is above the threshold");
        }));
        assertEquals("nothing is above the threshold", result.message().orElseThrow().getMessage());
    }

    @Test
    void aMoreSpecialColumnFitsWhatWasAnnounced() {
        final DataTableSpec integers = new DataTableSpec(new String[]{"x"}, new DataType[]{IntCell.TYPE});
        final ExecuteResult result = execute(configured((in, out) -> {
            final BufferedDataContainer container = in.getExecutionContext().createDataContainer(integers);
            container.addRowToTable(new DefaultRow("Row0", new IntCell(1)));
            container.close();
            out.setOutData(0, container.getTable());
        }));
        assertEquals(Optional.empty(), result.message());
    }

    @Test
    void internalDataAreKeptUntilTheReset() {
        final NodeInstance node = configured((in, out) -> {
            out.setOutData(0, in.getInTable(0));
            out.setInternalData(table(in.getExecutionContext(), 7));
        });
        assertEquals(0, node.internalObjects().length);
        execute(node);
        final PortObject[] kept = node.internalObjects();
        assertEquals(1, ((BufferedDataTable)kept[0]).size());
        node.reset();
        assertEquals(0, node.internalObjects().length);
        node.setInternalObjects(kept);
        assertSame(kept[0], node.internalObjects()[0]);
    }

    @Test
    void aRearrangerWorksRowByRow() {
        final NodeInstance node = TestNodes.table(m -> m.withoutParameters().rearrangeColumns((in, out) -> {
            final ColumnRearranger rearranger = new ColumnRearranger(in.getDataTableSpec());
            rearranger.append(new SingleCellFactory(new DataColumnSpecCreator("2x", DoubleCell.TYPE).createSpec()) {
                @Override
                public DataCell getCell(final DataRow row) {
                    return new DoubleCell(2 * ((DoubleCell)row.getCell(0)).getDoubleValue());
                }
            });
            out.setColumnRearranger(rearranger);
        }));
        final ConfigureResult specs = node.configure(new PortObjectSpec[]{TABLE}, Map.of());
        assertEquals(List.of("x", "2x"), List.of(((DataTableSpec)specs.specs().get(0)).getColumnNames()));
        final BufferedDataTable made = (BufferedDataTable)execute(node).objects().get(0);
        assertEquals("4.0", last(made).getCell(1).toString());
    }

    @Test
    void aNodeThatSetsNoRearrangerIsNotConfigured() {
        final NodeInstance node =
            TestNodes.table(m -> m.withoutParameters().rearrangeColumns((in, out) -> { }));
        final ConfigureResult result = node.configure(new PortObjectSpec[]{TABLE}, Map.of());
        assertEquals(false, result.configured());
        assertEquals(NodeMessage.Type.WARNING, result.message().orElseThrow().getMessageType());
    }

    private static DataRow last(final BufferedDataTable table) {
        DataRow last = null;
        for (final DataRow row : table) {
            last = row;
        }
        return last;
    }

    static class ViewParameters implements NodeParameters {
        String m_title = "Strain";
    }

    public static final class Service {
        private final ViewInput input;

        Service(final ViewInput input) {
            this.input = input;
        }

        public long count(final int plus) {
            return input.getInternalTables()[0].size() + plus;
        }
    }

    private static DefaultNode withView() {
        return TestNodes
            .describe(p -> p.addInputTable("In", "in").addOutputTable("Out", "out"),
                m -> m.withoutParameters().configure((in, out) -> out.setOutSpec(0, TABLE)).execute((in, out) -> {
                    out.setOutData(0, in.getInTable(0));
                    out.setInternalData(in.getInTable(0));
                }))
            .addView(v -> v.parametersClass(ViewParameters.class).description("A view")
                .page(p -> p.fromString(() -> "<html/>").relativePath("index.html"))
                .initialData(d -> d.data(input -> {
                    final ViewParameters parameters = input.getParameters();
                    return Map.of("title", parameters == null ? "none" : parameters.m_title);
                })).dataService(d -> d.addHandler("svc", Service::new)));
    }

    @Test
    void aViewGetsDataAndCallsItsService() throws Exception {
        final NodeInstance node = TestNodes.define(withView()).createNode();
        node.configure(new PortObjectSpec[]{TABLE}, Map.of());
        execute(node);
        try (NodeViewInstance view = node.createView().orElseThrow()) {
            assertEquals("index.html", view.page().getRelativePath());
            assertEquals("{\"result\":{\"title\":\"none\"}}", view.initialData().orElseThrow());
            view.loadSettings(ParametersSettings.save(new ViewParameters(), "view"));
            assertEquals("{\"result\":{\"title\":\"Strain\"}}", view.initialData().orElseThrow());
            final String answer =
                view.call("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"svc.count\",\"params\":[10]}").orElseThrow();
            assertTrue(answer.contains("\"result\":12"), answer);
        }
    }

    @Test
    void aViewOfANodeThatKeptNothingHasNoTables() {
        final NodeInstance node = TestNodes.define(withView()).createNode();
        try (NodeViewInstance view = node.createView().orElseThrow()) {
            assertTrue(view.call("{\"id\":1,\"method\":\"svc.count\",\"params\":[1]}").orElseThrow().contains("error"));
        }
    }

    @Test
    void aNodeHasOneViewAtMost() {
        assertThrows(UnsupportedOperationException.class, () -> withView().addView(null));
    }
}
