// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.util.exception.ResourceAccessException;
import org.knime.core.util.pathresolve.ResolverUtil;

class NodeModelsTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"x"}, new DataType[]{IntCell.TYPE});

    @TempDir
    private Path folder;

    private EmbeddedWorkflow workflow;

    private EmbeddedNode node;

    private Passing model;

    @BeforeEach
    void open() throws IOException {
        workflow = EmbeddedWorkflow.open(folder);
        node = workflow.node(7, "Pass");
        model = new Passing();
    }

    @AfterEach
    void close() throws IOException {
        workflow.close();
    }

    /** Passes a table on; an optional second input is ignored. */
    private static final class Passing extends NodeModel {

        private PortObject[] outputs;

        private int factor = 1;

        Passing() {
            super(new PortType[]{BufferedDataTable.TYPE, FlowVariablePortObject.TYPE_OPTIONAL},
                new PortType[]{BufferedDataTable.TYPE});
        }

        @Override
        protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
            if (inSpecs[0] == null) {
                throw new InvalidSettingsException("No spec at port 1");
            }
            setWarningMessage("configured with " + peekFlowVariableInt("number"));
            pushFlowVariableString("pushed", "value");
            return new PortObjectSpec[]{inSpecs[0]};
        }

        @Override
        protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) {
            return outputs == null ? new PortObject[]{inObjects[0]} : outputs;
        }

        @Override
        protected void saveSettingsTo(final NodeSettingsWO settings) {
            settings.addInt("factor", factor);
        }

        @Override
        protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
            if (settings.getInt("factor") < 0) {
                throw new InvalidSettingsException("factor < 0");
            }
        }

        @Override
        protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
            factor = settings.getInt("factor");
        }

        @Override
        protected void reset() {
            outputs = null;
        }

        @Override
        protected void loadInternals(final File nodeInternDir, final ExecutionMonitor exec) {
            // keeps nothing
        }

        @Override
        protected void saveInternals(final File nodeInternDir, final ExecutionMonitor exec) {
            // keeps nothing
        }
    }

    private BufferedDataTable table(final EmbeddedNode owner) {
        BufferedDataContainer container =
            owner.startExecution(new DefaultNodeProgressMonitor()).createDataContainer(SPEC);
        container.close();
        return container.getTable();
    }

    private PortObject[] execute(final PortObject... inputs) throws Exception {
        return node.call(() -> NodeModels.execute(model, inputs,
            node.startExecution(new DefaultNodeProgressMonitor())));
    }

    @Test
    void refusedSettingsChangeNothing() throws InvalidSettingsException {
        NodeSettings settings = new NodeSettings("model");
        settings.addInt("factor", 5);
        NodeModels.loadSettings(model, settings);
        settings.addInt("factor", -1);
        assertThrows(InvalidSettingsException.class, () -> NodeModels.loadSettings(model, settings));
        NodeSettings saved = new NodeSettings("model");
        NodeModels.saveSettings(model, saved);
        assertEquals(5, saved.getInt("factor"));
    }

    @Test
    void configurationSeesVariablesAndLeavesAWarning() throws Exception {
        NodeModels.setFlowVariables(model, Map.of("number", new FlowVariable("number", 13)));
        assertArrayEquals(new PortObjectSpec[]{SPEC},
            NodeModels.configure(model, new PortObjectSpec[]{SPEC, null}));
        assertEquals("configured with 13", NodeModels.warning(model).orElseThrow().getSummary());
        assertEquals(List.of("pushed"), List.copyOf(NodeModels.pushedFlowVariables(model).keySet()));
        NodeModels.setFlowVariables(model, Map.of());
        assertTrue(NodeModels.pushedFlowVariables(model).isEmpty());
        assertThrows(NoSuchElementException.class,
            () -> NodeModels.configure(model, new PortObjectSpec[]{SPEC, null}));
    }

    @Test
    void specsMustFitThePorts() {
        String message = assertThrows(InvalidSettingsException.class, () -> NodeModels.configure(model,
            new PortObjectSpec[]{FlowVariablePortObjectSpec.INSTANCE, null})).getMessage();
        assertTrue(message.startsWith("Input port 1 expects a DataTableSpec"), message);
    }

    @Test
    void objectsMustFitThePorts() throws Exception {
        BufferedDataTable table = table(workflow.node(1, "Source"));
        assertThrows(IllegalStateException.class, () -> execute(null, null));
        assertThrows(IllegalStateException.class, () -> execute(FlowVariablePortObject.INSTANCE, null));
        model.outputs = new PortObject[]{null};
        assertThrows(IllegalStateException.class, () -> execute(table, null));
        model.outputs = new PortObject[]{FlowVariablePortObject.INSTANCE};
        assertThrows(IllegalStateException.class, () -> execute(table, null));
        model.outputs = new PortObject[0];
        assertThrows(IllegalStateException.class, () -> execute(table, null));
    }

    @Test
    void aTableThatIsPassedOnBecomesAnOutputOfTheNode() throws Exception {
        BufferedDataTable foreign = table(workflow.node(1, "Source"));
        BufferedDataTable passed = (BufferedDataTable)execute(foreign, null)[0];
        assertNotSame(foreign, passed);
        assertEquals(foreign.getDataTableSpec(), passed.getDataTableSpec());
        assertTrue(passed.getBufferedTableId() > foreign.getBufferedTableId());
        BufferedDataTable own = table(node);
        assertSame(own, NodeModels.execute(model, new PortObject[]{own, null}, null)[0]);
    }

    @Test
    void theContextOfTheNodeIsThereWhileItWorks() throws Exception {
        assertNull(NodeContext.getContext());
        assertSame(node, node.call(() -> NodeContext.getContext().getContextObjectForClass(EmbeddedNode.class).get()));
        assertThrows(IllegalStateException.class, () -> node.call(() -> {
            throw new IllegalStateException("fails");
        }));
        assertNull(NodeContext.getContext());
    }

    @Test
    void urlsOfTheWorkflowLeadIntoItsFolder() throws Exception {
        assertThrows(ResourceAccessException.class,
            () -> ResolverUtil.resolveURItoLocalFile(URI.create("knime://knime.workflow/data/x.tif")));
        assertEquals(folder.resolve("data/x y.tif").toFile(), resolve("knime://knime.workflow/data/x%20y.tif"));
        assertEquals(folder.resolveSibling("other").toFile(), resolve("knime://knime.workflow/../other"));
        assertEquals(folder.resolveSibling("other").toFile(), resolve("knime://knime.space/other"));
        assertEquals(folder.toFile(), resolve(folder.toUri().toString()));
        for (String url : List.of("knime://LOCAL/x", "https://example.org/x", "x.tif")) {
            assertThrows(ResourceAccessException.class, () -> resolve(url), url);
        }
    }

    private File resolve(final String url) throws Exception {
        return node.call(() -> ResolverUtil.resolveURItoLocalFile(URI.create(url)));
    }
}
