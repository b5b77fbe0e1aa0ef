// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters;

import java.util.Map;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/** What is known at the input of a node when its parameters get defaults, or when its dialog computes a state. */
public interface NodeParametersInput {

    /** @return the types of the input ports */
    PortType[] getInPortTypes();

    /**
     * @param types the wanted types of variables
     * @return the variables at the input that have one of the types, by name
     */
    Map<String, FlowVariable> getAvailableInputFlowVariables(VariableType<?>... types);

    /** @return the specs at the input ports; an element is null where nothing is known yet */
    PortObjectSpec[] getInPortSpecs();

    /**
     * @param portIndex the input port, from 0
     * @return its spec, if known
     */
    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /** @return the specs at the input ports, all of which must be tables */
    DataTableSpec[] getInTableSpecs();

    /**
     * @param portIndex the input port, from 0; must be a table
     * @return its spec, if known
     */
    Optional<DataTableSpec> getInTableSpec(int portIndex);

    /** @return the objects at the input ports; an element is null where nothing was computed yet */
    PortObject[] getInPortObjects();

    /**
     * @param portIndex the input port, from 0
     * @return its object, if computed
     */
    Optional<PortObject> getInPortObject(int portIndex);

    /** @return the tables at the input ports, all of which must be tables */
    BufferedDataTable[] getInTables();

    /**
     * @param portIndex the input port, from 0; must be a table
     * @return its table, if computed
     */
    Optional<BufferedDataTable> getInTable(int portIndex);

    /** @return the types of the output ports */
    PortType[] getOutPortTypes();

    /** @return the port groups of the node */
    PortsConfiguration getPortsConfiguration();
}
