// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the pages say leads somewhere: links, anchors, nodes and workflows. */
class ReadmeTest {

    private static final Path ROOT = RepositoryRoot.find();

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)[^)]*\\)");

    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");

    private static final Pattern WORKFLOW = Pattern.compile("\\bworkflows/([a-z][a-z0-9-]*)");

    private final Map<Path, Set<String>> anchors = new HashMap<>();

    @Test
    void everyNodeIsInTheTableAndLeadsToItsReference() throws Exception {
        final String readme = text(ROOT.resolve("README.md"));
        final Set<String> missing = new TreeSet<>();
        NodeClasses.factories().forEach(factory -> {
            final String name = factory.getNodeName();
            if (!readme.contains("[" + name + "](docs/nodes.md#" + anchor(name) + ")")) {
                missing.add(name);
            }
        });
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyLinkLeadsToAFileAndAHeadingThatExist() throws Exception {
        final Set<String> broken = new TreeSet<>();
        int links = 0;
        for (final Path page : pages()) {
            final Matcher link = LINK.matcher(text(page));
            while (link.find()) {
                if (!link.group(1).contains(":")) {
                    links++;
                    if (!leadsSomewhere(page, link.group(1))) {
                        broken.add(ROOT.relativize(page) + " -> " + link.group(1));
                    }
                }
            }
        }
        assertEquals(Set.of(), broken);
        assertTrue(links > 200, "only " + links + " links");
    }

    @Test
    void everyPageIsInTheIndex() throws Exception {
        final String index = text(ROOT.resolve("docs/README.md"));
        for (final Path page : pages()) {
            final String name = page.getFileName().toString();
            assertTrue(name.equals("README.md") || !page.startsWith(ROOT.resolve("docs"))
                || index.contains("](" + name), name);
        }
    }

    @Test
    void everyWorkflowThatIsNamedExists() throws Exception {
        for (final Path page : pages()) {
            final Matcher named = WORKFLOW.matcher(text(page));
            while (named.find()) {
                assertTrue(Files.isRegularFile(ROOT.resolve(named.group()).resolve("workflow.knime")),
                    ROOT.relativize(page) + ": " + named.group());
            }
        }
    }

    @Test
    void anchorsAreThoseOfGitHub() {
        assertEquals("u-net-learner", anchor("U-Net Learner"));
        assertEquals("a-volume-of-2048³-voxels-under--xmx2g", anchor("A volume of 2048³ voxels under `-Xmx2g`"));
        assertEquals("community--electrode4d--volumes", anchor("community / Electrode4D / Volumes"));
        assertFalse(leadsSomewhere(ROOT.resolve("README.md"), "docs/nodes.md#no-such-node"));
        assertFalse(leadsSomewhere(ROOT.resolve("README.md"), "docs/no-such-page.md"));
    }

    private static List<Path> pages() throws IOException {
        final List<Path> pages = new ArrayList<>();
        for (final String folder : List.of("", "docs", "benchmarks")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    private boolean leadsSomewhere(final Path page, final String link) {
        final String[] parts = link.split("#", 2);
        final Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1
            || anchors.computeIfAbsent(target, ReadmeTest::anchorsOf).contains(parts[1]));
    }

    /** The second of two equal headings has -1 behind its anchor, the third -2. */
    private static Set<String> anchorsOf(final Path page) {
        final Map<String, Integer> seen = new HashMap<>();
        final Set<String> found = new TreeSet<>();
        final Matcher heading = HEADING.matcher(text(page));
        while (heading.find()) {
            final String anchor = anchor(heading.group(1));
            final int before = seen.merge(anchor, 1, Integer::sum) - 1;
            found.add(before == 0 ? anchor : anchor + "-" + before);
        }
        return found;
    }

    private static String anchor(final String heading) {
        return heading.replaceAll("\\[([^]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private static String text(final Path page) {
        try {
            return FENCE.matcher(Files.readString(page)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
