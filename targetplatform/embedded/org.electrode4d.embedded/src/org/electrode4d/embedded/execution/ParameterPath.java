// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Finds parameters by their path of keys, {@code noise/amplitude}. */
public final class ParameterPath {

    private ParameterPath() {
    }

    /**
     * The group that holds a parameter.
     *
     * @throws InvalidSettingsException if the parameter does not exist; names the keys that do
     */
    public static NodeSettings parent(final NodeSettings model, final String path) throws InvalidSettingsException {
        NodeSettings group = model;
        final String[] steps = path.split("/");
        for (int i = 0; i < steps.length; i++) {
            if (!group.containsKey(steps[i])) {
                throw new InvalidSettingsException("no parameter \"" + path + "\"; expected one of "
                    + group.keySet());
            }
            if (i < steps.length - 1) {
                group = group.getNodeSettings(steps[i]);
            }
        }
        return group;
    }
}
