// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the build has left what a release is made of.
 *
 * @param root the checkout
 */
record Build(Path root) {

    private static final Pattern REMAINS = Pattern.compile("(^|/)data/results(/|$)|(^|/)\\.knimeLock$");

    /** This module. */
    Path module() {
        return root.resolve("release");
    }

    /** The plug-ins of the embedded platform and of the nodes. */
    Path platform() {
        return root.resolve("targetplatform/embedded/runtime/target/repository/plugins");
    }

    /** The update site. */
    Path site() {
        return root.resolve("update-site/target/repository");
    }

    /** The compiled launcher of the command line. */
    Path launcher() {
        return module().resolve("target/electrode4d-launcher.jar");
    }

    /** Writes the licences of this project and of all others, whose list is given, into a folder. */
    void writeLicences(final String list, final Path folder) throws IOException {
        Files.copy(root.resolve("LICENSE"), folder.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("THIRD-PARTY.md"), list);
        copy(module().resolve("licences"), folder.resolve("licences"));
    }

    /** Copies a folder with everything in it, but for what workflows have left in their folders when they ran. */
    static void copy(final Path from, final Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (final Path file : files.sorted().toList()) {
                final String name = from.relativize(file).toString().replace('\\', '/');
                if (!REMAINS.matcher(name).find()) {
                    Files.copy(file, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
