// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** A group of ports that users can change. */
public interface ConfigurablePortGroup extends PortGroupConfiguration {

    PortType[] getSupportedPortTypes();
}
