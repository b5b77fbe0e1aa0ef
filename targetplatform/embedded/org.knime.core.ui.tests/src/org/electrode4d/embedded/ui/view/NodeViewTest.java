// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.ui.ParametersSettings;
import org.electrode4d.embedded.ui.model.TestNodes;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

class NodeViewTest {

    private static final DataTableSpec TABLE = new DataTableSpec(new String[]{"x"}, new DataType[]{DoubleCell.TYPE});

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
        final NodeFactory<?> factory = TestNodes.factory(withView());
        final NodeModel node = TestNodes.model(factory);
        try (EmbeddedWorkflow workflow = EmbeddedWorkflow.open(null);
            NodeViewInstance view = NodeViewInstance.open(factory, node)) {
            NodeModels.configure(node, new PortObjectSpec[]{TABLE});
            final ExecutionContext context =
                workflow.node(1, "Test").startExecution(new DefaultNodeProgressMonitor());
            final BufferedDataContainer rows = context.createDataContainer(TABLE);
            rows.addRowToTable(new DefaultRow("Row0", new DoubleCell(1)));
            rows.addRowToTable(new DefaultRow("Row1", new DoubleCell(2)));
            rows.close();
            NodeModels.execute(node, new PortObject[]{rows.getTable()}, context);
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
        final NodeFactory<?> factory = TestNodes.factory(withView());
        try (NodeViewInstance view = NodeViewInstance.open(factory, TestNodes.model(factory))) {
            assertTrue(view.call("{\"id\":1,\"method\":\"svc.count\",\"params\":[1]}").orElseThrow().contains("error"));
        }
    }

    @Test
    void aNodeHasOneViewAtMost() {
        assertThrows(UnsupportedOperationException.class, () -> withView().addView(null));
    }
}
