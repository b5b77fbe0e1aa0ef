// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;
import org.knime.node.parameters.NodeParametersInput;

/** What is known at the input of a node. */
public final class ParametersInput implements NodeParametersInput {

    private final NodePortTypes ports;
    private final PortObjectSpec[] specs;
    private final PortObject[] objects;
    private final Function<VariableType<?>[], Map<String, FlowVariable>> variables;

    ParametersInput(final NodePortTypes ports, final PortObjectSpec[] specs, final PortObject[] objects,
        final Function<VariableType<?>[], Map<String, FlowVariable>> variables) {
        this.ports = ports;
        this.specs = specs;
        this.objects = objects;
        this.variables = variables;
    }

    /**
     * The input of a node that is in no workflow.
     *
     * @param specs the specs at its input ports
     * @return the input, with ports of any type and no flow variables
     */
    public static NodeParametersInput of(final PortObjectSpec... specs) {
        final PortType[] types = new PortType[specs.length];
        Arrays.fill(types, PortObject.TYPE);
        return new ParametersInput(new NodePortTypes(types, new PortType[0], null), specs,
            new PortObject[specs.length], wanted -> Map.of());
    }

    @Override
    public PortType[] getInPortTypes() {
        return ports.inputs();
    }

    @Override
    public Map<String, FlowVariable> getAvailableInputFlowVariables(final VariableType<?>... types) {
        return variables.apply(Objects.requireNonNull(types, "The types of the variables are null."));
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return specs;
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(specs[portIndex]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(specs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return objects;
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return Optional.ofNullable(objects[portIndex]);
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.stream(objects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int portIndex) {
        return getInPortObject(portIndex).map(BufferedDataTable.class::cast);
    }

    @Override
    public PortType[] getOutPortTypes() {
        return ports.outputs();
    }

    @Override
    public PortsConfiguration getPortsConfiguration() {
        return ports.requireConfiguration();
    }
}
