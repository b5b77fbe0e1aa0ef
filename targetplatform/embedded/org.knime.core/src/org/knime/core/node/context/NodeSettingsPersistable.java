// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.context;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Something whose state is kept in the settings of a node. */
public interface NodeSettingsPersistable {

    /** @param settings where the state is written */
    void saveSettingsTo(NodeSettingsWO settings);

    /**
     * @param settings where the state is read
     * @throws InvalidSettingsException if a key is missing or has the wrong type
     */
    void loadSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;
}
