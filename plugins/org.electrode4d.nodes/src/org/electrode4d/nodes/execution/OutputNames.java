// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import org.knime.core.node.InvalidSettingsException;

/** Names of files that are made of what users type and of what tables say. */
public final class OutputNames {

    private static final String FORBIDDEN = "[\\\\/:*?\"<>|\\p{Cntrl}]";

    private OutputNames() {
    }

    /** The text with underscores in place of what some systems do not allow in file names. */
    public static String safe(final String text) {
        return text.replaceAll(FORBIDDEN, "_");
    }

    /**
     * Refuses what no file name can begin with.
     *
     * @param title of the field, for the message
     */
    public static void requireBeginning(final String name, final String title) throws InvalidSettingsException {
        if (name.isBlank() || !safe(name).equals(name)) {
            throw new InvalidSettingsException("'" + title + "' is '" + name
                + "', but must be the beginning of a file name, without a folder.");
        }
    }
}
