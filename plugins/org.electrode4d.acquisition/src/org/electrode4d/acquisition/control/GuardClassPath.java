// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.electrode4d.volume.Progress;
import org.snakeyaml.engine.v2.api.Load;

/** The folders and archives that the classes of a guard lie in, whoever loaded them: a class path or bundles. */
final class GuardClassPath {

    /** Not named in code: loading it as such would load its native library. */
    private static final String SERIAL = "com.fazecast.jSerialComm.SerialPort";
    /** In an archive of its own, which only Jackson itself sees. */
    private static final String ANNOTATION = "com.fasterxml.jackson.annotation.JacksonAnnotation";

    private GuardClassPath() {
    }

    /** The class path, for {@code java -cp}. */
    static String text() {
        final Set<Path> places = new LinkedHashSet<>();
        types().forEach(type -> places.add(place(type)));
        return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Class<?>> types() {
        final List<Class<?>> types =
            new ArrayList<>(List.of(Guard.class, Progress.class, JsonFactory.class, ObjectMapper.class, Load.class));
        types.add(named(SERIAL, Guard.class.getClassLoader()));
        types.add(named(ANNOTATION, ObjectMapper.class.getClassLoader()));
        return types;
    }

    private static Class<?> named(final String name, final ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The library with " + name + " is not installed.", e);
        }
    }

    /** The folder or archive that a class is in. */
    static Path place(final Class<?> type) {
        final CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("It is not known which file " + type.getName() + " is in.");
        }
        final URL location = source.getLocation();
        try {
            return Path.of(location.toURI()).toAbsolutePath();
        } catch (URISyntaxException e) {
            // a blank in the name of a folder, which OSGi leaves as it is
            return new File(location.getPath()).toPath().toAbsolutePath();
        }
    }
}
