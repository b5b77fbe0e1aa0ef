// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.internal.SerializerMethodLoader;

/** What is known of a port object before execution. */
public interface PortObjectSpec {

    /** @return views, may be null */
    JComponent[] getViews();

    /**
     * Writes and reads specs; registered at the extension point {@code org.knime.core.PortType}.
     *
     * @param <T> the class of the specs
     */
    abstract class PortObjectSpecSerializer<T extends PortObjectSpec> implements SerializerMethodLoader.Serializer<T> {

        public abstract void savePortObjectSpec(T portObjectSpec, PortObjectSpecZipOutputStream out)
            throws IOException;

        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
    }
}
