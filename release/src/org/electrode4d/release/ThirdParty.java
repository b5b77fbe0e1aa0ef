// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of all libraries of others that may be in a release. A jar that is not in it must not go out. */
final class ThirdParty {

    /** The licence of our own plug-ins. */
    static final String OURS = "BSD-2-Clause";

    private static final String US = "org.electrode4d";

    private final Map<String, Library> jars = new LinkedHashMap<>();
    private final List<Library> parts = new ArrayList<>();

    private ThirdParty() {
    }

    /** @param table {@code third-party.tsv}; the first line names the columns */
    static ThirdParty read(final Path table) throws IOException {
        final ThirdParty known = new ThirdParty();
        for (final String line : Files.readAllLines(table)) {
            if (!line.startsWith("Jar\t") && !line.isBlank()) {
                known.add(Library.parse(line));
            }
        }
        return known;
    }

    private void add(final Library library) {
        if (library.isPart()) {
            parts.add(library);
        } else if (jars.put(library.jar(), library) != null) {
            throw new ReleaseException(library.jar() + " is twice in third-party.tsv.");
        }
    }

    /** All licences of which the text must go along. */
    List<String> licences() {
        final List<Library> all = new ArrayList<>(jars.values());
        all.addAll(parts);
        return all.stream().map(Library::usedLicence).distinct().sorted().toList();
    }

    /**
     * Says of every jar what it is. The same jar at several places is one component.
     *
     * @throws ReleaseException that names all jars that are not in the table
     */
    Collection<Component> components(final List<BundledJar> bundled, final DeclaredVersions versions) {
        final Map<String, Component> components = new LinkedHashMap<>();
        final List<String> unknown = new ArrayList<>();
        for (final BundledJar jar : bundled) {
            if (!jar.isOurs() && !jars.containsKey(jar.name())) {
                unknown.add(jar.path());
            } else if (components.containsKey(jar.sha256())) {
                components.get(jar.sha256()).places().add(jar.path());
            } else {
                components.put(jar.sha256(), jar.isOurs() ? ours(jar) : component(jar, versions));
            }
        }
        if (!unknown.isEmpty()) {
            throw new ReleaseException("Not in release/third-party.tsv, so nobody has looked at the licence of: "
                + String.join(", ", unknown));
        }
        return components.values();
    }

    private Component component(final BundledJar jar, final DeclaredVersions versions) {
        final Library library = jars.get(jar.name());
        final String version = versions.version(jar, library);
        final String start = library.title() + "-" + version + "-";
        final String classifier = jar.fileName().startsWith(start)
            ? jar.fileName().substring(start.length(), jar.fileName().length() - ".jar".length()) : "";
        return component(jar, library, version, classifier);
    }

    private Component ours(final BundledJar jar) {
        return component(jar, new Library(jar.name(), "", US + ":" + jar.name(), OURS, "", ""),
            jar.osgiVersion().orElse(""), "");
    }

    private Component component(final BundledJar jar, final Library library, final String version,
        final String classifier) {
        return new Component(library, version, classifier, jar.sha256(),
            parts.stream().filter(part -> part.isPartOf(jar.name(), classifier)).toList(),
            new ArrayList<>(List.of(jar.path())));
    }

    /** Whether a component is of this project. */
    static boolean isOurs(final Component component) {
        return component.library().group().equals(US);
    }
}
