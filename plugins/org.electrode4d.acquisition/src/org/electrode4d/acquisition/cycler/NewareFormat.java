// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.electrode4d.volume.Progress;

/**
 * Comma-separated export of Neware cyclers, in two layouts.
 *
 * <p><b>Flat</b>: one line of names, one sample per line. <b>Merged</b>: three lines of names, for cycles, for steps
 * and for samples; a line of a sample begins with two empty values, the line of a step with one, and the line of a
 * cycle with none: that ends with the values of the cycle's first step.</p>
 *
 * <p>Units stand in brackets in the names. Charge counts anew in each step: the charged less the discharged one, else
 * {@code Capacity} with the sign of the current. Where the type of a step says charge or discharge ("CC DChg") and the
 * currents have no sign, they get it, with a warning; a current against its step is an error.</p>
 */
final class NewareFormat implements CyclerFormat {

    private static final Pattern FLAT =
        Pattern.compile("(?:DataPoint|Record ID|[^\\r\\n]*,(?:DataPoint|Record ID))[^\\r\\n]*,\"?Voltage\\([^\\r\\n]*");
    private static final Pattern MERGED = Pattern.compile("Cycle (?:Index|ID)[^\\r\\n]*\\r?\\n,Step (?:Index|ID)"
        + "[^\\r\\n]*\\r?\\n,,(?:DataPoint|Record ID)[^\\r\\n]*");

    @Override
    public String name() {
        return "Neware csv";
    }

    @Override
    public boolean recognises(final String head) {
        final String text = head.startsWith("ï»¿") ? head.substring(3) : head;
        return FLAT.matcher(text).lookingAt() || MERGED.matcher(text).lookingAt();
    }

    @Override
    public CyclingSeries read(final Path file, final CyclerOptions options, final Progress progress)
        throws IOException {
        try (LogLines lines = new LogLines(file, progress)) {
            final CyclingSeriesBuilder builder = new CyclingSeriesBuilder(lines.name());
            final Fields fields = new Fields(lines, ',', '.');
            final LogColumns first = names(lines, fields);
            if (first.find("Voltage\\(.*", LogUnit.NONE).isPresent()) {
                builder.metadata("Layout", "flat");
                return new LogTable(lines, fields, builder)
                    .read(new NewareRows(first, builder, options.sign()));
            }
            builder.metadata("Layout", "merged");
            final LogColumns steps = names(lines, fields);
            final LogColumns samples = names(lines, fields);
            return new LogTable(lines, fields, builder)
                .read(new NewareMergedRows(first, steps, new NewareRows(samples, builder, options.sign())));
        }
    }

    private static LogColumns names(final LogLines lines, final Fields fields) throws IOException {
        final String line = lines.next();
        if (line == null) {
            throw new CyclerFormatException(lines.file(), "It ends before the names of its columns.");
        }
        return new LogColumns(lines, fields.split(line.replace("\ufeff", "")).all());
    }
}
