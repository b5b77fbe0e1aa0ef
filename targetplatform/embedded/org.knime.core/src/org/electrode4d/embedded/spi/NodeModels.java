// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.embedded.spi.table.ReferredRows;
import org.electrode4d.embedded.spi.table.StorePlace;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.BufferedDataTableHolder;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeContext;

/** What a workflow manager does with a node model; most of it is protected in {@link NodeModel}. */
public final class NodeModels {

    private NodeModels() {
    }

    private static Secrets.Model inside(final NodeModel model) {
        return Secrets.models().of(model);
    }

    /** @return the types of the data inputs */
    public static PortType[] inPorts(final NodeModel model) {
        return inside(model).inPorts();
    }

    /** @return the types of the data outputs */
    public static PortType[] outPorts(final NodeModel model) {
        return inside(model).outPorts();
    }

    /**
     * Validates the settings, then loads them.
     *
     * @param settings the config {@code model} of {@code settings.xml}
     */
    public static void loadSettings(final NodeModel model, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        validateSettings(model, settings);
        inside(model).load(settings);
    }

    public static void validateSettings(final NodeModel model, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        inside(model).validate(settings);
    }

    public static void saveSettings(final NodeModel model, final NodeSettingsWO settings) {
        inside(model).save(settings);
    }

    /** @param settings the config {@code view} of {@code settings.xml} */
    public static void validateViewSettings(final NodeModel model, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        inside(model).validateView(settings);
    }

    public static void saveDefaultViewSettings(final NodeModel model, final NodeSettingsWO settings) {
        inside(model).saveDefaultView(settings);
    }

    /** Sets the variables at the inputs, and forgets those that the node has pushed; before each configuration. */
    public static void setFlowVariables(final NodeModel model, final Map<String, FlowVariable> variables) {
        inside(model).setVariables(variables);
    }

    /** @return the variables that the node has pushed since they were set, in the order of pushing */
    public static Map<String, FlowVariable> pushedFlowVariables(final NodeModel model) {
        return inside(model).pushed();
    }

    /**
     * Clears the warning, and configures.
     *
     * @param specs one per input; null if unknown, or if an optional input is not connected
     * @return one per output; null if unknown
     * @throws InvalidSettingsException if the node says so, or a spec does not fit its port
     */
    public static PortObjectSpec[] configure(final NodeModel model, final PortObjectSpec[] specs)
        throws InvalidSettingsException {
        PortType[] inputs = inPorts(model);
        for (int i = 0; i < inputs.length; i++) {
            if (!inputs[i].acceptsPortObjectSpec(specs[i])) {
                throw new InvalidSettingsException("Input port " + (i + 1) + " expects a "
                    + inputs[i].getPortObjectSpecClass().getSimpleName() + ", but a "
                    + specs[i].getClass().getSimpleName() + " is connected");
            }
        }
        PortType[] outputs = outPorts(model);
        PortObjectSpec[] result = inside(model).configure(specs.clone());
        PortObjectSpec[] known = result == null ? new PortObjectSpec[outputs.length] : result;
        if (known.length != outputs.length) {
            throw new InvalidSettingsException("The node configured " + known.length + " outputs, but it has "
                + outputs.length);
        }
        for (int i = 0; i < outputs.length; i++) {
            if (!outputs[i].acceptsPortObjectSpec(known[i])) {
                throw new InvalidSettingsException("Output port " + (i + 1) + " expects a "
                    + outputs[i].getPortObjectSpecClass().getSimpleName() + ", but the node configured a "
                    + known[i].getClass().getSimpleName());
            }
        }
        return known;
    }

    /**
     * Clears the warning, executes, and checks that each output is there and fits its port. A table of another node
     * that is passed on becomes an output of this node that refers to it.
     *
     * @param inputs one per input; null if an optional input is not connected
     * @param context as {@link EmbeddedNode#startExecution} made it
     * @return one per output
     * @throws IllegalStateException if an input or output is missing or does not fit its port
     * @throws Exception what the node throws
     */
    public static PortObject[] execute(final NodeModel model, final PortObject[] inputs,
        final ExecutionContext context) throws Exception {
        PortType[] inPorts = inPorts(model);
        for (int i = 0; i < inPorts.length; i++) {
            if (inputs[i] == null && !inPorts[i].isOptional()) {
                throw new IllegalStateException("Couldn't get data from predecessor (Port No." + (i + 1) + ").");
            }
            check(inputs[i], inPorts[i], "Input port " + (i + 1));
        }
        PortObject[] outputs = inside(model).execute(inputs.clone(), context);
        PortType[] outPorts = outPorts(model);
        if (outputs == null || outputs.length != outPorts.length) {
            throw new IllegalStateException("The node made " + (outputs == null ? 0 : outputs.length)
                + " outputs, but it has " + outPorts.length);
        }
        PortObject[] checked = new PortObject[outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            if (outputs[i] == null) {
                throw new IllegalStateException("Output port " + (i + 1) + ": the node made no data for it");
            }
            check(outputs[i], outPorts[i], "Output port " + (i + 1));
            checked[i] = own(outputs[i]);
        }
        return checked;
    }

    private static void check(final PortObject object, final PortType port, final String words) {
        if (!port.acceptsPortObject(object)) {
            throw new IllegalStateException(words + " expects a " + port.getPortObjectClass().getSimpleName()
                + ", got a " + object.getClass().getSimpleName());
        }
    }

    private static PortObject own(final PortObject object) {
        Optional<EmbeddedNode> node = NodeContext.getContextOptional()
            .flatMap(context -> context.getContextObjectForClass(EmbeddedNode.class));
        if (node.isEmpty() || !(object instanceof BufferedDataTable)
            || Secrets.tables().owner((BufferedDataTable)object) == node.get()) {
            return object;
        }
        return Secrets.tables().table(ReferredRows.of((BufferedDataTable)object),
            StorePlace.in(node.get()).tableId(), node.get());
    }

    /** @return the warning of the last configuration or execution */
    public static Optional<Message> warning(final NodeModel model) {
        return inside(model).warning();
    }

    /** Clears the warning and what the node keeps. */
    public static void reset(final NodeModel model) {
        inside(model).reset();
    }

    /** @return what the node keeps for its views; empty if nothing */
    public static PortObject[] internalObjects(final NodeModel model) {
        PortObject[] objects = null;
        if (model instanceof PortObjectHolder) {
            objects = ((PortObjectHolder)model).getInternalPortObjects();
        } else if (model instanceof BufferedDataTableHolder) {
            objects = ((BufferedDataTableHolder)model).getInternalTables();
        }
        if (objects == null) {
            return new PortObject[0];
        }
        return Arrays.stream(objects).map(object -> object == null ? null : own(object)).toArray(PortObject[]::new);
    }

    /** Gives back what the node kept when it was saved. */
    public static void setInternalObjects(final NodeModel model, final PortObject[] objects) {
        if (model instanceof PortObjectHolder) {
            ((PortObjectHolder)model).setInternalPortObjects(objects);
        } else if (model instanceof BufferedDataTableHolder) {
            ((BufferedDataTableHolder)model).setInternalTables(
                Arrays.copyOf(objects, objects.length, BufferedDataTable[].class));
        }
    }

    /** @param folder the existing folder {@code internal} of the node */
    public static void saveInternals(final NodeModel model, final Path folder, final ExecutionContext context)
        throws IOException, CanceledExecutionException {
        inside(model).saveInternals(folder.toFile(), context);
    }

    /** @param folder the folder {@code internal} of the node */
    public static void loadInternals(final NodeModel model, final Path folder, final ExecutionContext context)
        throws IOException, CanceledExecutionException {
        inside(model).loadInternals(folder.toFile(), context);
    }
}
