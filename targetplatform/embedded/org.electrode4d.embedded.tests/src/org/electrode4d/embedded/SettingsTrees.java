// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBase;

/** Settings files as lists of lines, one per entry, so that two can be compared by keys, types, order and values. */
public final class SettingsTrees {

    /** Values that differ from save to save. */
    private static final Set<String> CHANGING = Set.of("created_by", "authored-by", "authored-when", "lastEdited-by",
        "lastEdited-when", "file_store_id");

    private SettingsTrees() {
    }

    /** Each entry as {@code path type = value}; values that change from save to save are left out. */
    public static List<String> lines(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return lines((NodeSettings)NodeSettings.loadFromXML(in));
        }
    }

    /** Each entry as {@code path type = value}; values that change from save to save are left out. */
    public static List<String> lines(final NodeSettings settings) {
        final List<String> lines = new ArrayList<>();
        lines.add("root " + settings.getKey());
        collect(settings, "", lines);
        return lines;
    }

    private static void collect(final ConfigBase config, final String path, final List<String> lines) {
        for (String key : config.keySet()) {
            final String line = path + key + " " + config.getEntry(key).getType();
            if (config.getEntry(key) instanceof ConfigBase child) {
                lines.add(line);
                collect(child, path + key + "/", lines);
            } else {
                lines.add(CHANGING.contains(key) ? line : line + " = " + config.getEntry(key).toStringValue());
            }
        }
    }

    /** Fails unless two workflow folders hold the same files, and their settings the same keys, types and order. */
    public static void assertSameFiles(final Path expected, final Path actual) throws IOException {
        assertEquals(files(expected), files(actual));
        for (String file : files(expected)) {
            if (file.endsWith("workflow.knime") || file.endsWith("settings.xml") || file.endsWith("spec.xml")) {
                assertEquals(String.join("\n", lines(expected.resolve(file))),
                    String.join("\n", lines(actual.resolve(file))), file);
            }
        }
    }

    private static List<String> files(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).sorted().toList();
        }
    }
}
