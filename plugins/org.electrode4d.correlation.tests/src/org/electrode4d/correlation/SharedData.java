// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference data beside the project, read in place. */
final class SharedData {

    private SharedData() {
    }

    /** A folder of the shared data; skips the test where it is absent. */
    static Path folder(final String name) {
        final String set = System.getProperty("electrode4d.shared", System.getenv("ELECTRODE4D_SHARED"));
        Path shared = set == null ? null : Path.of(set);
        for (Path p = Path.of("").toAbsolutePath(); shared == null && p != null; p = p.getParent()) {
            if (Files.isRegularFile(p.resolve("shared").resolve("design.md"))) {
                shared = p.resolve("shared");
            }
        }
        if (shared == null || !Files.isDirectory(shared.resolve("data").resolve(name))) {
            abort("No shared data '" + name + "' found; set the system property electrode4d.shared to look there.");
        }
        return shared.resolve("data").resolve(name);
    }
}
