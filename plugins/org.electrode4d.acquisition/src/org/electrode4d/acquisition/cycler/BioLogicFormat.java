// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.electrode4d.volume.Progress;

/**
 * Text export of BioLogic instruments ({@code .mpt} or {@code .txt} of EC-Lab and BT-Lab): two lines that say what it
 * is and how many lines the head has, the head, whose last line names the columns, then values separated by tabs.
 *
 * <p>The potential of the cell is {@code Ecell}, else {@code Ewe-Ece}, else {@code Ewe}; the current {@code I} or
 * {@code <I>}; the net charge {@code (Q-Qo)}. All carry their units. Currents are positive when the working electrode
 * is oxidised, which charges a full cell whose cathode is the working electrode. A log of open-circuit potential alone
 * has no current: it is 0. Decimal points and commas are both read; times must be relative, in seconds.</p>
 */
final class BioLogicFormat implements CyclerFormat {

    private static final Pattern FIRST = Pattern.compile("(?s)^(EC-Lab|BT-Lab) ASCII FILE\\r?\\n.*");
    private static final Pattern LINES = Pattern.compile("Nb header lines\\s*:\\s*(\\d{1,6})\\s*");
    private static final int LONGEST_PAIR = 1000;
    private static final Pattern KEY = Pattern.compile("\\s*([^:\\t]{2,60}?)\\s*:\\s+(.*\\S)\\s*");

    @Override
    public String name() {
        return "BioLogic text";
    }

    @Override
    public boolean recognises(final String head) {
        return FIRST.matcher(head).matches();
    }

    @Override
    public CyclingSeries read(final Path file, final CyclerOptions options, final Progress progress)
        throws IOException {
        try (LogLines lines = new LogLines(file, progress)) {
            final CyclingSeriesBuilder builder = new CyclingSeriesBuilder(lines.name());
            final String first = lines.next();
            final String second = lines.next();
            final Matcher count = LINES.matcher(second == null ? "" : second);
            if (!count.matches()) {
                throw lines.wrong("'Nb header lines : ' and a number were expected, but it is "
                    + CyclerFormatException.quote(second == null ? "" : second) + ".");
            }
            builder.metadata("File type", first.strip());
            final Fields fields = new Fields(lines, '\t', Fields.EITHER);
            final String names = readHead(lines, Integer.parseInt(count.group(1)), builder);
            return new LogTable(lines, fields, builder).read(
                new Rows(new LogColumns(lines, fields.split(names).all()), builder, options.sign()));
        }
    }

    /** Gives the line of names. */
    private static String readHead(final LogLines lines, final int count, final CyclingSeriesBuilder builder)
        throws IOException {
        String line = "";
        while (lines.number() < count) {
            line = lines.next();
            if (line == null) {
                throw lines.wrong("the file ends here, but its head should have " + count
                    + " lines. Was the file cut off?");
            }
            final Matcher pair = KEY.matcher(line.length() > LONGEST_PAIR ? "" : line);
            if (lines.number() == 4 && !line.isBlank()) {
                builder.metadata("Technique", line.strip());
            } else if (pair.matches()) {
                builder.metadata(pair.group(1), pair.group(2));
            }
        }
        if (!line.contains("time/s")) {
            throw lines.wrong("as the last of " + count + " lines of the head it should name the columns, among them "
                + "'time/s', but it is " + CyclerFormatException.quote(line) + ".");
        }
        return line;
    }

    /** Makes samples of lines. */
    private static final class Rows implements LogTable.RowReader {

        private static final String[] POTENTIALS =
            {"<?Ecell>?/(.+)", "<?Ewe-Ece>?/(.+)", "<?Ewe>?/(.+)"};

        private final LogColumn time;
        private final LogColumn potential;
        private final Optional<LogColumn> current;
        private final Optional<LogColumn> charge;
        private final Optional<LogColumn> step;
        private final Optional<LogColumn> cycle;
        private final Optional<LogColumn> temperature;
        private final double sign;

        Rows(final LogColumns columns, final CyclingSeriesBuilder builder, final double sign)
            throws CyclerFormatException {
            time = columns.require("time/s", LogUnit.NONE, "time/s");
            Optional<LogColumn> found = Optional.empty();
            for (int i = 0; i < POTENTIALS.length && found.isEmpty(); i++) {
                found = columns.find(POTENTIALS[i], LogUnit.POTENTIAL);
            }
            potential = found.isPresent() ? found.get()
                : columns.require(POTENTIALS[0], LogUnit.POTENTIAL, "Ecell/V");
            current = columns.find("<?I>?/(.+)", LogUnit.CURRENT);
            charge = columns.find("\\(Q-Qo\\)/(.+)", LogUnit.CHARGE);
            final Optional<LogColumn> driven = columns.find("control/.+|dq/.+|\\(Q-Qo\\)/.+", LogUnit.NONE);
            if (current.isEmpty() && driven.isPresent()) {
                columns.require("<?I>?/(.+)", LogUnit.CURRENT, "I/mA");
            } else if (current.isEmpty()) {
                builder.warn("There is no column of the current; it is taken as 0, as at open circuit.");
            }
            step = columns.find("Ns", LogUnit.NONE);
            cycle = columns.find("cycle number", LogUnit.NONE);
            temperature = columns.find("Temperature/.*", LogUnit.NONE);
            this.sign = sign;
        }

        @Override
        public CyclingRow read(final Fields fields) throws CyclerFormatException {
            return new CyclingRow(fields.number(time), fields.number(potential),
                current.isPresent() ? sign * fields.number(current.get()) : 0,
                charge.isPresent() ? sign * fields.number(charge.get()) : Double.NaN,
                step.isPresent() ? fields.whole(step.get()) : -1, cycle.isPresent() ? fields.whole(cycle.get()) : -1,
                "", null, temperature.isPresent() ? fields.numberOrNone(temperature.get()) : Double.NaN);
        }
    }
}
