// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.electrode4d.volume.Progress;

/**
 * Text with a delimiter whose columns somebody has described ({@link ColumnMap}). Never recognised by itself. A column
 * of states gives no sign: {@link CyclerOptions#reversed()} does.
 */
final class DelimitedFormat implements CyclerFormat {

    @Override
    public String name() {
        return "Delimited text";
    }

    @Override
    public boolean recognises(final String head) {
        return false;
    }

    @Override
    public CyclingSeries read(final Path file, final CyclerOptions options, final Progress progress)
        throws IOException {
        final ColumnMap map = options.columns();
        try (LogLines lines = new LogLines(file, progress)) {
            final CyclingSeriesBuilder builder = new CyclingSeriesBuilder(lines.name());
            final Fields fields = new Fields(lines, map.layout().delimiter(), map.layout().decimal());
            String line = "";
            while (lines.number() < map.layout().headerLines()) {
                line = lines.next();
                if (line == null) {
                    throw lines.wrong("the file ends here, but " + map.layout().headerLines()
                        + " header lines were expected.");
                }
            }
            final List<String> names =
                map.layout().headerLines() == 0 ? List.of() : fields.split(line.replace("\ufeff", "")).all();
            return new LogTable(lines, fields, builder).read(new Rows(map, new LogColumns(lines, names), options));
        }
    }

    /** Makes samples of lines. */
    private static final class Rows implements LogTable.RowReader {

        private final LogColumns columns;
        private final LogColumn time;
        private final LogColumn potential;
        private final LogColumn current;
        private final Optional<LogColumn> charge;
        private final Optional<LogColumn> step;
        private final Optional<LogColumn> cycle;
        private final Optional<LogColumn> state;
        private final Optional<LogColumn> temperature;

        Rows(final ColumnMap map, final LogColumns columns, final CyclerOptions options) throws CyclerFormatException {
            this.columns = columns;
            time = column(map.time(), map.units().time()).orElseThrow();
            potential = column(map.potential(), map.units().potential()).orElseThrow();
            current = column(map.current(), options.sign() * map.units().current()).orElseThrow();
            charge = column(map.charge(), options.sign() * map.units().charge());
            step = column(map.step(), 1);
            cycle = column(map.cycle(), 1);
            state = column(map.state(), 1);
            temperature = column(map.temperature(), 1);
        }

        private Optional<LogColumn> column(final String text, final double factor) throws CyclerFormatException {
            final String wanted = text.strip();
            if (wanted.isEmpty()) {
                return Optional.empty();
            } else if (wanted.matches("[1-9]\\d{0,4}")) {
                return Optional.of(new LogColumn(Integer.parseInt(wanted) - 1, wanted, factor));
            }
            final LogColumn found = columns.require(Pattern.quote(wanted), LogUnit.NONE, wanted);
            return Optional.of(new LogColumn(found.index(), found.name(), factor));
        }

        @Override
        public CyclingRow read(final Fields fields) throws CyclerFormatException {
            return new CyclingRow(fields.time(time), fields.number(potential), fields.number(current),
                charge.isPresent() ? fields.number(charge.get()) : Double.NaN,
                step.isPresent() ? fields.whole(step.get()) : -1, cycle.isPresent() ? fields.whole(cycle.get()) : -1,
                state.map(c -> fields.text(c.index())).orElse(""), null,
                temperature.isPresent() ? fields.numberOrNone(temperature.get()) : Double.NaN);
        }
    }
}
