// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What p2 installs into KNIME names its provider and its licence, and holds nothing of the embedded platform. */
class FeatureTest {

    private static final String PROVIDER = "Electrode4D contributors";

    private static final Path ROOT = RepositoryRoot.find();

    @Test
    void namesProviderAndLicence() throws Exception {
        for (final Path folder : features()) {
            final Element feature = parse(folder.resolve("feature.xml"));
            final String licence = feature.getElementsByTagName("license").item(0).getTextContent();
            assertAll(folder.toString(),
                () -> assertEquals(PROVIDER, feature.getAttribute("provider-name")),
                () -> assertEquals("0.1.0.qualifier", feature.getAttribute("version")),
                () -> assertTrue(words(licence).startsWith(words(Files.readString(ROOT.resolve("LICENSE")))),
                    "begins with the text of LICENSE"));
        }
    }

    @Test
    void holdsNothingOfThePlatform() throws Exception {
        for (final Path folder : features()) {
            for (final String plugin : plugins(parse(folder.resolve("feature.xml")))) {
                assertFalse(plugin.startsWith("org.knime") || plugin.contains("embedded"), plugin);
            }
        }
    }

    @Test
    void itsPluginsNameTheSameVendorAndLicence() throws Exception {
        for (final Path folder : features()) {
            for (final String plugin : plugins(parse(folder.resolve("feature.xml")))) {
                final Path manifest = ROOT.resolve("plugins").resolve(plugin).resolve("META-INF/MANIFEST.MF");
                if (Files.exists(manifest)) {
                    assertEquals(PROVIDER, read(manifest).getMainAttributes().getValue("Bundle-Vendor"), plugin);
                    assertTrue(read(manifest).getMainAttributes().getValue("Bundle-License").startsWith("BSD-2-Clause"),
                        plugin);
                }
            }
        }
    }

    @Test
    void holdsEveryPluginThatIsNotATest() throws Exception {
        final List<String> installed = features().stream().flatMap(folder -> plugins(
            parse(folder.resolve("feature.xml"))).stream()).toList();
        try (Stream<Path> folders = Files.list(ROOT.resolve("plugins"))) {
            folders.filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF")))
                .map(folder -> folder.getFileName().toString()).filter(name -> !name.endsWith(".tests"))
                .forEach(name -> assertTrue(installed.contains(name), name + " is in no feature"));
        }
    }

    /** A release looks into all jars; this is for whoever adds a library. */
    @Test
    void everyLibraryInsideOfAPluginIsInTheListOfLicences() throws Exception {
        final String list = Files.readString(ROOT.resolve("release/third-party.tsv"));
        try (Stream<Path> plugins = Files.list(ROOT.resolve("plugins"))) {
            for (final Path pom : plugins.map(plugin -> plugin.resolve("pom.xml")).filter(Files::exists).toList()) {
                Pattern.compile("<artifactItem><groupId>([^<]+)</groupId><artifactId>([^<]+)</artifactId>")
                    .matcher(Files.readString(pom)).results().map(found -> found.group(1) + ":" + found.group(2))
                    .forEach(library -> assertTrue(list.contains("\t" + library + "\t"), () -> library + " of " + pom));
            }
        }
    }

    private static List<Path> features() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("features"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("feature.xml"))).toList();
        }
    }

    private static List<String> plugins(final Element feature) {
        final var plugins = feature.getElementsByTagName("plugin");
        return IntStream.range(0, plugins.getLength())
            .mapToObj(i -> ((Element)plugins.item(i)).getAttribute("id")).toList();
    }

    private static Element parse(final Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
        } catch (final Exception e) {
            throw new AssertionError(file + " is not readable XML", e);
        }
    }

    private static Manifest read(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Manifest(in);
        }
    }

    private static String words(final String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
