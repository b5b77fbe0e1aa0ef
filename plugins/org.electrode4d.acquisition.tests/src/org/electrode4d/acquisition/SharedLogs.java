// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real logs of cyclers beside the project, read in place. */
public final class SharedLogs {

    private SharedLogs() {
    }

    /** A log; skips the test where it is absent. */
    public static Path find(final String name) {
        final String set = System.getProperty("electrode4d.shared", System.getenv("ELECTRODE4D_SHARED"));
        Path shared = set == null ? null : Path.of(set);
        for (Path p = Path.of("").toAbsolutePath(); shared == null && p != null; p = p.getParent()) {
            if (Files.isRegularFile(p.resolve("shared").resolve("design.md"))) {
                shared = p.resolve("shared");
            }
        }
        final Path file = shared == null ? Path.of(name) : shared.resolve("data/cycling-logs").resolve(name);
        if (!Files.isRegularFile(file)) {
            abort("No shared log '" + name + "' found; set the system property electrode4d.shared to look there.");
        }
        return file;
    }
}
