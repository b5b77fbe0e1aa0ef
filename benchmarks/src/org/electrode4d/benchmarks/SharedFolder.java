// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Measured data and tools beside the project, used in place: the folder that the property or environment variable
 * {@code electrode4d.shared} names, or else {@code shared} beside one of the parents of the working directory.
 */
final class SharedFolder {

    private static final String NAME = "electrode4d.shared";

    private SharedFolder() {
    }

    /**
     * A file or folder of it.
     *
     * @throws IllegalStateException if it is not there
     */
    static Path require(final String name) {
        final Path path = root().orElseThrow(() -> new IllegalStateException("There is no folder \"shared\" beside the "
            + "checkout. Name the one that holds " + name + " with -D" + NAME + "=<folder>.")).resolve(name);
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " is missing. Name the folder that holds " + name + " with -D" + NAME
                + "=<folder>.");
        }
        return path;
    }

    private static Optional<Path> root() {
        final String given = System.getProperty(NAME, System.getenv(NAME));
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        for (Path parent = Path.of("").toAbsolutePath(); parent != null; parent = parent.getParent()) {
            if (Files.isDirectory(parent.resolve("shared"))) {
                return Optional.of(parent.resolve("shared"));
            }
        }
        return Optional.empty();
    }
}
