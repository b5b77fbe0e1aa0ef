// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the checkout is: for tests that look at files which are not in a bundle. */
public final class RepositoryRoot {

    private RepositoryRoot() {
    }

    /** The folder that the system property {@code electrode4d.root} names, or the nearest one above with mvnw. */
    public static Path find() {
        final String named = System.getProperty("electrode4d.root");
        if (named != null) {
            return Path.of(named);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("No folder with mvnw above " + Path.of("").toAbsolutePath()
                + ": set -Delectrode4d.root to the checkout.");
        }
        return folder;
    }
}
