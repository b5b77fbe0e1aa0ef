// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Engines in a folder of plug-ins that were built but not installed: {@code org.electrode4d.learning.<id>} with its
 * {@code target/classes} and {@code lib/*.jar}, beside it {@code org.electrode4d.learning.<id>.<os>.<arch>} with the
 * native code of this machine in {@code lib/*.jar}.
 */
public final class EngineLibraries {

    /** System property that names the folder. */
    public static final String FOLDER = "electrode4d.engines";

    private static final String PLUGIN = "org.electrode4d.learning";

    private EngineLibraries() { }

    /** The engine in the folder that {@value #FOLDER} names; nothing without the property. */
    public static Optional<EngineLibrary> find(final String id) {
        final String folder = System.getProperty(FOLDER);
        return folder == null ? Optional.empty() : find(id, Path.of(folder));
    }

    /** The engine in a folder of plug-ins; nothing if its classes or its jars are not there. */
    public static Optional<EngineLibrary> find(final String id, final Path folder) {
        final Path plugin = folder.resolve(PLUGIN + "." + id);
        final Path classes = classes(plugin);
        final List<Path> jars = jars(plugin);
        if (!Files.isDirectory(classes) || jars.isEmpty()) {
            return Optional.empty();
        }
        final List<Path> classPath = new ArrayList<>(List.of(classes(folder.resolve(PLUGIN)), classes));
        classPath.addAll(jars);
        classPath.addAll(jars(folder.resolve(PLUGIN + "." + id + "." + platform())));
        classPath.removeIf(Files::notExists);
        return Optional.of(new EngineLibrary(id, classPath));
    }

    private static Path classes(final Path plugin) {
        return plugin.resolve("target").resolve("classes");
    }

    private static List<Path> jars(final Path plugin) {
        final Path lib = plugin.resolve("lib");
        if (!Files.isDirectory(lib)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Operating system and processor in the words of Eclipse, such as {@code linux.x86_64}. */
    static String platform() {
        final String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        final String system = name.startsWith("windows") ? "win32" : name.startsWith("mac") ? "macosx" : "linux";
        final String processor = System.getProperty("os.arch");
        return system + "." + (processor.equals("amd64") ? "x86_64" : processor);
    }
}
