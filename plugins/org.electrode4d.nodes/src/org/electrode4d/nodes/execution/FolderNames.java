// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.knime.core.node.KNIMEException;

/** Finds files and folders in a folder by a pattern of their names. */
public final class FolderNames {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private FolderNames() {
    }

    /**
     * Names in their order, numbers in them by value: scan2 comes before scan10. Hidden files are left out.
     *
     * @param folder path or URL
     * @param pattern glob of the names, such as {@code scan_*.tif}
     * @param what is looked for, for messages: "scan", "field"
     * @throws KNIMEException where nothing matches
     */
    public static List<String> matching(final String folder, final String pattern, final String what)
        throws IOException, KNIMEException {
        final Path path = DataPath.resolve(folder);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        } else if (!Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
        final PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        final List<String> names = names(path);
        final List<String> matching = names.stream().filter(name -> matcher.matches(Path.of(name))).toList();
        if (matching.isEmpty()) {
            throw NodeFailure.of("Nothing in the folder " + path + " matches '" + pattern + "'. "
                + (names.isEmpty() ? "The folder is empty." : "It holds " + sample(names) + "."),
                "Change 'Name pattern' so that it matches every " + what
                    + ": * stands for any text, ? for one character.");
        }
        return matching;
    }

    private static List<String> names(final Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).filter(name -> !name.startsWith("."))
                .sorted(Comparator.comparing(FolderNames::naturalKey)).toList();
        }
    }

    /** Pads numbers with zeros, so that the order of the texts is the order of the numbers. */
    private static String naturalKey(final String name) {
        return NUMBER.matcher(name).replaceAll(number -> Matcher.quoteReplacement(
            "0".repeat(Math.max(0, 20 - number.group().length())) + number.group()));
    }

    private static String sample(final List<String> names) {
        return String.join(", ", names.subList(0, Math.min(4, names.size()))) + (names.size() > 4 ? ", ..." : "");
    }
}
