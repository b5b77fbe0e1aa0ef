// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The command line for a computer that has Java and nothing else: the embedded platform, the engines that the checkout
 * starts with, the launcher, and the workflows.
 *
 * @param build where everything comes from
 * @param folder to be written, without anything in it
 */
record Distribution(Build build, Path folder) {

    /** Files that are started. */
    static final Set<String> PROGRAMS = Set.of("electrode4d");

    private static final String ENGINES = "org.electrode4d.learning.feature";
    private static final Pattern PLUGIN = Pattern.compile("<plugin\\s[^>]*?\\bid=\"([^\"]+)\"");
    private static final Pattern NATIVE = Pattern.compile("\\.((?:linux|win32|macosx)\\.\\w+)$");

    /** Plug-ins that go into the folder {@code platform}. */
    void writePlatform() throws IOException {
        final Path platform = Files.createDirectories(folder.resolve("platform"));
        for (final Path jar : jars(build.platform())) {
            Files.copy(jar, platform.resolve(jar.getFileName()));
        }
        for (final Path engine : engines()) {
            // Equinox would unpack the jars inside at every start
            ReleaseZip.unpack(engine,
                platform.resolve(engine.getFileName().toString().replaceFirst("\\.jar$", "")));
        }
    }

    /** What is beside the platform, but for licences. */
    void writeRest() throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.copy(build.launcher(), folder.resolve("lib/launcher.jar"));
        for (final String name : List.of("electrode4d", "electrode4d.cmd")) {
            Files.copy(build.root().resolve(name), folder.resolve(name));
        }
        Build.copy(build.root().resolve("workflows"), folder.resolve("workflows"));
        Files.writeString(folder.resolve("README.md"),
            Files.readString(build.module().resolve("cli/README.md")).replace("@platforms@", nativeCode()));
    }

    /** The plug-ins of the engines' feature, without fragments that have no native code in this build. */
    private List<Path> engines() throws IOException {
        final Set<String> names = engineNames();
        final List<Path> engines = new ArrayList<>();
        for (final Path jar : jars(build.site().resolve("plugins"))) {
            if (names.contains(name(jar)) && holdsLibraries(jar)) {
                engines.add(jar);
            }
        }
        if (engines.isEmpty()) {
            throw new ReleaseException("No engine of " + ENGINES + " in " + build.site() + ".");
        }
        return engines;
    }

    private Set<String> engineNames() throws IOException {
        final Set<String> names = new TreeSet<>();
        for (final Path feature : jars(build.site().resolve("features"))) {
            if (name(feature).equals(ENGINES)) {
                try (ZipFile zip = new ZipFile(feature.toFile())) {
                    PLUGIN.matcher(new String(zip.getInputStream(zip.getEntry("feature.xml")).readAllBytes(),
                        StandardCharsets.UTF_8)).results().map(plugin -> plugin.group(1)).forEach(names::add);
                }
            }
        }
        return names;
    }

    private String nativeCode() throws IOException {
        return engines().stream().map(jar -> NATIVE.matcher(name(jar))).filter(Matcher::find)
            .map(matcher -> matcher.group(1)).collect(Collectors.joining(", "));
    }

    private static String name(final Path jar) {
        return BundledJar.nameOf(jar.getFileName().toString());
    }

    private static boolean holdsLibraries(final Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().matches("lib/.*\\.jar"));
        }
    }

    private static List<Path> jars(final Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
