// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** A configuration of plain values. */
public class SimpleConfig extends ConfigBase {

    private static final long serialVersionUID = 1L;

    /** @param key the key of the root */
    public SimpleConfig(final String key) {
        super(key);
    }

    @Override
    public ConfigBase getInstance(final String key) {
        return new SimpleConfig(key);
    }

    /**
     * Reads a file such as {@code workflow.knime}.
     *
     * @param configKey the key of the root where the file gives none
     * @param file the XML file
     * @return its content
     * @throws IOException if it cannot be read or is malformed
     */
    public static ConfigBaseRO parseConfig(final String configKey, final File file) throws IOException {
        try (InputStream in = Files.newInputStream(file.toPath())) {
            return loadFromXML(new SimpleConfig(configKey), in);
        }
    }
}
