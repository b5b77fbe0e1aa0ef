// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.workflow.NodeConfiguration;
import org.electrode4d.embedded.workflow.NodeOrigin;
import org.electrode4d.embedded.workflow.NodeOrigin.Unit;
import org.electrode4d.embedded.workflow.NodeState;
import org.electrode4d.embedded.workflow.WorkflowNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** States and messages of one node. */
final class NodeRunTest {

    private static final DataTableSpec TABLE = spec("x", DoubleCell.TYPE);

    private EmbeddedWorkflow workflow;
    private ExecutionContext source;

    @BeforeEach
    void open() throws IOException {
        workflow = EmbeddedWorkflow.open(null);
        source = workflow.node(1, "Source").startExecution(new DefaultNodeProgressMonitor());
    }

    @AfterEach
    void close() throws IOException {
        workflow.close();
    }

    private static DataTableSpec spec(final String column, final DataType type) {
        return new DataTableSpec(new String[]{column}, new DataType[]{type});
    }

    private static BufferedDataTable table(final ExecutionContext context, final DataTableSpec spec,
        final DataCell... rows) {
        final BufferedDataContainer container = context.createDataContainer(spec);
        for (int i = 0; i < rows.length; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, rows[i]));
        }
        container.close();
        return container.getTable();
    }

    private static final class Factory extends DefaultNodeFactory {
        Factory(final Function<RequireModelParameters, DefaultModel> model) {
            super(DefaultNode.create().name("Test").icon("./test.png").shortDescription("Tests.")
                .fullDescription("Tests something.").sinceVersion(5, 9, 0)
                .ports(p -> p.addInputTable("In", "in").addOutputTable("Out", "out")).model(model));
        }
    }

    private NodeInstance node(final Function<RequireModelParameters, DefaultModel> model) {
        final NodeFactory<?> factory = new Factory(model);
        final NodeOrigin origin = new NodeOrigin(Factory.class.getName(), "Test", Unit.UNKNOWN, Unit.UNKNOWN);
        return new NodeInstance(new WorkflowNode(2, "Test", origin, NodeConfiguration.fresh(null, null, null)),
            workflow.node(2, "Test"), factory,
            NodeFactories.createModel(factory, NodeFactories.creationConfiguration(factory)));
    }

    private NodeInstance configured(
        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
        final NodeInstance node = node(m -> m.withoutParameters().configure(configure).execute((in, out) -> { }));
        new NodeRun(node).configure(new PortObjectSpec[]{TABLE}, Map.of());
        return node;
    }

    private NodeInstance executed(final CancelSignal cancel, final ExecuteConsumer execute)
        throws CanceledExecutionException {
        final NodeInstance node = node(
            m -> m.withoutParameters().configure((in, out) -> out.setOutSpec(0, TABLE)).execute(execute));
        new NodeRun(node).configure(new PortObjectSpec[]{TABLE}, Map.of());
        assertEquals(NodeState.CONFIGURED, node.state());
        new NodeRun(node).execute(new PortObject[]{table(source, TABLE, new DoubleCell(1))}, cancel,
            ExecutionListener.NONE);
        return node;
    }

    private NodeInstance executed(final ExecuteConsumer execute) throws CanceledExecutionException {
        return executed(new CancelSignal(), execute);
    }

    private static NodeMessage message(final NodeInstance node) {
        return node.stored().message().orElseThrow();
    }

    @Test
    void invalidSettingsAreAWarning() {
        final NodeInstance node = configured((in, out) -> {
            throw new InvalidSettingsException("No column 'Gone'.");
        });
        assertEquals(NodeState.IDLE, node.state());
        assertEquals(NodeMessage.newWarning("No column 'Gone'."), message(node));
    }

    @Test
    void anyOtherExceptionInAConfigurationIsAnError() {
        final NodeInstance node = configured((in, out) -> {
            throw new IllegalStateException("no");
        });
        assertEquals(NodeState.IDLE, node.state());
        assertEquals(NodeMessage.newError("Configure failed (IllegalStateException): no"), message(node));
    }

    @Test
    void aKnimeExceptionShowsItsSummary() throws Exception {
        final NodeInstance node = executed((in, out) -> {
            throw KNIMEException.of(Message.fromSummary("The file scan.tif is empty."));
        });
        assertEquals(NodeState.CONFIGURED, node.state());
        assertEquals(NodeMessage.newError("The file scan.tif is empty."), message(node));
        assertEquals(Optional.empty(), node.output(0));
        assertEquals(Optional.of(TABLE), node.outSpec(0));
    }

    @Test
    void anyOtherExceptionIsAFailureOfTheExecution() throws Exception {
        assertEquals(NodeMessage.newError("Execute failed: negative spacing"), message(executed((in, out) -> {
            throw new IllegalArgumentException("negative spacing");
        })));
        assertEquals(NodeMessage.newError("Execute failed: (\"ArithmeticException\"): /0"),
            message(executed((in, out) -> {
                throw new ArithmeticException("/0");
            })));
        assertEquals("Execute failed: Output port 1: the node made no data for it",
            message(executed((in, out) -> { })).getMessage());
    }

    @Test
    void lackOfMemoryComesWithAdvice() throws Exception {
        final NodeMessage message = message(executed((in, out) -> {
            throw new OutOfMemoryError("Java heap space");
        }));
        assertTrue(message.getMessage().startsWith("Execute failed: out of memory (Java heap space, at most "),
            message.getMessage());
        assertTrue(message.getResolutions().get(0).contains("-Xmx"), message.getResolutions().toString());
    }

    @Test
    void afterACancellationTheNodeHoldsNothing() {
        final CancelSignal cancel = new CancelSignal();
        assertThrows(CanceledExecutionException.class, () -> executed(new CancelSignal(), (in, out) -> {
            throw new CanceledExecutionException();
        }));
        assertThrows(CanceledExecutionException.class, () -> executed(cancel, (in, out) -> {
            cancel.cancel();
            throw new IllegalStateException("channel closed");
        }));
    }

    @Test
    void aCancellationThatNobodyAskedForIsAFailure() throws Exception {
        assertEquals(NodeMessage.newError("Execute failed: a part was cancelled"), message(executed((in, out) -> {
            throw new CancellationException("a part was cancelled");
        })));
    }

    @Test
    void aTableOtherThanAnnouncedIsAWarningBeforeAllOthers() throws Exception {
        final NodeInstance node = executed((in, out) -> {
            out.setOutData(0, table(in.getExecutionContext(), spec("y", StringCell.TYPE), new StringCell("a")));
            out.setWarningMessage("one step is missing");
        });
        assertEquals(NodeState.EXECUTED, node.state());
        assertEquals(
            NodeMessage.newWarning("DataSpec generated by configure does not match spec after execution."),
            message(node));
    }

    @Test
    void aMoreSpecialColumnFitsWhatWasAnnounced() throws Exception {
        final NodeInstance node = executed((in, out) -> out.setOutData(0,
            table(in.getExecutionContext(), spec("x", IntCell.TYPE), new IntCell(1))));
        assertEquals(Optional.empty(), node.stored().message());
    }

    @Test
    void anEmptyTableIsAWarningUnlessTheNodeGivesOne() throws Exception {
        final ExecuteConsumer empty = (in, out) -> out.setOutData(0, table(in.getExecutionContext(), TABLE));
        assertEquals(NodeMessage.newWarning("Node created an empty data table."), message(executed(empty)));
        assertEquals(NodeMessage.newWarning("nothing is above the threshold"), message(executed((in, out) -> {
            empty.accept(in, out);
            out.setWarningMessage("nothing is above the threshold");
        })));
    }

    @Test
    void emptyTablesAreRemarkedOnWhereAllAreEmpty() {
        final PortObject none = table(source, TABLE);
        final PortObject one = table(source, TABLE, new DoubleCell(1));
        final PortObjectSpec[] unknown = {null, null};
        assertEquals(Optional.of(NodeMessage.newWarning("Node created empty data tables on all out-ports.")),
            OutputCheck.remark(new PortObject[]{none, none}, unknown, Optional.empty()));
        assertEquals(Optional.empty(),
            OutputCheck.remark(new PortObject[]{none, one}, unknown, Optional.empty()));
    }

    static class Unsupported implements NodeParameters {
        int m_before = 1;
        List<String> m_names = List.of("a");
        int m_after = 2;
    }

    @Test
    void aFieldThatCannotBeStoredLosesWhatFollows() {
        final NodeInstance broken = node(m -> m.parametersClass(Unsupported.class).configure((in, out) -> { })
            .execute((in, out) -> { }));
        final NodeSettings saved = ModelSettings.save(broken.model());
        assertEquals(List.of("before"), List.copyOf(saved.keySet()));
        final InvalidSettingsException e =
            assertThrows(InvalidSettingsException.class, () -> ModelSettings.load(broken.model(), saved));
        assertTrue(e.getMessage().startsWith("Loading model settings failed, caught \"IllegalArgumentException\""),
            e.getMessage());
    }
}
