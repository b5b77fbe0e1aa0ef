// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.port.flowvariable;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** What is known of flow variables before execution: nothing. */
public final class FlowVariablePortObjectSpec implements PortObjectSpec {

    /** The only object. */
    public static final FlowVariablePortObjectSpec INSTANCE = new FlowVariablePortObjectSpec();

    private FlowVariablePortObjectSpec() {
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public String toString() {
        return "<no flow variables>";
    }

    /** Writes and reads nothing. */
    public static final class Serializer extends PortObjectSpecSerializer<FlowVariablePortObjectSpec> {

        @Override
        public FlowVariablePortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) {
            return INSTANCE;
        }

        @Override
        public void savePortObjectSpec(final FlowVariablePortObjectSpec spec,
            final PortObjectSpecZipOutputStream out) {
            // there is nothing to write
        }
    }
}
