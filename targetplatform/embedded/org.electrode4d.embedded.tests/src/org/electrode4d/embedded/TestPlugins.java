// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.electrode4d.embedded.spi.Extensions;
import org.knime.core.node.NodeModel;
import org.knime.node.DefaultNodeFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/** Compiles a plug-in from its sources and installs it, in OSGi as a bundle, elsewhere on a class loader of its own. */
public final class TestPlugins {

    private static final Map<Path, Path> INSTALLED = new HashMap<>();

    private TestPlugins() {
    }

    /** Installs the nodes made for these tests: Numbers, Scale, Trouble, Blobs, Count. */
    public static void installNumbers() {
        install(fixtures().resolve("plugin"));
    }

    /** The folder of fixtures of this project. */
    public static Path fixtures() {
        return root().resolve("targetplatform/embedded/org.electrode4d.embedded.tests/fixtures");
    }

    /** The repository: the system property {@code electrode4d.root}, or the folder above that holds mvnw. */
    public static Path root() {
        final String property = System.getProperty("electrode4d.root");
        return property != null ? Path.of(property) : above(p -> Files.exists(p.resolve("mvnw")));
    }

    /** A file of the folder with data shared between projects; the test is skipped where it is absent. */
    public static Path shared(final String path) {
        final String given = System.getProperty("electrode4d.shared", System.getenv("electrode4d.shared"));
        final Path folder = given != null ? Path.of(given)
            : above(p -> Files.exists(p.resolve("shared/design.md"))).resolve("shared");
        assumeTrue(Files.exists(folder.resolve(path)), "no " + path + " in " + folder
            + "; set the system property electrode4d.shared");
        return folder.resolve(path);
    }

    private static Path above(final Predicate<Path> wanted) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !wanted.test(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Compiles and installs the plug-in in a folder with src, META-INF/MANIFEST.MF and plugin.xml, once. */
    public static synchronized void install(final Path plugin) {
        INSTALLED.computeIfAbsent(plugin, TestPlugins::build);
    }

    private static Path build(final Path plugin) {
        try {
            final Path bundle = Files.createTempDirectory("electrode4d-test-plugin-");
            for (String name : List.of("META-INF/MANIFEST.MF", "plugin.xml")) {
                Files.createDirectories(bundle.resolve(name).getParent());
                Files.copy(plugin.resolve(name), bundle.resolve(name));
            }
            compile(plugin.resolve("src"), bundle);
            register(bundle);
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void register(final Path bundle) throws IOException {
        final Bundle self = FrameworkUtil.getBundle(TestPlugins.class);
        if (self == null) {
            Extensions.addClassLoader(new URLClassLoader(new URL[]{bundle.toUri().toURL()},
                TestPlugins.class.getClassLoader()));
            return;
        }
        try {
            self.getBundleContext().installBundle("reference:" + bundle.toUri()).start();
        } catch (BundleException e) {
            throw new IOException(e);
        }
    }

    private static void compile(final Path sources, final Path target) throws IOException {
        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null, "no Java compiler: the tests run on a JRE");
        final StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
            Stream<Path> paths = Files.walk(sources)) {
            final List<Path> all = paths.filter(Files::isRegularFile).toList();
            for (Path file : all.stream().filter(p -> !p.toString().endsWith(".java")).toList()) {
                final Path copy = target.resolve(sources.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            final boolean compiled = compiler.getTask(messages, files, null, List.of("--release", "17", "-proc:none",
                "-d", target.toString(), "-classpath", String.join(System.getProperty("path.separator"), classPath())),
                null, files.getJavaFileObjectsFromPaths(all.stream().filter(p -> p.toString().endsWith(".java"))
                    .toList())).call();
            if (!compiled) {
                throw new IllegalStateException("The plug-in in " + sources + " does not compile:\n" + messages);
            }
        }
    }

    private static Set<String> classPath() {
        final Set<String> path = new TreeSet<>();
        for (Class<?> type : List.of(NodeModel.class, DefaultNodeFactory.class)) {
            try {
                Path location = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
                if (Files.isDirectory(location.resolve("target/classes"))) {
                    location = location.resolve("target/classes");
                }
                path.add(location.toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return path;
    }
}
