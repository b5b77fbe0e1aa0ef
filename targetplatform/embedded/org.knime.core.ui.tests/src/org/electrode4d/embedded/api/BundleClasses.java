// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.api;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/** The {@code org.knime} types of a bundle that others can see. */
final class BundleClasses {

    private final Class<?> anchor;

    /** @param anchor any class of the bundle */
    BundleClasses(final Class<?> anchor) {
        this.anchor = anchor;
    }

    List<Class<?>> visible() throws IOException, ReflectiveOperationException, URISyntaxException {
        List<Class<?>> visible = new ArrayList<>();
        for (String name : names()) {
            Class<?> type = Class.forName(name, false, anchor.getClassLoader());
            if (isVisible(type) && place(type).equals(place(anchor))) {
                visible.add(type);
            }
        }
        return visible;
    }

    private static boolean isVisible(final Class<?> type) {
        if (type.isAnonymousClass() || type.isLocalClass() || type.isSynthetic()
            || !Modifier.isPublic(type.getModifiers()) && !Modifier.isProtected(type.getModifiers())) {
            return false;
        }
        return type.getEnclosingClass() == null || isVisible(type.getEnclosingClass());
    }

    /** Where a class comes from; those of fragments, such as tests, come from elsewhere than those of the host. */
    private static URL place(final Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private List<String> names() throws IOException, URISyntaxException {
        Bundle bundle = FrameworkUtil.getBundle(anchor);
        if (bundle != null) {
            return names(bundle.adapt(BundleWiring.class).listResources("org/knime", "*.class",
                BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL).stream());
        }
        Path root = Path.of(place(anchor).toURI());
        if (Files.isRegularFile(root)) {
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + root.toUri()), Map.of())) {
                return names(jar.getPath("/"));
            }
        }
        return names(root);
    }

    private static List<String> names(final Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("org").resolve("knime"))) {
            return names(files.map(file -> root.relativize(file).toString().replace('\\', '/')));
        }
    }

    private static List<String> names(final Stream<String> files) {
        return files.filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
            .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.')).sorted().toList();
    }
}
