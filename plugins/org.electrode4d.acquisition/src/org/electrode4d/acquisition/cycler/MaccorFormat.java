// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.electrode4d.volume.Progress;

/**
 * Text export of Maccor cyclers: a few lines of keys and values, a line of column names, then values separated by tabs.
 *
 * <p>{@code Amps} and {@code Amp-hr} have no sign; {@code State} gives it: C charges, D discharges, R rests. A line of
 * another state (O at the end of a test, P when paused, S when suspended) must be without current: which way it would
 * flow is not known. {@code Amp-hr} counts anew in each step. Temperatures are taken from the first auxiliary input
 * with the unit C; a value outside of -100 to 300 °C is an open sensor, and no temperature.</p>
 */
final class MaccorFormat implements CyclerFormat {

    private static final Pattern NAMES = Pattern.compile("(?m)^Rec#\\t.*\\bAmps\\b.*\\bVolts\\b.*\\bState\\b.*$");
    private static final DateTimeFormatter TEST_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Pattern DATE = Pattern.compile("(\\d{1,2} \\p{L}+ \\d{4}).*");

    @Override
    public String name() {
        return "Maccor text";
    }

    @Override
    public boolean recognises(final String head) {
        return NAMES.matcher(head).find();
    }

    @Override
    public CyclingSeries read(final Path file, final CyclerOptions options, final Progress progress)
        throws IOException {
        try (LogLines lines = new LogLines(file, progress)) {
            final CyclingSeriesBuilder builder = new CyclingSeriesBuilder(lines.name());
            final Fields fields = new Fields(lines, '\t', Fields.EITHER);
            LocalDate started = null;
            String line = lines.next();
            while (line != null && !line.startsWith("Rec#")) {
                started = readHead(fields.split(line).all(), builder, started);
                line = lines.next();
            }
            if (line == null) {
                throw new CyclerFormatException(file, "There is no line of column names that begins with 'Rec#'.");
            }
            final Rows rows = new Rows(new LogColumns(lines, fields.split(line).all()), options.sign(), started);
            return new LogTable(lines, fields, builder).read(rows);
        }
    }

    /** Keys end with a colon; a key without value is followed by the next key. Gives the day of the test. */
    private static LocalDate readHead(final List<String> values, final CyclingSeriesBuilder builder,
        final LocalDate known) {
        LocalDate started = known;
        for (int i = 0; i + 1 < values.size(); i++) {
            final String key = values.get(i);
            if (key.endsWith(":") && !values.get(i + 1).isEmpty() && !values.get(i + 1).endsWith(":")) {
                builder.metadata(key.substring(0, key.length() - 1), values.get(i + 1));
                started = key.equals("Date of Test:") ? day(values.get(i + 1)) : started;
            }
        }
        return started;
    }

    private static LocalDate day(final String text) {
        final Matcher matcher = DATE.matcher(text);
        try {
            return matcher.matches() ? LocalDate.parse(matcher.group(1), TEST_DATE) : null;
        } catch (DateTimeParseException e) {
            // in another language: samples then have no date
            return null;
        }
    }

    /** Makes samples of lines. */
    private static final class Rows implements LogTable.RowReader {

        private final LogColumn time;
        private final LogColumn potential;
        private final LogColumn current;
        private final LogColumn state;
        private final LogColumn step;
        private final Optional<LogColumn> cycle;
        private final Optional<LogColumn> charge;
        private final Optional<LogColumn> date;
        private final Optional<LogColumn> temperature;
        private final double sign;
        private final StepChargeCounter counter = new StepChargeCounter();
        private final DateText dates = new DateText();
        private LocalDate started;

        Rows(final LogColumns columns, final double sign, final LocalDate started) throws CyclerFormatException {
            time = columns.require("Test ?Time(?: \\(sec\\))?|Test \\(sec\\)", LogUnit.NONE, "TestTime");
            potential = columns.require("Volts", LogUnit.NONE, "Volts");
            current = columns.require("Amps", LogUnit.NONE, "Amps");
            state = columns.require("State", LogUnit.NONE, "State");
            step = columns.require("Step", LogUnit.NONE, "Step");
            cycle = columns.find("Cyc#", LogUnit.NONE);
            charge = columns.find("Amp-hr", LogUnit.NONE);
            date = columns.find("DPT ?Time", LogUnit.NONE);
            temperature = columns.find("Aux #1", LogUnit.NONE);
            this.sign = sign;
            this.started = started;
        }

        @Override
        public CyclingRow read(final Fields fields) throws CyclerFormatException {
            final String letter = fields.text(state.index());
            final double direction = direction(letter, fields);
            final int program = fields.whole(step);
            final int round = cycle.isPresent() ? fields.whole(cycle.get()) : -1;
            final double net = charge.isEmpty() ? Double.NaN
                : counter.net(direction * 3600 * fields.number(charge.get()), program, round);
            return new CyclingRow(fields.time(time), fields.number(potential),
                direction == 0 ? 0 : direction * fields.number(current), net, program, round, word(letter),
                date.map(column -> date(fields.text(column.index()))).orElse(null), temperature(fields));
        }

        private double direction(final String letter, final Fields fields) throws CyclerFormatException {
            if (letter.equals("C") || letter.equals("D")) {
                return letter.equals("C") ? sign : -sign;
            }
            if (!letter.equals("R") && fields.number(current) != 0) {
                throw fields.wrong(state, letter, "C, D or R with a current of " + fields.text(current.index()) + " A");
            }
            return 0;
        }

        private String word(final String letter) {
            return switch (letter) {
                case "C" -> CyclingSeries.CHARGE;
                case "D" -> CyclingSeries.DISCHARGE;
                case "R" -> CyclingSeries.REST;
                default -> letter;
            };
        }

        private LocalDateTime date(final String text) {
            if (started != null) {
                dates.learn(text, started);
                started = null;
            }
            return dates.parse(text);
        }

        private double temperature(final Fields fields) throws CyclerFormatException {
            if (temperature.isEmpty() || !fields.text(temperature.get().index() + 1).equals("C")) {
                return Double.NaN;
            }
            final double value = fields.numberOrNone(temperature.get());
            return value > -100 && value < 300 ? value : Double.NaN;
        }
    }
}
