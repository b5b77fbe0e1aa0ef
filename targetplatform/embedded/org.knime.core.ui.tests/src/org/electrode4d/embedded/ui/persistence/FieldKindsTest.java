// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.electrode4d.embedded.ui.ParametersSettings;
import org.electrode4d.embedded.ui.SettingsXml;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.Persist;

/** Every kind of field against the lines that KNIME writes. */
class FieldKindsTest {

    enum Mode {
        LINEAR, SQUARED
    }

    static class Numbers implements NodeParameters {
        int m_int = -3;
        long m_long = 10_000_000_000L;
        double m_double = 2.25;
        float m_float = 0.5f;
        byte m_byte = 4;
        char m_char = 'x';
        boolean m_boolean = true;
    }

    static class Texts implements NodeParameters {
        String m_text = "a < b & \"c\"";
        String m_none = null;
        Mode m_mode = Mode.SQUARED;
        String noPrefix = "np";
    }

    static class Boxed implements NodeParameters {
        Integer m_integer = 7;
        Double m_double = 1.5;
        Boolean m_boolean = false;
    }

    static class Arrays implements NodeParameters {
        int[] m_ints = {1, 2};
        double[] m_doubles = {0.5};
        boolean[] m_booleans = {true};
        String[] m_texts = {"x", "y"};
        String[] m_empty = {};
    }

    static class Moments implements NodeParameters {
        LocalDate m_date = LocalDate.of(2025, 1, 2);
        LocalTime m_time = LocalTime.of(3, 4, 5);
        LocalDateTime m_dateTime = LocalDateTime.of(2025, 1, 2, 3, 4, 5);
        ZonedDateTime m_zoned = ZonedDateTime.of(2025, 1, 2, 3, 4, 5, 0, ZoneId.of("Europe/Berlin"));
        ZoneId m_zone = ZoneId.of("Europe/Berlin");
    }

    static class Optionals implements NodeParameters {
        Optional<Double> m_absent = Optional.empty();
        Optional<Integer> m_present = Optional.of(7);
        Optional<Mode> m_mode = Optional.of(Mode.LINEAR);
        Optional<String> m_text = Optional.empty();
    }

    static class Types implements NodeParameters {
        DataType m_type = DoubleCell.TYPE;
    }

    static class Entry implements NodeParameters {
        String m_key = "k";
        double m_value = 1.5;

        Entry() {
        }

        Entry(final String key, final double value) {
            m_key = key;
            m_value = value;
        }
    }

    static class Nested implements NodeParameters {
        Entry m_entry = new Entry();
        Entry[] m_array = {new Entry("a", 1), new Entry("b", 2)};
        List<Entry> m_list = List.of(new Entry("c", 3));
        Entry[] m_none = {};
    }

    static class Keys implements NodeParameters {
        @Persist(configKey = "renamed_key")
        int m_renamed = 1;
        @Persist(hidden = true)
        int m_hidden = 2;
        @Persist(configKey = "both", hidden = true)
        int m_both = 3;
    }

    static class Base implements NodeParameters {
        int m_second = 1;
        int m_first = 2;
    }

    static class Derived extends Base {
        int m_own = 3;
    }

    @SuppressWarnings("unused")
    static class Unstored implements NodeParameters {
        static int shared = 1;
        transient int m_transient = 2;
        private int m_private = 3;
        protected int m_protected = 4;
        public int m_public = 5;
        final int m_final = 6;
    }

    static Stream<Arguments> kinds() {
        return Stream.of(kind(new Numbers(), """
            <entry key="int" type="xint" value="-3"/>
            <entry key="long" type="xlong" value="10000000000"/>
            <entry key="double" type="xdouble" value="2.25"/>
            <entry key="float" type="xfloat" value="0.5"/>
            <entry key="byte" type="xbyte" value="4"/>
            <entry key="char" type="xchar" value="x"/>
            <entry key="boolean" type="xboolean" value="true"/>"""), kind(new Texts(), """
            <entry key="text" type="xstring" value="a &lt; b &amp; &quot;c&quot;"/>
            <entry key="none" type="xstring" isnull="true" value=""/>
            <entry key="mode" type="xstring" value="SQUARED"/>
            <entry key="noPrefix" type="xstring" value="np"/>"""), kind(new Boxed(), """
            <entry key="integer" type="xint" value="7"/>
            <entry key="double" type="xdouble" value="1.5"/>
            <entry key="boolean" type="xboolean" value="false"/>"""), kind(new Arrays(), """
            <config key="ints">
                <entry key="array-size" type="xint" value="2"/>
                <entry key="0" type="xint" value="1"/>
                <entry key="1" type="xint" value="2"/>
            </config>
            <config key="doubles">
                <entry key="array-size" type="xint" value="1"/>
                <entry key="0" type="xdouble" value="0.5"/>
            </config>
            <config key="booleans">
                <entry key="array-size" type="xint" value="1"/>
                <entry key="0" type="xboolean" value="true"/>
            </config>
            <config key="texts">
                <entry key="array-size" type="xint" value="2"/>
                <entry key="0" type="xstring" value="x"/>
                <entry key="1" type="xstring" value="y"/>
            </config>
            <config key="empty">
                <entry key="array-size" type="xint" value="0"/>
            </config>"""), kind(new Moments(), """
            <entry key="date" type="xstring" value="2025-01-02"/>
            <entry key="time" type="xstring" value="03:04:05"/>
            <entry key="dateTime" type="xstring" value="2025-01-02T03:04:05"/>
            <entry key="zoned" type="xstring" value="2025-01-02T03:04:05+01:00[Europe/Berlin]"/>
            <entry key="zone" type="xstring" value="Europe/Berlin"/>"""), kind(new Optionals(), """
            <entry key="absent" type="xdouble" value="0.0"/>
            <entry key="absent_is_present" type="xboolean" value="false"/>
            <entry key="present" type="xint" value="7"/>
            <entry key="present_is_present" type="xboolean" value="true"/>
            <entry key="mode" type="xstring" value="LINEAR"/>
            <entry key="mode_is_present" type="xboolean" value="true"/>
            <entry key="text" type="xstring" isnull="true" value=""/>
            <entry key="text_is_present" type="xboolean" value="false"/>"""), kind(new Types(), """
            <config key="type">
                <entry key="cell_class" type="xstring" value="org.knime.core.data.def.DoubleCell"/>
                <entry key="is_null" type="xboolean" value="false"/>
            </config>"""), kind(new Nested(), """
            <config key="entry">
                <entry key="key" type="xstring" value="k"/>
                <entry key="value" type="xdouble" value="1.5"/>
            </config>
            <config key="array">
                <config key="0">
                    <entry key="key" type="xstring" value="a"/>
                    <entry key="value" type="xdouble" value="1.0"/>
                </config>
                <config key="1">
                    <entry key="key" type="xstring" value="b"/>
                    <entry key="value" type="xdouble" value="2.0"/>
                </config>
            </config>
            <config key="list">
                <config key="0">
                    <entry key="key" type="xstring" value="c"/>
                    <entry key="value" type="xdouble" value="3.0"/>
                </config>
            </config>
            <config key="none"/>"""), kind(new Keys(), """
            <entry key="renamed_key" type="xint" value="1"/>
            <entry key="hidden_Internals" type="xint" value="2"/>
            <entry key="both_Internals" type="xint" value="3"/>"""), kind(new Derived(), """
            <entry key="second" type="xint" value="1"/>
            <entry key="first" type="xint" value="2"/>
            <entry key="own" type="xint" value="3"/>"""), kind(new Unstored(), """
            <entry key="protected" type="xint" value="4"/>
            <entry key="public" type="xint" value="5"/>
            <entry key="final" type="xint" value="6"/>"""));
    }

    private static Arguments kind(final NodeParameters parameters, final String xml) {
        return Arguments.of(Named.of(parameters.getClass().getSimpleName(), parameters), xml);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isWrittenAsKnimeWritesIt(final NodeParameters parameters, final String xml) {
        assertEquals(xml, SettingsXml.of(parameters));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isTheSameAfterLoadingAndSaving(final NodeParameters parameters, final String xml)
        throws InvalidSettingsException {
        assertEquals(xml,
            SettingsXml.of(ParametersSettings.load(parameters.getClass(), SettingsXml.parse(xml))));
    }

    @Test
    void valuesAreLoadedAndNotDefaults() throws InvalidSettingsException {
        final Nested loaded = ParametersSettings.load(Nested.class, SettingsXml.parse("""
            <config key="entry">
                <entry key="key" type="xstring" value="pressure"/>
                <entry key="value" type="xdouble" value="0.1"/>
            </config>
            <config key="array">
                <config key="0">
                    <entry key="key" type="xstring" value="only"/>
                    <entry key="value" type="xdouble" value="4.0"/>
                </config>
            </config>
            <config key="list"/>
            <config key="none"/>"""));
        assertEquals("pressure", loaded.m_entry.m_key);
        assertEquals(1, loaded.m_array.length);
        assertEquals(4, loaded.m_array[0].m_value);
        assertEquals(0, loaded.m_list.size());
    }

    static class ListOfTexts implements NodeParameters {
        int m_before = 1;
        List<String> m_texts = List.of("x");
        int m_after = 2;
    }

    static class PlainClass implements NodeParameters {
        Object m_object = new Object();
    }

    static class ShortNumber implements NodeParameters {
        short m_short = 1;
    }

    static class OptionalGroup implements NodeParameters {
        Optional<Entry> m_entry = Optional.of(new Entry());
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void otherTypesCannotBeStored(final NodeParameters parameters) {
        final NodeSettings settings = new NodeSettings("model");
        final IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
            () -> ParametersSettings.save(parameters, settings));
        assertEquals(true, e.getMessage().contains("cannot be stored"), e.getMessage());
    }

    static Stream<NodeParameters> unsupported() {
        return Stream.of(new ListOfTexts(), new PlainClass(), new ShortNumber(), new OptionalGroup());
    }

    @Test
    void whatStandsBeforeAnUnsupportedFieldIsWritten() {
        final NodeSettings settings = new NodeSettings("model");
        assertThrows(IllegalArgumentException.class, () -> ParametersSettings.save(new ListOfTexts(), settings));
        assertEquals("<entry key=\"before\" type=\"xint\" value=\"1\"/>", SettingsXml.of(settings));
    }
}
