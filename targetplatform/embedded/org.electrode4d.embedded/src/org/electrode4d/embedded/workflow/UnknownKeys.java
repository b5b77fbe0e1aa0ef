// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.util.Set;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBase;

/** Carries keys that this platform does not know from the file that was read into the file that is written. */
final class UnknownKeys {

    private UnknownKeys() {
    }

    /**
     * Writes {@code fresh} with every entry of {@code original} whose key is not among {@code known}, each behind the
     * entry it followed in the original.
     *
     * @param known all keys that this platform writes at this level, present or not
     */
    static NodeSettings keep(final NodeSettings original, final NodeSettings fresh, final Set<String> known) {
        if (original == null || known.containsAll(original.keySet())) {
            return fresh;
        }
        final NodeSettings merged = new NodeSettings(fresh.getKey());
        addUnknownBehind(null, original, merged, known);
        for (String key : fresh.keySet()) {
            copy(fresh, key, merged);
            addUnknownBehind(key, original, merged, known);
        }
        for (String key : original.keySet()) {
            if (!known.contains(key) && !merged.containsKey(key)) {
                copy(original, key, merged);
            }
        }
        return merged;
    }

    private static void addUnknownBehind(final String predecessor, final NodeSettings original,
        final NodeSettings merged, final Set<String> known) {
        boolean behind = predecessor == null;
        for (String key : original.keySet()) {
            if (behind && !known.contains(key) && !merged.containsKey(key)) {
                copy(original, key, merged);
            } else {
                behind = key.equals(predecessor);
            }
        }
    }

    static void copy(final ConfigBase from, final String key, final ConfigBase to) {
        if (from.getEntry(key) instanceof ConfigBase config) {
            config.copyTo(to.addConfigBase(key));
        } else {
            to.addEntry(from.getEntry(key));
        }
    }
}
