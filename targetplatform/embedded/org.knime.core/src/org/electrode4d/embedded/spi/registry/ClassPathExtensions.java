// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.registry;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

import org.electrode4d.embedded.spi.Contributor;

/**
 * Contributions of all {@code plugin.xml} files that class loaders find, for flat class paths without OSGi. A bundle
 * without manifest is called by the path of its {@code plugin.xml}.
 */
final class ClassPathExtensions {

    private final Map<URL, PluginXml> files = new LinkedHashMap<>();

    ClassPathExtensions() {
        add(ClassPathExtensions.class.getClassLoader());
    }

    synchronized void add(final ClassLoader loader) {
        try {
            for (URL url : list(loader)) {
                if (!files.containsKey(url)) {
                    files.put(url, PluginXml.read(url, contributor(url),
                        name -> Class.forName(name, true, loader)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the extensions on the class path", e);
        }
    }

    private static List<URL> list(final ClassLoader loader) throws IOException {
        List<URL> urls = new ArrayList<>();
        loader.getResources("plugin.xml").asIterator().forEachRemaining(urls::add);
        return urls;
    }

    synchronized List<Contribution> contributions(final String point) {
        List<Contribution> found = new ArrayList<>();
        files.values().forEach(file -> found.addAll(file.contributions(point)));
        return found;
    }

    private static Contributor contributor(final URL pluginXml) throws IOException {
        URL url = new URL(pluginXml, "META-INF/MANIFEST.MF");
        try (InputStream in = url.openStream()) {
            Attributes headers = new Manifest(in).getMainAttributes();
            return new Contributor(header(headers, "Bundle-SymbolicName").replaceFirst(";.*", ""),
                header(headers, "Bundle-Name"), header(headers, "Bundle-Vendor"),
                header(headers, "Bundle-Version"));
        } catch (FileNotFoundException e) {
            return new Contributor(pluginXml.getPath(), pluginXml.getPath(), "", "0.0.0");
        }
    }

    private static String header(final Attributes headers, final String key) {
        String value = headers.getValue(key);
        return value == null ? "" : value;
    }
}
