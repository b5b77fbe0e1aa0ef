// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.Arrays;
import java.util.function.Consumer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** Both sides of one execution. */
final class ExecuteCall implements ExecuteInput, ExecuteOutput {

    private final ExecuteData data;
    private final NodePortTypes ports;
    private final Consumer<PortObject[]> internals;
    private final Consumer<String> warnings;
    private final PortObject[] outObjects;

    ExecuteCall(final ExecuteData data, final NodePortTypes ports, final Consumer<PortObject[]> internals,
        final Consumer<String> warnings) {
        this.data = data;
        this.ports = ports;
        this.internals = internals;
        this.warnings = warnings;
        outObjects = new PortObject[ports.outputs().length];
    }

    PortObject[] outObjects() {
        return outObjects;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends NodeParameters> S getParameters() {
        return (S)data.parameters();
    }

    @Override
    public ExecutionContext getExecutionContext() {
        return data.context();
    }

    @Override
    public PortObject[] getInPortObjects() {
        return data.inObjects();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <D extends PortObject> D getInPortObject(final int portIndex) {
        return (D)data.inObjects()[portIndex];
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.stream(data.inObjects()).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public BufferedDataTable getInTable(final int portIndex) {
        return (BufferedDataTable)data.inObjects()[portIndex];
    }

    @Override
    public PortType[] getOutPortTypes() {
        return ports.outputs();
    }

    @Override
    public PortsConfiguration getPortsConfiguration() {
        return ports.requireConfiguration();
    }

    @Override
    public <D extends PortObject> void setOutData(final int index, final D object) {
        outObjects[index] = object;
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setOutData(final D... objects) {
        System.arraycopy(objects, 0, outObjects, 0, objects.length);
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setInternalData(final D... objects) {
        internals.accept(objects);
    }

    @Override
    public void setWarningMessage(final String message) {
        warnings.accept(message);
    }
}
