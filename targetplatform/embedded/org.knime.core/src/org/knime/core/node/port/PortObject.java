// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.internal.SerializerMethodLoader;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What stands at the output of an executed node. */
public interface PortObject {

    /** The type that accepts all. */
    PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    /** The type that accepts all, or nothing. */
    PortType TYPE_OPTIONAL = PortTypeRegistry.getInstance().getPortType(PortObject.class, true);

    /** @return one line, such as the number of rows */
    String getSummary();

    /** @return what is known of it before execution */
    PortObjectSpec getSpec();

    /** @return views, may be null */
    JComponent[] getViews();

    /**
     * Writes and reads objects; registered at the extension point {@code org.knime.core.PortType}.
     *
     * @param <T> the class of the objects
     */
    abstract class PortObjectSerializer<T extends PortObject> implements SerializerMethodLoader.Serializer<T> {

        public abstract void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

        public abstract T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;
    }
}
