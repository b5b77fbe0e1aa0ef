// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A jar of a release: a plug-in, or a library inside of one.
 *
 * @param path from the root of what it is a part of; a library inside of a jar stands after {@code !/}
 * @param sha256 of its bytes, hexadecimal
 * @param mavenVersions versions in its Maven descriptors, by {@code group:artifact}
 */
record BundledJar(String path, String sha256, Map<String, String> mavenVersions) {

    private static final Pattern DESCRIPTOR = Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");
    private static final Pattern VERSION = Pattern.compile("[_-]\\d+\\.\\d.*|\\.jar$");

    /** All jars in a folder and those inside of them, by path, which begins with the folder's name. */
    static List<BundledJar> in(final Path folder) throws IOException {
        final List<BundledJar> jars = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.filter(each -> each.toString().endsWith(".jar")).sorted().toList()) {
                add(folder.getParent().relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file), jars);
            }
        }
        return jars;
    }

    private static void add(final String path, final byte[] bytes, final List<BundledJar> jars) throws IOException {
        final Map<String, String> versions = new HashMap<>();
        jars.add(new BundledJar(path, Checksums.sha256(bytes), versions));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                final Matcher descriptor = DESCRIPTOR.matcher(entry.getName());
                if (entry.getName().endsWith(".jar")) {
                    add(path + "!/" + entry.getName(), zip.readAllBytes(), jars);
                } else if (descriptor.matches()) {
                    versions.put(descriptor.group(1) + ":" + descriptor.group(2), version(zip));
                }
            }
        }
    }

    private static String version(final InputStream descriptor) throws IOException {
        final Properties properties = new Properties();
        properties.load(descriptor);
        return properties.getProperty("version", "");
    }

    /** The file itself, without folders. */
    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The file's name without version and classifier: an OSGi symbolic name or a Maven artifact. */
    String name() {
        return nameOf(fileName());
    }

    static String nameOf(final String fileName) {
        return VERSION.matcher(fileName).replaceFirst("");
    }

    /** The version in the file's name, as Eclipse writes it. */
    Optional<String> osgiVersion() {
        final String rest = fileName().substring(name().length());
        return Optional.of(rest).filter(text -> text.startsWith("_"))
            .map(text -> text.substring(1, text.length() - ".jar".length()));
    }

    /** Plug-ins of this project; libraries that it has wrapped are not. */
    boolean isOurs() {
        return name().startsWith("org.electrode4d.") && !name().startsWith("org.electrode4d.wrapped.")
            || name().startsWith("org.knime.") && fileName().contains(".embedded");
    }
}
