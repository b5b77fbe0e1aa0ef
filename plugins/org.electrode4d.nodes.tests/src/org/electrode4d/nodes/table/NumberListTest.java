// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;

class NumberListTest {

    @ParameterizedTest
    @ValueSource(strings = {"100, 70, 35", "100 70 35", "100;70;35", " 100,70,  35 "})
    void readsNumbersHoweverTheyAreSeparated(final String text) throws Exception {
        assertEquals(List.of(100, 70, 35), NumberList.parse(text, "Spacings"));
    }

    @Test
    void anEmptyTextIsNoNumbers() throws Exception {
        assertEquals(List.of(), NumberList.parse("  ", "Spacings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "3.5", "a", "10, b", "1234567"})
    void namesWhatIsNotANumber(final String text) {
        final String message =
            assertThrows(InvalidSettingsException.class, () -> NumberList.parse(text, "Spacings")).getMessage();
        assertTrue(message.contains("'Spacings'") && message.contains(text), message);
    }

    @Test
    void decimalsMayBeNegative() throws Exception {
        assertEquals(List.of(6.0, 14.5, -2.25), NumberList.decimals("6, 14.5;-2.25", "Strains"));
        assertEquals(List.of(), NumberList.decimals(" ", "Strains"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6,, x", "1e", "NaN", "--2"})
    void namesWhatIsNotADecimal(final String text) {
        final String message =
            assertThrows(InvalidSettingsException.class, () -> NumberList.decimals(text, "Strains")).getMessage();
        assertTrue(message.contains("'Strains'") && message.contains("Write for instance 6, 14.5, 22."), message);
    }

    @Property(tries = 50)
    void readsBackWhatIsWritten(@ForAll @NotEmpty final List<@IntRange(min = 1, max = 999_999) Integer> numbers)
        throws InvalidSettingsException {
        final String text = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        assertEquals(numbers, NumberList.parse(text, "Spacings"));
    }
}
