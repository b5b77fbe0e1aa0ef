// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import org.electrode4d.embedded.ui.ParametersSettings;
import org.electrode4d.embedded.ui.SettingsXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;

/** Settings that lack a key, or have a value of another type. */
class MissingAndWrongTest {

    enum Mode {
        LINEAR, SQUARED
    }

    static class Parameters implements NodeParameters {
        int m_count = 3;
        Mode m_mode = Mode.LINEAR;
    }

    private static Parameters load(final String xml) throws InvalidSettingsException {
        return ParametersSettings.load(Parameters.class, SettingsXml.parse(xml));
    }

    @ParameterizedTest
    @ValueSource(strings = {"",
        "<entry key='count' type='xint' value='1'/>",
        "<entry key='mode' type='xstring' value='LINEAR'/>",
        "<entry key='count' type='xint' value='1'/><entry key='mode' type='xstring' isnull='true' value=''/>",
        "<entry key='count' type='xint' value='1'/><entry key='mode' type='xstring' value='CUBED'/>",
        "<entry key='count' type='xstring' value='1'/><entry key='mode' type='xstring' value='LINEAR'/>"})
    void areRefused(final String xml) {
        assertThrows(InvalidSettingsException.class, () -> load(xml));
    }

    @Test
    void furtherKeysDoNotMatter() throws InvalidSettingsException {
        assertEquals(9, load("""
            <entry key="old" type="xint" value="1"/>
            <entry key="count" type="xint" value="9"/>
            <entry key="mode" type="xstring" value="LINEAR"/>""").m_count);
    }

    @Test
    void anInvalidConstantIsNamedTogetherWithThePossibleOnes() {
        final String message = assertThrows(InvalidSettingsException.class, () -> load("""
            <entry key="count" type="xint" value="9"/>
            <entry key="mode" type="xstring" value="CUBED"/>""")).getMessage();
        assertTrue(message.contains("CUBED") && message.contains("LINEAR, SQUARED"), message);
    }

    static class Date implements NodeParameters {
        LocalDate m_date = LocalDate.EPOCH;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-30", "2025-03-30T12:30:00", "2025-03-30T12:30:00+01:00[Europe/Berlin]"})
    void aDateIsTakenFromAMoreCompleteText(final String text) throws InvalidSettingsException {
        final Date loaded = ParametersSettings.load(Date.class,
            SettingsXml.parse("<entry key='date' type='xstring' value='" + text + "'/>"));
        assertEquals(LocalDate.of(2025, 3, 30), loaded.m_date);
    }

    @Test
    void aTextThatIsNoDateIsRefused() {
        final String message = assertThrows(InvalidSettingsException.class, () -> ParametersSettings
            .load(Date.class, SettingsXml.parse("<entry key='date' type='xstring' value='yesterday'/>"))).getMessage();
        assertTrue(message.contains("yesterday") && message.contains("date"), message);
    }

    static class TimeOfDay implements NodeParameters {
        LocalTime m_time = LocalTime.NOON;
        ZoneId m_zone = ZoneId.of("UTC");
    }

    @ParameterizedTest
    @CsvSource({"07:30, Asia/Tokyo", "2025-03-30T07:30:00, 2025-03-30T12:30:00+09:00[Asia/Tokyo]"})
    void aTimeAndAZoneAreTakenFromAMoreCompleteText(final String time, final String zone)
        throws InvalidSettingsException {
        final TimeOfDay loaded = ParametersSettings.load(TimeOfDay.class, SettingsXml.parse("<entry key='time' "
            + "type='xstring' value='" + time + "'/><entry key='zone' type='xstring' value='" + zone + "'/>"));
        assertEquals(LocalTime.of(7, 30), loaded.m_time);
        assertEquals(ZoneId.of("Asia/Tokyo"), loaded.m_zone);
    }

    static class Option implements NodeParameters {
        Optional<Integer> m_limit = Optional.empty();
    }

    @Test
    void anOptionalWithoutPresenceEntryIsPresent() throws InvalidSettingsException {
        final Option loaded = ParametersSettings.load(Option.class,
            SettingsXml.parse("<entry key='limit' type='xint' value='5'/>"));
        assertEquals(Optional.of(5), loaded.m_limit);
    }

    static class WithoutConstructor implements NodeParameters {
        int m_a;

        WithoutConstructor(final int a) {
            m_a = a;
        }
    }

    @Test
    void aConstructorWithoutArgumentsIsNeeded() {
        final String message = assertThrows(IllegalArgumentException.class,
            () -> ParametersSettings.load(WithoutConstructor.class,
                SettingsXml.parse("<entry key='a' type='xint' value='5'/>"))).getMessage();
        assertTrue(message.contains("WithoutConstructor"), message);
    }
}
