// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.context.ports;

import java.util.Map;

import org.knime.core.node.context.DeepCopy;
import org.knime.core.node.context.NodeSettingsPersistable;

/** The ports of a node that is being created. */
public interface ModifiablePortsConfiguration
    extends PortsConfiguration, DeepCopy<ModifiablePortsConfiguration>, NodeSettingsPersistable {

    /** @return the groups that ports can be added to */
    Map<String, ExtendablePortGroup> getExtendablePorts();

    /** @throws java.util.NoSuchElementException if there is no such group */
    PortGroupConfiguration getGroup(String name);
}
