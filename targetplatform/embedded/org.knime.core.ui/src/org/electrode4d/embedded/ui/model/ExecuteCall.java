// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.Arrays;
import java.util.function.Consumer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Both sides of one execution. */
final class ExecuteCall extends NodeCall implements ExecuteInput, ExecuteOutput {

    private final ExecuteData data;
    private final Consumer<PortObject[]> internals;
    private final PortObject[] outObjects;

    ExecuteCall(final ExecuteData data, final NodePortTypes ports, final Consumer<PortObject[]> internals,
        final Consumer<String> warnings) {
        super(data.parameters(), ports, warnings);
        this.data = data;
        this.internals = internals;
        outObjects = new PortObject[ports.outputs().length];
    }

    PortObject[] outObjects() {
        return outObjects;
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
}
