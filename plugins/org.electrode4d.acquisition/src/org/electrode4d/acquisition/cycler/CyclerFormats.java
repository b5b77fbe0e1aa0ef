// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.electrode4d.volume.Progress;

/** The formats of logs that are known. */
public final class CyclerFormats {

    /** Text export of Maccor cyclers. */
    public static final CyclerFormat MACCOR = new MaccorFormat();

    /** Text export of BioLogic EC-Lab and BT-Lab. */
    public static final CyclerFormat BIOLOGIC = new BioLogicFormat();

    /** Comma-separated export of Neware cyclers, flat or merged. */
    public static final CyclerFormat NEWARE = new NewareFormat();

    /** Result files of OrigaFlex potentiostats. */
    public static final CyclerFormat ORIGAFLEX = new OrigaFlexFormat();

    /** Any text with a delimiter, described by a {@link ColumnMap}. */
    public static final CyclerFormat DELIMITED = new DelimitedFormat();

    private static final List<CyclerFormat> ALL = List.of(MACCOR, BIOLOGIC, NEWARE, ORIGAFLEX, DELIMITED);
    private static final int HEAD = 1 << 16;

    private CyclerFormats() {
    }

    /** All formats. */
    public static List<CyclerFormat> all() {
        return ALL;
    }

    /**
     * Finds the format of a file by its content; its name does not matter.
     *
     * @throws CyclerFormatException if none of the formats recognises it
     * @throws IOException if it cannot be read
     */
    public static CyclerFormat detect(final Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        } else if (!Files.isRegularFile(file)) {
            throw new CyclerFormatException(file, "It is not a file, but a log was expected.");
        }
        final byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(HEAD);
        }
        final String head = new String(bytes, StandardCharsets.ISO_8859_1);
        for (final CyclerFormat format : ALL) {
            if (format.recognises(head)) {
                return format;
            }
        }
        throw new CyclerFormatException(file, describe(head));
    }

    private static String describe(final String head) {
        if (head.isEmpty()) {
            return "The file is empty.";
        } else if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) {
            return "The file is written in UTF-16. Save it as UTF-8 or plain text.";
        } else if (head.indexOf('\0') >= 0) {
            return "This is a binary file. Export the log as text from the program of the cycler.";
        }
        return "It is of none of the known formats (" + String.join(", ",
            ALL.stream().filter(format -> format != DELIMITED).map(CyclerFormat::name).toList())
            + "). It begins with " + CyclerFormatException.quote(head.lines().findFirst().orElse(""))
            + ". Export it in one of these formats, or describe its columns and read it as delimited text.";
    }

    /** Reads a log whose format is found by its content. */
    public static CyclingSeries read(final Path file, final CyclerOptions options, final Progress progress)
        throws IOException {
        return detect(file).read(file, options, progress);
    }
}
