// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every promise in {@code docs/errors.md} names a test that there is. */
class DocumentedErrorsTest {

    private static final Pattern CITED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    /** The sources of all test classes by bundle and simple name, such as {@code nodes CancelTest}. */
    private static Map<String, String> tests(final Path root) throws IOException {
        final Map<String, String> sources = new HashMap<>();
        for (final String folder : List.of("plugins", "targetplatform/embedded")) {
            try (Stream<Path> tree = Files.walk(root.resolve(folder))) {
                for (final Path file : tree.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                    sources.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file),
                        String::concat);
                }
            }
        }
        return sources;
    }

    @Test
    void everyRowNamesATestThatExists() throws Exception {
        final Path root = RepositoryRoot.find();
        final Map<String, String> sources = tests(root);
        int rows = 0;
        for (final String line : Files.readAllLines(root.resolve("docs/errors.md"))) {
            if (!line.startsWith("| ") || line.startsWith("| What")) {
                continue;
            }
            rows++;
            final Matcher cited = CITED.matcher(line);
            assertTrue(cited.find(), "no test is named: " + line);
            do {
                assertTrue(sources.getOrDefault(cited.group(1), "").contains("void " + cited.group(2) + "("),
                    "there is no " + cited.group());
            } while (cited.find());
        }
        assertTrue(rows > 20, "only " + rows + " rows");
    }
}
