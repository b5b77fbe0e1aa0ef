// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/**
 * Runs single nodes on tables made in a test:
 *
 * <pre>{@code
 * try (NodeTester tester = NodeTester.open()) {
 *     Result result = tester.node(new VolumeReaderNodeFactory()).set("path", file).set("voxelSize", 0.5).run();
 *     assertEquals("T0", result.cell(0, 0, "Step").toString());
 * }
 * }</pre>
 */
public final class NodeTester implements AutoCloseable {

    /** What is at an optional input that nothing is connected to. */
    public static final PortObject UNCONNECTED = null;

    private final EmbeddedWorkflow workflow;
    private int nodes;

    private NodeTester(final EmbeddedWorkflow workflow) {
        this.workflow = workflow;
    }

    /** A workflow that was never saved. */
    public static NodeTester open() throws IOException {
        return new NodeTester(EmbeddedWorkflow.open(null));
    }

    /** A workflow with a folder, and hence a data area. */
    public static NodeTester open(final Path folder) throws IOException {
        return new NodeTester(EmbeddedWorkflow.open(folder));
    }

    /** A node with default parameters. */
    public Node node(final NodeFactory<?> factory) {
        nodes++;
        return new Node(factory, workflow.node(nodes, "Node " + nodes));
    }

    /** Where an executing node would put tables and file stores. */
    public ExecutionContext context() {
        nodes++;
        return workflow.node(nodes, "Context " + nodes).startExecution(new DefaultNodeProgressMonitor());
    }

    /** A volume for a table; a missing cell for null. */
    public DataCell stored(final Volume volume) throws IOException {
        return volume == null ? new MissingCell("no volume")
            : VolumeStorage.store(volume, context(), Progress.NONE);
    }

    /** A table; rows are called Row0, Row1, ... */
    public BufferedDataTable table(final DataTableSpec spec, final DataCell[]... rows) {
        final BufferedDataContainer container = context().createDataContainer(spec);
        for (int i = 0; i < rows.length; i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), rows[i]));
        }
        container.close();
        return container.getTable();
    }

    @Override
    public void close() throws IOException {
        workflow.close();
    }

    /** A row of a table, from 0. */
    public static DataRow row(final BufferedDataTable table, final int index) {
        int i = 0;
        for (final DataRow row : table) {
            if (i++ == index) {
                return row;
            }
        }
        throw new AssertionError("There is no row " + index + " in a table of " + i + " rows.");
    }

    /** A cell by row number and column name. */
    public static DataCell cell(final BufferedDataTable table, final int row, final String column) {
        final int index = table.getDataTableSpec().findColumnIndex(column);
        if (index < 0) {
            throw new AssertionError("There is no column " + column + ", only "
                + Arrays.toString(table.getDataTableSpec().getColumnNames()) + ".");
        }
        return row(table, row).getCell(index);
    }

    /** What a node put out. */
    public record Result(PortObject[] outputs, Optional<Message> warning) {

        /** A table, from 0. */
        public BufferedDataTable table(final int port) {
            return (BufferedDataTable)outputs[port];
        }

        /** A cell by port, row number and column name. */
        public DataCell cell(final int port, final int row, final String column) {
            return NodeTester.cell(table(port), row, column);
        }

        /** The number in a cell. */
        public double number(final int port, final int row, final String column) {
            return ((DoubleValue)cell(port, row, column)).getDoubleValue();
        }
    }

    /** A node to be configured and run. */
    public static final class Node {

        private final NodeModel model;
        private final EmbeddedNode embedded;
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        Node(final NodeFactory<?> factory, final EmbeddedNode embedded) {
            model = NodeFactories.createModel(factory, NodeFactories.creationConfiguration(factory));
            this.embedded = embedded;
        }

        /**
         * Sets a parameter by its key: a number, a boolean, a text, a constant or an array of texts. A slash leads into
         * a group of parameters.
         */
        public Node set(final String key, final Object value) {
            parameters.put(key, value);
            return this;
        }

        /** Configures the node as KNIME does before it runs; inputs that are left out at the end are not connected. */
        public PortObjectSpec[] configure(final PortObjectSpec... specs) throws Exception {
            final PortObjectSpec[] all = Arrays.copyOf(specs, NodeModels.inPorts(model).length);
            return embedded.call(() -> {
                NodeModels.loadSettings(model, settings(all));
                return NodeModels.configure(model, all);
            });
        }

        /** Configures and executes the node; inputs that are left out at the end are not connected. */
        public Result run(final PortObject... inputs) throws Exception {
            return run(new DefaultNodeProgressMonitor(), inputs);
        }

        /** As {@link #run(PortObject...)}, with a progress monitor that can cancel. */
        public Result run(final DefaultNodeProgressMonitor monitor, final PortObject... inputs) throws Exception {
            final PortObject[] all = Arrays.copyOf(inputs, NodeModels.inPorts(model).length);
            final PortObjectSpec[] specs =
                Arrays.stream(all).map(i -> i == null ? null : i.getSpec()).toArray(PortObjectSpec[]::new);
            return embedded.call(() -> {
                NodeModels.loadSettings(model, settings(specs));
                final PortObjectSpec[] promised = NodeModels.configure(model, specs);
                final PortObject[] outputs = NodeModels.execute(model, all, embedded.startExecution(monitor));
                requireSpecs(promised, outputs);
                return new Result(outputs, NodeModels.warning(model));
            });
        }

        /** The files that the node keeps. */
        public EmbeddedNode embedded() {
            return embedded;
        }

        private NodeSettings settings(final PortObjectSpec[] specs) throws InvalidSettingsException {
            final NodeSettings settings = defaults(specs);
            for (final Map.Entry<String, Object> parameter : parameters.entrySet()) {
                final String key = parameter.getKey();
                final int slash = key.indexOf('/');
                final Config group = slash < 0 ? settings : settings.getConfig(key.substring(0, slash));
                if (!group.containsKey(key.substring(slash + 1))) {
                    throw new AssertionError("The node has no parameter '" + key + "', only " + group.keySet() + ".");
                }
                put(group, key.substring(slash + 1), parameter.getValue());
            }
            return settings;
        }

        /** What the node chooses by itself for these inputs. */
        private NodeSettings defaults(final PortObjectSpec[] specs) {
            try {
                NodeModels.configure(model, specs);
            } catch (InvalidSettingsException e) {
                // not yet configurable: its parameters are there nevertheless
            }
            final NodeSettings settings = new NodeSettings("model");
            NodeModels.saveSettings(model, settings);
            return settings;
        }

        private static void put(final Config settings, final String key, final Object value) {
            if (value instanceof Integer number) {
                settings.addInt(key, number);
            } else if (value instanceof Long number) {
                settings.addLong(key, number);
            } else if (value instanceof Double number) {
                settings.addDouble(key, number);
            } else if (value instanceof Boolean flag) {
                settings.addBoolean(key, flag);
            } else if (value instanceof String[] texts) {
                settings.addStringArray(key, texts);
            } else {
                settings.addString(key, value.toString());
            }
        }

        private static void requireSpecs(final PortObjectSpec[] promised, final PortObject[] outputs) {
            for (int i = 0; i < outputs.length; i++) {
                final DataTableSpec given = (DataTableSpec)outputs[i].getSpec();
                if (promised[i] != null && !given.equalStructure((DataTableSpec)promised[i])) {
                    throw new AssertionError("Output " + i + " was promised as " + promised[i] + ", but is " + given);
                }
            }
        }
    }
}
