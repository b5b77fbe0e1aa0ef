// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * Dates and times, written as ISO texts. A flow variable may give a more complete text than the parameter needs: a date
 * takes the date of a date and time.
 */
final class TimeFormats {

    private static final Map<Class<?>, LeafFormat<?>> FORMATS = Map.ofEntries(
        entry(LocalDate.class, new IsoFormat<>("date", DateTimeFormatter.ISO_LOCAL_DATE::format,
            parser(LocalDate::from, DateTimeFormatter.ISO_ZONED_DATE_TIME, DateTimeFormatter.ISO_LOCAL_DATE_TIME,
                DateTimeFormatter.ISO_LOCAL_DATE))),
        entry(LocalTime.class, new IsoFormat<>("time", DateTimeFormatter.ISO_LOCAL_TIME::format,
            parser(LocalTime::from, DateTimeFormatter.ISO_ZONED_DATE_TIME, DateTimeFormatter.ISO_LOCAL_DATE_TIME,
                DateTimeFormatter.ISO_LOCAL_TIME))),
        entry(LocalDateTime.class, new IsoFormat<>("date and time", DateTimeFormatter.ISO_LOCAL_DATE_TIME::format,
            parser(LocalDateTime::from, DateTimeFormatter.ISO_ZONED_DATE_TIME,
                DateTimeFormatter.ISO_LOCAL_DATE_TIME))),
        entry(ZonedDateTime.class, new IsoFormat<>("date and time with a zone",
            DateTimeFormatter.ISO_ZONED_DATE_TIME::format,
            parser(ZonedDateTime::from, DateTimeFormatter.ISO_ZONED_DATE_TIME))),
        entry(ZoneId.class, new IsoFormat<>("time zone", ZoneId::getId, TimeFormats::zone)));

    private TimeFormats() {
    }

    static Optional<LeafFormat<?>> of(final Class<?> type) {
        return Optional.ofNullable(FORMATS.get(type));
    }

    private static <T> Function<String, Optional<T>> parser(final TemporalQuery<T> query,
        final DateTimeFormatter... formatters) {
        return text -> List.of(formatters).stream().flatMap(formatter -> parse(formatter, query, text).stream())
            .findFirst();
    }

    private static <T> Optional<T> parse(final DateTimeFormatter formatter, final TemporalQuery<T> query,
        final String text) {
        try {
            return Optional.of(formatter.parse(text, query));
        } catch (DateTimeException e) {
            return Optional.empty(); // another formatter may fit
        }
    }

    private static Optional<ZoneId> zone(final String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return parse(DateTimeFormatter.ISO_ZONED_DATE_TIME, ZoneId::from, text);
        }
    }

    private record IsoFormat<T>(String kind, Function<T, String> format, Function<String, Optional<T>> parser)
        implements LeafFormat<T> {

        @Override
        public T load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            final String text = settings.getString(key);
            if (text == null) {
                return null;
            }
            return parser.apply(text).orElseThrow(
                () -> new InvalidSettingsException("'" + text + "' of '" + key + "' is not a " + kind + "."));
        }

        @Override
        public void save(final T value, final NodeSettingsWO settings, final String key) {
            settings.addString(key, value == null ? null : format.apply(value));
        }

        @Override
        public void saveEmpty(final NodeSettingsWO settings, final String key) {
            settings.addString(key, null);
        }
    }
}
