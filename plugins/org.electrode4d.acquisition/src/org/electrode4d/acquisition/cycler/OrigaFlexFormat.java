// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.volume.Progress;

/**
 * Result files ({@code .crv}) of OrigaFlex potentiostats: the bytes FE AB, then text with CR LF, nine lines of head and
 * columns separated by tabs. Counted from 0, line 1 of the head names the columns, 2 is a comment, 3 the parameters of
 * the method separated by {@code |} (the first is its number: 1 open circuit, 4 chronoamperometry, 5 cyclic
 * voltammetry), 7 the date separated by {@code /}.
 *
 * <p>No file of an instrument was at hand when this was written: it follows the layout that open programs read, and is
 * tested on files written by hand. Therefore it guesses nothing. Time, potential and current are taken from columns
 * whose names say what they are and give a unit, such as {@code Time (s)}, {@code E/mV} or {@code I [µA]}; a file
 * without such names is refused, and can be read as delimited text with a map of its columns. The current may be absent
 * from an open-circuit measurement alone. Its sign is taken as it is written.</p>
 */
final class OrigaFlexFormat implements CyclerFormat {

    private static final String MARK = "\u00fe\u00ab";
    private static final int HEAD = 9;
    private static final String UNIT = " ?[(\\[/] ?([^)\\]]+?) ?[)\\]]?";
    private static final Map<String, String> METHODS =
        Map.of("1", "open circuit", "4", "chronoamperometry", "5", "cyclic voltammetry");

    @Override
    public String name() {
        return "OrigaFlex crv";
    }

    @Override
    public boolean recognises(final String head) {
        return head.startsWith(MARK);
    }

    @Override
    public CyclingSeries read(final Path file, final CyclerOptions options, final Progress progress)
        throws IOException {
        try (LogLines lines = new LogLines(file, progress)) {
            final CyclingSeriesBuilder builder = new CyclingSeriesBuilder(lines.name());
            final Fields fields = new Fields(lines, '\t', Fields.EITHER);
            final List<String> head = new ArrayList<>();
            Rows rows = null;
            while (head.size() < HEAD) {
                final String line = lines.next();
                if (line == null) {
                    throw lines.wrong("the file ends here, but its head has " + HEAD + " lines. Was it cut off?");
                }
                head.add(line);
                if (head.size() == 4) {
                    final List<String> names = fields.split(head.get(1)).all();
                    rows = new Rows(new LogColumns(lines, names), method(line), options.sign());
                }
            }
            describe(head, builder);
            return new LogTable(lines, fields, builder).read(rows);
        }
    }

    private static String method(final String line) {
        return line.split("\\|", 2)[0].strip();
    }

    private static void describe(final List<String> head, final CyclingSeriesBuilder builder) {
        final String method = method(head.get(3));
        builder.metadata("Comment", head.get(2).strip());
        builder.metadata("Method", METHODS.getOrDefault(method, method));
        builder.metadata("Method parameters", head.get(3).strip());
        builder.metadata("Date", head.get(7).strip());
        if (!METHODS.containsKey(method)) {
            builder.warn("The number " + CyclerFormatException.quote(method) + " of the method is not known; the "
                + "columns were read by their names.");
        }
    }

    /** Makes samples of lines. */
    private static final class Rows implements LogTable.RowReader {

        private final LogColumn time;
        private final LogColumn potential;
        private final Optional<LogColumn> current;
        private final double sign;

        Rows(final LogColumns columns, final String method, final double sign) throws CyclerFormatException {
            time = columns.require("(?:time|temps|t)" + UNIT, LogUnit.TIME, "Time (s)");
            potential = columns.require("(?:potential|potentiel|voltage|tension|ewe|e|u|v)" + UNIT, LogUnit.POTENTIAL,
                "Potential (mV)");
            final String name = "(?:current|courant|i)" + UNIT;
            current = method.equals("1") ? columns.find(name, LogUnit.CURRENT)
                : Optional.of(columns.require(name, LogUnit.CURRENT, "Current (mA)"));
            this.sign = sign;
        }

        @Override
        public CyclingRow read(final Fields fields) throws CyclerFormatException {
            return new CyclingRow(fields.number(time), fields.number(potential),
                current.isPresent() ? sign * fields.number(current.get()) : 0);
        }
    }
}
