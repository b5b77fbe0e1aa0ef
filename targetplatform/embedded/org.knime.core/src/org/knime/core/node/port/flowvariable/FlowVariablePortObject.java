// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.port.flowvariable;

import java.io.IOException;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** What stands at a flow-variable port: nothing, for the variables travel with every connection. */
public class FlowVariablePortObject implements PortObject {

    /** The type of flow-variable ports. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(FlowVariablePortObject.class);

    /** The type of flow-variable ports that may stay unconnected. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(FlowVariablePortObject.class, true);

    /** The only object. */
    public static final FlowVariablePortObject INSTANCE = new FlowVariablePortObject();

    private FlowVariablePortObject() {
    }

    @Override
    public PortObjectSpec getSpec() {
        return FlowVariablePortObjectSpec.INSTANCE;
    }

    @Override
    public String getSummary() {
        return "Variables";
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public String toString() {
        return "Flow Variable Port Object";
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof FlowVariablePortObject;
    }

    @Override
    public int hashCode() {
        return FlowVariablePortObject.class.getName().hashCode();
    }

    /** Writes and reads nothing. */
    public static final class Serializer extends PortObjectSerializer<FlowVariablePortObject> {

        @Override
        public FlowVariablePortObject loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) {
            return INSTANCE;
        }

        @Override
        public void savePortObject(final FlowVariablePortObject portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException {
            out.putNextEntry(new ZipEntry("content.dummy"));
            out.closeEntry();
        }
    }
}
