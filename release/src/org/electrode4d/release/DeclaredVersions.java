// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The versions of libraries that the build asks for: in the target platform and in the poms of the plug-ins. */
final class DeclaredVersions {

    private static final Pattern ARTIFACT = Pattern.compile(
        "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");

    private final Map<String, Set<String>> versions = new HashMap<>();

    /** @param root the checkout */
    static DeclaredVersions of(final Path root) throws IOException {
        final List<Path> files = new ArrayList<>(List.of(root.resolve("targetplatform/libraries.target")));
        try (Stream<Path> plugins = Files.list(root.resolve("plugins"))) {
            plugins.map(plugin -> plugin.resolve("pom.xml")).filter(Files::exists).forEach(files::add);
        }
        final DeclaredVersions declared = new DeclaredVersions();
        for (final Path file : files) {
            final Matcher matcher = ARTIFACT.matcher(Files.readString(file));
            while (matcher.find()) {
                declared.add(matcher.group(1) + ":" + matcher.group(2), matcher.group(3));
            }
        }
        return declared;
    }

    void add(final String maven, final String version) {
        versions.computeIfAbsent(maven, key -> new TreeSet<>()).add(version);
    }

    /**
     * The version of a jar: that of its Maven descriptor, which must be asked for; without one the only one asked for.
     *
     * @throws ReleaseException if it is not known for sure
     */
    String version(final BundledJar jar, final Library library) {
        final Set<String> asked = versions.getOrDefault(library.maven(), Set.of());
        final String own = jar.mavenVersions().get(library.maven());
        if (own != null && asked.contains(own)) {
            return own;
        }
        if (own == null && asked.size() == 1) {
            return asked.iterator().next();
        }
        throw new ReleaseException("The version of " + jar.path() + " is not known: the build asks for " + asked
            + " of " + library.maven() + (own == null ? "" : ", the jar says " + own)
            + "; build again with 'clean', or correct third-party.tsv.");
    }
}
