// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Looks for keys in nested settings. */
public final class ConfigPaths {

    private ConfigPaths() {
    }

    /**
     * @param settings where to look
     * @param path the keys from the outermost to the innermost; the empty path always exists
     * @return true if the last key exists, as a value or as a config
     */
    public static boolean exists(final NodeSettingsRO settings, final List<String> path) {
        if (path.isEmpty()) {
            return true;
        }
        final String key = path.get(0);
        if (!settings.containsKey(key)) {
            return false;
        }
        return path.size() == 1 || existsInside(settings, key, path.subList(1, path.size()));
    }

    private static boolean existsInside(final NodeSettingsRO settings, final String key, final List<String> path) {
        try {
            return exists(settings.getNodeSettings(key), path);
        } catch (InvalidSettingsException e) {
            return false; // a value, which has no keys inside
        }
    }
}
