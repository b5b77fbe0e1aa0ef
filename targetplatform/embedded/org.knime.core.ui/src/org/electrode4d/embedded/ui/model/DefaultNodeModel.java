// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.io.File;
import java.util.Optional;

import org.electrode4d.embedded.ui.persistence.Defaults;
import org.electrode4d.embedded.ui.persistence.ParametersStore;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/**
 * The node model of a described node. Parameters that were never loaded get their defaults at the first configuration,
 * from the specs that are known then.
 */
public final class DefaultNodeModel extends NodeModel implements PortObjectHolder {

    private static final PortType[] NONE = {};

    private final NodeBehaviour behaviour;
    private final Optional<Class<? extends NodeParameters>> viewClass;
    private final NodePortTypes ports;
    private NodeParameters parameters;
    private PortObjectSpec[] specs;
    private PortObject[] internalObjects;

    private DefaultNodeModel(final NodeBlueprint blueprint, final NodePortTypes ports) {
        super(ports.inputs(), ports.outputs());
        behaviour = blueprint.behaviour();
        viewClass = blueprint.view().flatMap(ViewBlueprint::parameters);
        this.ports = ports;
    }

    /**
     * @param blueprint what the node is
     * @param ports its ports, or null if it has none
     * @return the model
     */
    public static DefaultNodeModel of(final NodeBlueprint blueprint, final PortsConfiguration ports) {
        if (blueprint.behaviour() instanceof RearrangingBehaviour) {
            RearrangingBehaviour.check(ports);
        }
        return new DefaultNodeModel(blueprint, ports == null ? new NodePortTypes(NONE, NONE, null)
            : new NodePortTypes(ports.getInputPorts(), ports.getOutputPorts(), ports));
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        specs = inSpecs;
        if (parameters == null && behaviour.parameters().isPresent()) {
            parameters = Defaults.create(behaviour.parameters().get(), input(inSpecs));
            parameters.validate();
        }
        final ConfigureCall call = new ConfigureCall(parameters, inSpecs, ports, this::setWarningMessage);
        behaviour.configure(call, call);
        return call.outSpecs();
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        final ExecuteCall call = new ExecuteCall(new ExecuteData(parameters, inObjects, exec), ports,
            this::setInternalPortObjects, this::setWarningMessage);
        behaviour.execute(call, call);
        return call.outObjects();
    }

    private NodeParametersInput input(final PortObjectSpec[] inSpecs) {
        return new ParametersInput(ports, inSpecs, new PortObject[inSpecs.length],
            this::getAvailableInputFlowVariables);
    }

    @Override
    protected void reset() {
        internalObjects = null;
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        if (behaviour.parameters().isPresent()) {
            ParametersStore.save(parameters == null ? Defaults.create(behaviour.parameters().get()) : parameters,
                settings);
        }
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        validate(behaviour.parameters(), settings);
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (behaviour.parameters().isPresent()) {
            parameters = ParametersStore.load(behaviour.parameters().get(), settings);
        }
    }

    @Override
    protected void validateViewSettings(final NodeSettingsRO viewSettings) throws InvalidSettingsException {
        validate(viewClass, viewSettings);
    }

    private static void validate(final Optional<Class<? extends NodeParameters>> parametersClass,
        final NodeSettingsRO settings) throws InvalidSettingsException {
        if (parametersClass.isPresent()) {
            ParametersStore.load(parametersClass.get(), settings).validate();
        }
    }

    @Override
    protected void saveDefaultViewSettingsTo(final NodeSettingsWO viewSettings) {
        viewClass.ifPresent(type -> ParametersStore.save(
            specs == null ? Defaults.create(type) : Defaults.create(type, input(specs)), viewSettings));
    }

    @Override
    public PortObject[] getInternalPortObjects() {
        return internalObjects;
    }

    @Override
    public void setInternalPortObjects(final PortObject[] portObjects) {
        internalObjects = portObjects;
    }

    @Override
    protected void loadInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // all that the node keeps are the internal port objects
    }

    @Override
    protected void saveInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // all that the node keeps are the internal port objects
    }
}
