// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.embedded.ui.ParametersSettings;
import org.electrode4d.embedded.ui.SettingsXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;
import org.knime.node.parameters.NodeParameters;

class ColumnFilterTest {

    private static final DataTableSpec TABLE = new DataTableSpec(new String[]{"Step", "Time [h]", "Potential [V]"},
        new DataType[]{StringCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE});

    static class Parameters implements NodeParameters {
        ColumnFilter m_keep = new ColumnFilter(new String[]{"Step"});
    }

    private static final String XML = """
        <config key="keep">
            <entry key="mode" type="xstring" value="MANUAL"/>
            <config key="patternFilter">
                <entry key="pattern" type="xstring" value=""/>
                <entry key="isCaseSensitive" type="xboolean" value="false"/>
                <entry key="isInverted" type="xboolean" value="false"/>
            </config>
            <config key="manualFilter">
                <config key="manuallySelected">
                    <entry key="array-size" type="xint" value="1"/>
                    <entry key="0" type="xstring" value="Step"/>
                </config>
                <config key="manuallyDeselected">
                    <entry key="array-size" type="xint" value="0"/>
                </config>
                <entry key="includeUnknownColumns" type="xboolean" value="false"/>
            </config>
            <config key="typeFilter">
                <config key="selectedTypes">
                    <entry key="array-size" type="xint" value="0"/>
                </config>
            </config>
        </config>""";

    @Test
    void isWrittenAsKnimeWritesIt() {
        assertEquals(XML, SettingsXml.of(new Parameters()));
    }

    @Test
    void isLoaded() throws InvalidSettingsException {
        final Parameters loaded = ParametersSettings.load(Parameters.class,
            SettingsXml.parse(XML.replace("\"MANUAL\"", "\"REGEX\"").replace("value=\"\"", "value=\".*\\[.*\"")));
        assertArrayEquals(new String[]{"Time [h]", "Potential [V]"}, loaded.m_keep.filterFromFullSpec(TABLE));
        assertEquals(XML, SettingsXml.of(ParametersSettings.load(Parameters.class, SettingsXml.parse(XML))));
    }

    @Test
    void selectsTheListedColumnsInTheOrderOfTheTable() {
        final ColumnFilter filter = new ColumnFilter(new String[]{"Potential [V]", "Step", "Gone"});
        assertArrayEquals(new String[]{"Step", "Potential [V]"}, filter.filterFromFullSpec(TABLE));
        assertArrayEquals(new String[]{"Gone"}, filter.getMissingSelectedFromFullSpec(TABLE));
    }

    @Test
    void mayIncludeWhateverIsNotExcluded() {
        final ColumnFilter filter = new ColumnFilter().withIncludeUnknownColumns();
        assertArrayEquals(TABLE.getColumnNames(), filter.filterFromFullSpec(TABLE));
        filter.m_manualFilter.m_manuallyDeselected = new String[]{"Step"};
        assertArrayEquals(new String[]{"Time [h]", "Potential [V]"}, filter.filterFromFullSpec(TABLE));
        assertArrayEquals(new String[0], filter.withExcludeUnknownColumns().filterFromFullSpec(TABLE));
    }

    @ParameterizedTest
    @CsvSource({"REGEX, .*TIME.*, false, false, Time [h]", "REGEX, .*TIME.*, true, false, ''",
        "REGEX, Time, false, false, ''", "REGEX, '', false, false, ''",
        "WILDCARD, *[?], false, false, 'Time [h],Potential [V]'", "WILDCARD, S*p, true, true, 'Time [h],Potential [V]'",
        "WILDCARD, (*, false, false, ''"})
    void selectsByPattern(final TypedStringFilterMode mode, final String pattern, final boolean caseSensitive,
        final boolean inverted, final String expected) {
        final ColumnFilter filter = new ColumnFilter();
        filter.m_mode = mode;
        filter.m_patternFilter.m_pattern = pattern;
        filter.m_patternFilter.m_isCaseSensitive = caseSensitive;
        filter.m_patternFilter.m_isInverted = inverted;
        assertEquals(expected, String.join(",", filter.filterFromFullSpec(TABLE)));
    }

    @Test
    void selectsByType() {
        final ColumnFilter filter = new ColumnFilter();
        filter.m_mode = TypedStringFilterMode.TYPE;
        filter.m_typeFilter.m_selectedTypes = new String[]{DoubleValue.class.getName()};
        assertArrayEquals(new String[]{"Time [h]", "Potential [V]"}, filter.filterFromFullSpec(TABLE));
        assertTrue(filter.getFilterPredicate().test(new DataColumnSpecCreator("x", DoubleCell.TYPE).createSpec()));
    }
}
