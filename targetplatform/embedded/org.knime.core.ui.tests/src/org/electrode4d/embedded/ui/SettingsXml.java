// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.node.parameters.NodeParameters;

/** Reads and writes the inside of a config as the lines that stand in settings.xml. */
public final class SettingsXml {

    private static final String HEAD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <config xmlns="http://www.knime.org/2008/09/XMLConfig" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="http://www.knime.org/2008/09/XMLConfig \
        http://www.knime.org/XMLConfig_2008_09.xsd" key="model">
        """;

    private SettingsXml() {
    }

    /** @return the lines between the opening and the closing tag of the config, with the outer indent removed */
    public static String of(final NodeSettings settings) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            settings.saveToXML(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        final List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        if (lines.size() < 3) {
            return "";
        }
        return String.join("\n", lines.subList(2, lines.size() - 1)).stripIndent().strip();
    }

    /** @return what saving the parameters writes */
    public static String of(final NodeParameters parameters) {
        return of(ParametersSettings.save(parameters, "model"));
    }

    /** @return the config that contains these lines */
    public static NodeSettingsRO parse(final String inside) {
        try {
            return NodeSettings.loadFromXML(
                new ByteArrayInputStream((HEAD + inside + "\n</config>\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
