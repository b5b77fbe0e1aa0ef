// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.function.Consumer;

import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a configuration and an execution have in common: the parameters, the ports, and the warning. */
abstract class NodeCall {

    private final NodeParameters parameters;
    private final NodePortTypes ports;
    private final Consumer<String> warnings;

    NodeCall(final NodeParameters parameters, final NodePortTypes ports, final Consumer<String> warnings) {
        this.parameters = parameters;
        this.ports = ports;
        this.warnings = warnings;
    }

    @SuppressWarnings("unchecked")
    public <S extends NodeParameters> S getParameters() {
        return (S)parameters;
    }

    public PortType[] getOutPortTypes() {
        return ports.outputs();
    }

    public PortsConfiguration getPortsConfiguration() {
        return ports.requireConfiguration();
    }

    public void setWarningMessage(final String message) {
        warnings.accept(message);
    }
}
