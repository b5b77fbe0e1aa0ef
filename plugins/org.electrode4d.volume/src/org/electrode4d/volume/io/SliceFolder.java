// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.electrode4d.volume.Volume;

/**
 * A folder with one TIFF file per slice, ordered by the numbers in their names.
 */
final class SliceFolder {

    private static final String ALL_TIFF = "*.{tif,tiff,TIF,TIFF}";
    private static final int NAMES_SHOWN = 5;

    private SliceFolder() {
    }

    /** @throws VolumeFormatException if no file matches ({@link NoMatchingSliceException}), or a slice differs from the
     *             first in size or type */
    static Volume open(final VolumeSource source) throws IOException {
        final List<TiffPage> slices = new ArrayList<>();
        for (final Path file : slices(source)) {
            final List<TiffPage> pages = TiffFile.pages(file);
            if (pages.size() != 1) {
                throw new VolumeFormatException(file, "A slice of a volume must have one page, but this file has "
                    + pages.size() + ". Open the file itself, or narrow the pattern of slice names.");
            }
            slices.add(pages.get(0));
        }
        return new TiffStack(slices).open(source, source.path().toAbsolutePath().getFileName().toString());
    }

    private static List<Path> slices(final VolumeSource source) throws IOException {
        final String glob = source.slicePattern().isEmpty() ? ALL_TIFF : source.slicePattern();
        final List<Path> found = list(source.path(), glob);
        if (found.isEmpty()) {
            throw new NoMatchingSliceException(source.path(), glob, present(source.path()));
        }
        return found;
    }

    private static String present(final Path folder) throws IOException {
        final List<Path> all = list(folder, "*");
        if (all.isEmpty()) {
            return "The folder is empty.";
        }
        final List<String> names = all.stream().limit(NAMES_SHOWN).map(p -> p.getFileName().toString()).toList();
        return all.size() == 1 ? "The only file is " + names.get(0) + "."
            : "There are " + all.size() + " files, such as " + String.join(", ", names) + ".";
    }

    private static List<Path> list(final Path folder, final String glob) throws IOException {
        final List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            for (final Path file : stream) {
                if (Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        } catch (PatternSyntaxException e) {
            throw new VolumeFormatException(folder, "The pattern of slice names " + glob + " is malformed: "
                + e.getDescription() + ". A pattern is a name with * and ?, such as scan_*.tif.", e);
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString(), new NaturalOrder()));
        return files;
    }
}
