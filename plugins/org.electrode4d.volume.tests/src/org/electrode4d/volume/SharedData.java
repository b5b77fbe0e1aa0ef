// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measured data beside the project, read in place: in the folder that the property or environment variable
 * {@code electrode4d.shared} names, or else in {@code shared} beside one of the parents of the working directory.
 */
public final class SharedData {

    private static final String NAME = "electrode4d.shared";

    private SharedData() {
    }

    /** A file or folder of the data; the test is skipped where there is none. */
    public static Path require(final String name) {
        final Path path = root().resolve("data").resolve(name);
        assumeTrue(Files.exists(path), "no measured data: " + path + " is missing");
        return path;
    }

    private static Path root() {
        final String given = System.getProperty(NAME, System.getenv(NAME));
        if (given != null) {
            return Path.of(given);
        }
        for (Path parent = Path.of("").toAbsolutePath(); parent != null; parent = parent.getParent()) {
            if (Files.exists(parent.resolve("shared").resolve("design.md"))) {
                return parent.resolve("shared");
            }
        }
        return Path.of("shared");
    }
}
