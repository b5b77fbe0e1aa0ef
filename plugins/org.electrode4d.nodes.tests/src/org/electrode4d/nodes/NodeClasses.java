// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.nodes.volumes.VolumeReaderNodeFactory;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultNodeFactory;

/** The classes of the plug-in, without those of its tests. */
public final class NodeClasses {

    private static final Path ROOT = findRoot();

    private NodeClasses() {
    }

    /** All classes of the plug-in. */
    public static List<Class<?>> ofPlugin() {
        final Path root = root();
        try (Stream<Path> tree = Files.walk(root.resolve("org/electrode4d/nodes"))) {
            return tree.map(file -> root.relativize(file).toString()).filter(name -> name.endsWith(".class"))
                .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.')
                    .replace('\\', '.')).sorted().<Class<?>>map(NodeClasses::load).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new factory of every node. */
    public static List<NodeFactory<?>> factories() {
        return ofPlugin().stream().filter(DefaultNodeFactory.class::isAssignableFrom)
            .<NodeFactory<?>>map(NodeClasses::create).toList();
    }

    /** The root of the classes, icons and plugin.xml of the plug-in: a folder, or inside its jar. */
    public static Path root() {
        return ROOT;
    }

    /** The folder or jar that a class is in. */
    public static Path location(final Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path findRoot() {
        final Path location = location(VolumeReaderNodeFactory.class);
        try {
            return Files.isDirectory(location) ? location
                : FileSystems.newFileSystem(location, (ClassLoader)null).getPath("/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(final String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NodeFactory<?> create(final Class<?> type) {
        try {
            return (NodeFactory<?>)type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be created as KNIME creates it", e);
        }
    }
}
