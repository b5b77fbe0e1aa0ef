// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.ui.ParametersSettings;
import org.electrode4d.embedded.ui.SettingsXml;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever parameters hold comes back from the XML as it was. */
class RoundTripProperties {

    enum Mode {
        LINEAR, SQUARED, CUBED
    }

    static class Item implements NodeParameters {
        String m_name = "";
        double m_value;
    }

    static class Everything implements NodeParameters {
        int m_int;
        long m_long;
        double m_double;
        float m_float;
        byte m_byte;
        boolean m_boolean;
        char m_char = 'c';
        String m_text = "";
        Mode m_mode = Mode.LINEAR;
        int[] m_ints = {};
        String[] m_texts = {};
        Optional<Double> m_optional = Optional.empty();
        LocalDate m_date = LocalDate.EPOCH;
        LocalDateTime m_dateTime = LocalDate.EPOCH.atStartOfDay();
        Item[] m_items = {};
    }

    private static Everything reload(final Everything saved) throws InvalidSettingsException {
        return ParametersSettings.load(Everything.class, SettingsXml.parse(SettingsXml.of(saved)));
    }

    @Property(tries = 200)
    void numbers(@ForAll final int i, @ForAll final long l, @ForAll final double d, @ForAll final float f,
        @ForAll final byte b, @ForAll final boolean z) throws InvalidSettingsException {
        final Everything saved = new Everything();
        saved.m_int = i;
        saved.m_long = l;
        saved.m_double = d;
        saved.m_float = f;
        saved.m_byte = b;
        saved.m_boolean = z;
        final Everything loaded = reload(saved);
        assertEquals(List.of(i, l, d, f, b, z), List.of(loaded.m_int, loaded.m_long, loaded.m_double, loaded.m_float,
            loaded.m_byte, loaded.m_boolean));
    }

    @Property(tries = 300)
    void texts(@ForAll final String text, @ForAll @Size(max = 5) final List<String> texts)
        throws InvalidSettingsException {
        final Everything saved = new Everything();
        saved.m_text = text;
        saved.m_texts = texts.toArray(String[]::new);
        final Everything loaded = reload(saved);
        assertEquals(text, loaded.m_text);
        assertEquals(texts, List.of(loaded.m_texts));
    }

    @Property(tries = 100)
    void theRest(@ForAll final Mode mode, @ForAll final Optional<Double> optional, @ForAll final LocalDate date,
        @ForAll final LocalDateTime dateTime, @ForAll @Size(max = 4) final List<Double> values)
        throws InvalidSettingsException {
        final Everything saved = new Everything();
        saved.m_mode = mode;
        saved.m_optional = optional;
        saved.m_date = date;
        saved.m_dateTime = dateTime;
        saved.m_items = values.stream().map(value -> {
            final Item item = new Item();
            item.m_value = value;
            return item;
        }).toArray(Item[]::new);
        final Everything loaded = reload(saved);
        assertEquals(mode, loaded.m_mode);
        assertEquals(optional, loaded.m_optional);
        assertEquals(date, loaded.m_date);
        assertEquals(dateTime, loaded.m_dateTime);
        assertEquals(values, List.of(loaded.m_items).stream().map(item -> item.m_value).toList());
    }
}
