// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of reference data, which is not a part of the project. */
public final class SharedFolder {

    private static final String NAME = "electrode4d.shared";

    private SharedFolder() {
    }

    /** @return a path in that folder; the test is skipped where there is none */
    public static Path require(final String relative) {
        final Optional<Path> path = find().map(folder -> folder.resolve(relative)).filter(Files::exists);
        assumeTrue(path.isPresent(), () -> "Skipped: " + relative + " needs the folder of reference data, set by -D"
            + NAME + " or the environment variable of that name.");
        return path.orElseThrow();
    }

    private static Optional<Path> find() {
        return Stream.of(System.getProperty(NAME), System.getenv(NAME)).filter(path -> path != null).findFirst()
            .map(Path::of).or(SharedFolder::beside);
    }

    private static Optional<Path> beside() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve("shared")).filter(shared -> Files.exists(shared.resolve("design.md")))
            .findFirst();
    }
}
