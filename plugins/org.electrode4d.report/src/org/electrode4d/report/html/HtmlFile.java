// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import org.electrode4d.report.Page;

/** Writes pages. The same page gives the same bytes. */
public final class HtmlFile {

    /** Part of the bytes that texts may take; the rest is for pictures. */
    private static final double TEXTS = 0.6;

    private HtmlFile() {
    }

    /**
     * What was written.
     *
     * @param bytes size of the file
     * @param tables number of tables
     * @param charts number of charts
     * @param pictures number of pictures in it
     * @param leftOut number of pictures that did not fit
     */
    public record Written(long bytes, int tables, int charts, int pictures, int leftOut) {
    }

    /**
     * Writes a page under a temporary name beside the file, then moves it there, over what is there.
     *
     * @param file its folder must exist
     * @param check called between pictures, may throw to stop; then nothing is left behind
     * @throws IOException where it cannot be written; then the old file is as it was
     */
    public static Written write(final Page page, final Path file, final Limits limits, final Runnable check)
        throws IOException {
        final Path target = file.toAbsolutePath();
        final Path unfinished = target.resolveSibling(".report-" + UUID.randomUUID() + ".html");
        try {
            final Written written = writeTo(page, unfinished, limits, check);
            move(unfinished, target);
            return written;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Writes a page straight into a file, for callers who move files themselves.
     *
     * @param file is overwritten
     * @param check called between pictures, may throw to stop
     */
    public static Written writeTo(final Page page, final Path file, final Limits limits, final Runnable check)
        throws IOException {
        PageMarkup text = new PageMarkup(page, limits.rows());
        for (int rows = limits.rows() / 2; rows > 0 && text.markup().bytes() > TEXTS * limits.bytes(); rows /= 2) {
            text = new PageMarkup(page, rows);
        }
        final PictureBudget pictures =
            new PictureBudget(text.markup().slots(), limits.bytes() - text.markup().bytes(), check);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (final String part : text.markup().parts(pictures.fill())) {
                out.write(part);
            }
        }
        return new Written(Files.size(file), text.tables(), text.charts(), pictures.shown(), pictures.leftOut());
    }

    private static void move(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
