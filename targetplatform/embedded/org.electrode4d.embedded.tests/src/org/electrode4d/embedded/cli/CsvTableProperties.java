// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;

/** Fields of comma-separated values, RFC 4180. */
final class CsvTableProperties {

    @Example
    void onlyWhatMustBeQuotedIs() {
        assertEquals("plain text", CsvTable.escape("plain text"));
        assertEquals("\"a,b\"", CsvTable.escape("a,b"));
        assertEquals("\"say \"\"hi\"\"\"", CsvTable.escape("say \"hi\""));
        assertEquals("\"two\nlines\"", CsvTable.escape("two\nlines"));
        assertEquals("\"\"", CsvTable.escape(""));
        assertEquals("Thickness [µm]", CsvTable.escape("Thickness [µm]"));
    }

    @Property
    void aReaderFindsTheSameFields(
        @ForAll @NotEmpty List<@Chars({',', '"', '\n', '\r', ' '}) @CharRange(from = 'a', to = 'd') String> fields) {
        final String line = String.join(",", fields.stream().map(CsvTable::escape).toList());
        assertEquals(fields, parse(line));
    }

    /** A reader of one record as the RFC describes it. */
    private static List<String> parse(final String record) {
        final List<String> fields = new ArrayList<>();
        final StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            final char c = record.charAt(i);
            if (quoted && c == '"' && i + 1 < record.length() && record.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
