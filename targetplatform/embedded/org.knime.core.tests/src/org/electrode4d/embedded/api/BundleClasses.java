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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            if (isVisible(type)) {
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

    private List<String> names() throws IOException, URISyntaxException {
        String file = anchor.getName().replace('.', '/') + ".class";
        URL url = anchor.getProtectionDomain().getCodeSource().getLocation();
        Path root = Path.of(url.toURI());
        if (Files.isRegularFile(root)) {
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + root.toUri()), Map.of())) {
                return names(jar.getPath("/"));
            }
        }
        return names(Files.exists(root.resolve(file)) ? root : root.resolve("target").resolve("classes"));
    }

    private static List<String> names(final Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("org").resolve("knime"))) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.')).sorted()
                .collect(Collectors.toList());
        }
    }
}
