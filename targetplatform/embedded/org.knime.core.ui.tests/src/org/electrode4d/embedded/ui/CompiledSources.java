// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.knime.core.node.NodeSettings;
import org.knime.node.DefaultNode;

/** A folder of sources, compiled against the stand-in bundles. */
final class CompiledSources {

    private CompiledSources() {
    }

    /** @return loads the classes and the other files of the folder from the output folder */
    static URLClassLoader load(final Path sources, final Path output) throws IOException {
        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null, "Skipped: there is no Java compiler.");
        final StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(sources)) {
            final List<Path> java = all.filter(file -> file.toString().endsWith(".java")).toList();
            final List<String> options = List.of("--release", "17", "-proc:none", "-d", output.toString(), "-cp",
                classPath());
            final boolean compiled = compiler
                .getTask(errors, files, null, options, null, files.getJavaFileObjectsFromPaths(java)).call();
            assertTrue(compiled, errors::toString);
        }
        copyOthers(sources, output);
        return new URLClassLoader(new URL[]{output.toUri().toURL()}, CompiledSources.class.getClassLoader());
    }

    /** The places of the two bundles; a bundle that runs from its project folder has its classes below that. */
    private static String classPath() {
        return Stream.of(NodeSettings.class, DefaultNode.class).map(CompiledSources::location)
            .flatMap(place -> Stream.of(place, place.resolve("target/classes"), place.resolve("bin")))
            .map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static Path location(final Class<?> type) {
        final URL location = type.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException e) {
            return new File(location.getPath()).toPath(); // OSGi does not escape spaces
        }
    }

    private static void copyOthers(final Path sources, final Path output) throws IOException {
        try (Stream<Path> all = Files.walk(sources)) {
            for (final Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".java")) {
                    final Path copy = output.resolve(sources.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }
}
