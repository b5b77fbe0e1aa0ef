// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.electrode4d.acquisition.cycler.ColumnMap;
import org.electrode4d.acquisition.cycler.CyclerOptions;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Cycling Log Reader. */
final class CyclingLogReaderNodeParameters implements NodeParameters {

    private static final int MOST_HEADER_LINES = 100_000;
    private static final String NONE = " Empty if the file has none.";

    @Section(title = "Logs")
    interface LogsSection {
    }

    @Section(title = "Columns of delimited text")
    @After(LogsSection.class)
    @Effect(predicate = IsDelimited.class, type = EffectType.SHOW)
    interface ColumnsSection {
    }

    static final class LocationReference implements ParameterReference<LogLocation> {
    }

    static final class FormatReference implements ParameterReference<LogFormatChoice> {
    }

    static final class IsOneLog implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(LogLocation.ONE_LOG);
        }
    }

    static final class IsFolder implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(LogLocation.FOLDER);
        }
    }

    static final class IsDelimited implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FormatReference.class).isOneOf(LogFormatChoice.DELIMITED);
        }
    }

    @Layout(LogsSection.class)
    @Widget(title = "Read", description = "Where the logs are.")
    @ValueSwitchWidget
    @ValueReference(LocationReference.class)
    LogLocation m_location = LogLocation.ONE_LOG;

    @Layout(LogsSection.class)
    @Widget(title = "Log", description = "Path of the file, or a URL such as "
        + "<tt>knime://knime.workflow/data/cell1.mpt</tt> in the data area of the workflow.")
    @Effect(predicate = IsOneLog.class, type = EffectType.SHOW)
    String m_path = "";

    @Layout(LogsSection.class)
    @Widget(title = "Folder", description = "Path or URL of the folder that holds the logs, one file per cell.")
    @Effect(predicate = IsFolder.class, type = EffectType.SHOW)
    String m_folder = "";

    @Layout(LogsSection.class)
    @Widget(title = "Name pattern", description = "Which files in the folder are logs: <tt>*</tt> stands for any text, "
        + "<tt>?</tt> for one character, <tt>{a,b}</tt> for a or b.")
    @Effect(predicate = IsFolder.class, type = EffectType.SHOW)
    String m_namePattern = "*.{txt,mpt,csv,crv}";

    @Layout(LogsSection.class)
    @Widget(title = "Format", description = "Layout of the files.")
    @ValueReference(FormatReference.class)
    LogFormatChoice m_format = LogFormatChoice.AUTOMATIC;

    @Layout(LogsSection.class)
    @Widget(title = "Positive currents discharge", description = "Reverses the sign of current and charge. In the "
        + "table a positive current always charges the full cell; set this for files with the other convention, and "
        + "for half cells where you want it so.")
    boolean m_reversed;

    @Layout(ColumnsSection.class)
    @Widget(title = "Delimiter", description = "What stands between two values of a line.")
    @ValueSwitchWidget
    LogDelimiter m_delimiter = LogDelimiter.COMMA;

    @Layout(ColumnsSection.class)
    @Widget(title = "Decimal separator", description = "What stands before the decimals of a number.")
    @ValueSwitchWidget
    DecimalSeparator m_decimal = DecimalSeparator.POINT;

    @Layout(ColumnsSection.class)
    @Widget(title = "Header lines", description = "How many lines stand above the first sample. The last of them names "
        + "the columns.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_headerLines = 1;

    @Layout(ColumnsSection.class)
    @Widget(title = "Column of time", description = "Its name, or its number from 1. Times are numbers, or hours, "
        + "minutes and seconds such as 1:30:00.5.")
    String m_timeColumn = "1";

    @Layout(ColumnsSection.class)
    @Widget(title = "Unit of time", description = "Of times that are numbers.")
    @ValueSwitchWidget
    LogTimeUnit m_timeUnit = LogTimeUnit.SECOND;

    @Layout(ColumnsSection.class)
    @Widget(title = "Column of potential", description = "Its name, or its number from 1.")
    String m_potentialColumn = "2";

    @Layout(ColumnsSection.class)
    @Widget(title = "Unit of potential", description = "Of the numbers in that column.")
    @ValueSwitchWidget
    LogPotentialUnit m_potentialUnit = LogPotentialUnit.VOLT;

    @Layout(ColumnsSection.class)
    @Widget(title = "Column of current", description = "Its name, or its number from 1.")
    String m_currentColumn = "3";

    @Layout(ColumnsSection.class)
    @Widget(title = "Unit of current", description = "Of the numbers in that column.")
    @ValueSwitchWidget
    LogCurrentUnit m_currentUnit = LogCurrentUnit.AMPERE;

    @Advanced
    @Layout(ColumnsSection.class)
    @Widget(title = "Column of charge", description = "Net charge since the start of the log. Empty integrates the "
        + "current.")
    String m_chargeColumn = "";

    @Advanced
    @Layout(ColumnsSection.class)
    @Widget(title = "Unit of charge", description = "Of the numbers in that column.")
    @ValueSwitchWidget
    LogChargeUnit m_chargeUnit = LogChargeUnit.MILLIAMPERE_HOUR;

    @Advanced
    @Layout(ColumnsSection.class)
    @Widget(title = "Column of step", description = "Number of the step in the program of the cycler." + NONE)
    String m_stepColumn = "";

    @Advanced
    @Layout(ColumnsSection.class)
    @Widget(title = "Column of cycle", description = "Number of the cycle." + NONE)
    String m_cycleColumn = "";

    @Advanced
    @Layout(ColumnsSection.class)
    @Widget(title = "Column of state", description = "What the cycler did, as a text." + NONE)
    String m_stateColumn = "";

    @Advanced
    @Layout(ColumnsSection.class)
    @Widget(title = "Column of temperature", description = "In °C." + NONE)
    String m_temperatureColumn = "";

    CyclerOptions options() throws InvalidSettingsException {
        try {
            return new CyclerOptions(m_reversed, new ColumnMap(
                new ColumnMap.Layout(m_delimiter.character, m_decimal.character, m_headerLines), m_timeColumn,
                m_potentialColumn, m_currentColumn, m_chargeColumn, m_stepColumn, m_cycleColumn, m_stateColumn,
                m_temperatureColumn, new ColumnMap.Units(m_timeUnit.seconds, m_potentialUnit.volts,
                    m_currentUnit.amperes, m_chargeUnit.coulombs)));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        options();
        if (m_headerLines > MOST_HEADER_LINES) {
            throw new InvalidSettingsException("'Header lines' is " + m_headerLines + ", but must lie between 0 and "
                + MOST_HEADER_LINES + ".");
        }
        if (m_location == LogLocation.FOLDER && m_namePattern.isBlank()) {
            throw new InvalidSettingsException("'Name pattern' is empty. * takes everything in the folder.");
        }
    }
}
