// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.nodes.execution.NodeFailure;
import org.knime.core.node.KNIMEException;

/** Finds the scans of a series in a folder: every file or folder whose name matches is one step. */
final class ScanList {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private ScanList() {
    }

    /**
     * The scans in the order of their names, numbers in names by value: scan2 comes before scan10.
     *
     * @param folder path or URL
     * @param pattern glob of the names, such as {@code scan_*.tif}
     */
    static List<ScanSource> inFolder(final String folder, final String pattern) throws IOException, KNIMEException {
        final Path path = DataPath.resolve(folder);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        } else if (!Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
        final PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        final List<String> names = names(path);
        final List<ScanSource> scans = new ArrayList<>();
        for (final String name : names) {
            if (matcher.matches(Path.of(name))) {
                scans.add(ScanSource.of(DataPath.child(folder, name)));
            }
        }
        if (scans.isEmpty()) {
            throw NodeFailure.of("Nothing in the folder " + path + " matches '" + pattern + "'. "
                + (names.isEmpty() ? "The folder is empty." : "It holds " + sample(names) + "."),
                "Change 'Name pattern' so that it matches every scan: * stands for any text, ? for one character.");
        }
        return scans;
    }

    private static List<String> names(final Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).filter(name -> !name.startsWith("."))
                .sorted(Comparator.comparing(ScanList::naturalKey)).toList();
        }
    }

    /** Pads numbers with zeros, so that the order of the texts is the order of the numbers. */
    static String naturalKey(final String name) {
        return NUMBER.matcher(name).replaceAll(number -> Matcher.quoteReplacement(
            "0".repeat(Math.max(0, 20 - number.group().length())) + number.group()));
    }

    private static String sample(final List<String> names) {
        return String.join(", ", names.subList(0, Math.min(4, names.size()))) + (names.size() > 4 ? ", ..." : "");
    }
}
