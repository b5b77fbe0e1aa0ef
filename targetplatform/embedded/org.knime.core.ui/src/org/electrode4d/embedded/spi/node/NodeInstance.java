// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import java.util.Map;
import java.util.Optional;

import org.electrode4d.embedded.spi.NodeModels;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;

/** A node in a workflow. See the package for how it is used. */
public final class NodeInstance {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(NodeInstance.class);

    private final NodeDefinition definition;
    private final ModifiableNodeCreationConfiguration creation;
    private final NodeModel model;
    private final NodePorts ports;
    private PortObjectSpec[] configuredSpecs = {};

    NodeInstance(final NodeDefinition definition, final ModifiableNodeCreationConfiguration creation,
        final NodeModel model) {
        this.definition = definition;
        this.creation = creation;
        this.model = model;
        ports = NodePorts.of(definition.blueprint().ports(), creation);
    }

    /** @return what the node is */
    public NodeDefinition definition() {
        return definition;
    }

    /** @return the node model, for {@code org.electrode4d.embedded.spi.NodeModels} */
    public NodeModel model() {
        return model;
    }

    /** @return the data ports */
    public NodePorts ports() {
        return ports;
    }

    /** @param settings where the config "node_creation_config" is added; nothing is for a node without ports */
    public void savePorts(final NodeSettingsWO settings) {
        creation.saveSettingsTo(settings);
    }

    /**
     * Validates the settings of the model, and loads them.
     *
     * @param settings the config "model"
     * @throws InvalidSettingsException if a key is missing or a value is refused; the node keeps what it had
     */
    public void loadModelSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        try {
            NodeModels.loadSettings(model, settings);
        } catch (RuntimeException e) {
            final String message = "Loading model settings failed, caught \"" + e.getClass().getSimpleName() + "\": "
                + e.getMessage();
            LOGGER.coding(message, e);
            throw new InvalidSettingsException(message, e);
        }
    }

    /**
     * Saves the settings of the model: those loaded, those made at the first configuration, or defaults. A field of a
     * type that cannot be stored ends the saving with a line in the log; that field and what follows are lost.
     *
     * @param settings the config "model"
     */
    public void saveModelSettings(final NodeSettingsWO settings) {
        try {
            NodeModels.saveSettings(model, settings);
        } catch (RuntimeException e) {
            LOGGER.error("Could not save model", e);
        }
    }

    /**
     * @param settings the config "view"
     * @throws InvalidSettingsException if a key is missing or a value is refused
     */
    public void validateViewSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        NodeModels.validateViewSettings(model, settings);
    }

    /** @param settings the config "view" of a node for which none was ever stored */
    public void saveDefaultViewSettings(final NodeSettingsWO settings) {
        NodeModels.saveDefaultViewSettings(model, settings);
    }

    /**
     * @param specs the specs at the input ports
     * @param flowVariables the variables at the input
     * @return the specs at the output ports, or why there are none
     */
    public ConfigureResult configure(final PortObjectSpec[] specs, final Map<String, FlowVariable> flowVariables) {
        configuredSpecs = new PortObjectSpec[ports.outputs().size()];
        if (isAnInputUnknown(specs)) {
            return ConfigureResult.notReady(configuredSpecs.length);
        }
        NodeModels.setFlowVariables(model, flowVariables);
        try {
            configuredSpecs = NodeModels.configure(model, specs);
            return ConfigureResult.of(configuredSpecs, NodeModels.warning(model));
        } catch (InvalidSettingsException e) {
            return ConfigureResult.refused(configuredSpecs.length, e);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.error("Configure failed", e);
            return ConfigureResult.failed(configuredSpecs.length, e);
        }
    }

    private boolean isAnInputUnknown(final PortObjectSpec[] specs) {
        return ports.inputs().stream().anyMatch(port -> specs[port.index()] == null && !port.type().isOptional());
    }

    /**
     * Executes, after a successful configuration.
     *
     * @param objects the objects at the input ports
     * @param context progress, cancellation, new tables and file stores
     * @return the objects at the output ports, or why there are none
     */
    public ExecuteResult execute(final PortObject[] objects, final ExecutionContext context) {
        try {
            final PortObject[] made = NodeModels.execute(model, objects, context);
            return ExecuteResult.of(made, configuredSpecs, NodeModels.warning(model));
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            NodeModels.reset(model);
            return ExecuteResult.of(e, context);
        }
    }

    /** Forgets what was computed. */
    public void reset() {
        NodeModels.reset(model);
    }

    /** @return what the node keeps for its view, to be saved as "internalObjects"; empty if nothing */
    public PortObject[] internalObjects() {
        return NodeModels.internalObjects(model);
    }

    /** @param objects what was saved as "internalObjects" */
    public void setInternalObjects(final PortObject[] objects) {
        NodeModels.setInternalObjects(model, objects);
    }

    /** @return a new view of the node, which is closed by the caller; empty for a node without one */
    public Optional<NodeViewInstance> createView() {
        return definition.blueprint().view().map(view -> new NodeViewInstance(view, model));
    }
}
