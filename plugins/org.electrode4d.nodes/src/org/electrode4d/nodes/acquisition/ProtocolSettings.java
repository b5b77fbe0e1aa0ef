// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.log.CellField;
import org.electrode4d.acquisition.log.CellMetadata;
import org.electrode4d.acquisition.protocol.CcCvCycling;
import org.electrode4d.acquisition.protocol.InSituProtocol;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.ProtocolText;
import org.electrode4d.acquisition.protocol.Step;
import org.electrode4d.nodes.execution.DataPath;
import org.knime.core.node.InvalidSettingsException;

/** Turns the parameters of the Cycling Protocol, in h, min, mA and mAh, into a protocol in s, A and C. */
final class ProtocolSettings {

    private static final double HOUR = 3600;
    private static final double MINUTE = 60;
    private static final double MILLIAMPERE = 1e-3;
    private static final double MILLIAMPERE_HOUR = 3.6;
    private static final MathContext DIGITS = new MathContext(12);

    private final CyclingProtocolNodeParameters parameters;

    ProtocolSettings(final CyclingProtocolNodeParameters parameters) {
        this.parameters = parameters;
    }

    /** Without the last bits, which are noise of the conversion and would appear in the text of the protocol. */
    private static double scaled(final double value, final double factor) {
        return new BigDecimal(value * factor).round(DIGITS).doubleValue();
    }

    /** Checks all that can be checked without reading a file or a text. */
    void check() throws InvalidSettingsException {
        requireNumbers();
        if (parameters.m_limits == LimitSource.OWN) {
            ownLimits();
        }
        switch (parameters.m_source) {
            case IN_SITU -> inSitu();
            case CC_CV -> cycles();
            case TEXT -> require(parameters.m_text, "Protocol text", "Write a protocol, or choose another one.");
            case FILE -> require(parameters.m_path, "Protocol file", "Give the path of a YAML file.");
        }
        metadata();
    }

    private static void require(final String text, final String title, final String whatToDo)
        throws InvalidSettingsException {
        if (text.isBlank()) {
            throw new InvalidSettingsException("'" + title + "' is empty. " + whatToDo);
        }
    }

    private void requireNumbers() throws InvalidSettingsException {
        require(parameters.m_capacity, "Capacity of the cell [mAh]");
        require(parameters.m_cycles, "Cycles");
        require(parameters.m_longestCharge, "Longest charge [h]");
        require(parameters.m_openCircuit, "Open circuit at the beginning [min]");
        require(parameters.m_samplingPeriod, "Sampling period [s]");
        require(parameters.m_scanInterval, "Time between scans [min]");
        require(parameters.m_chargingScans, "Scans while charging");
        if (!(parameters.m_lowerPotential < parameters.m_upperPotential)) {
            throw new InvalidSettingsException("'Lower potential [V]' is " + parameters.m_lowerPotential
                + ", but must be below 'Upper potential [V]', which is " + parameters.m_upperPotential + ".");
        }
        if (parameters.m_finalScans < 0 || !(parameters.m_restBeforeScan >= 0)) {
            throw new InvalidSettingsException("'Scans at the end' and 'Rest before a scan [s]' must be 0 or more.");
        }
    }

    private static void require(final double value, final String title) throws InvalidSettingsException {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InvalidSettingsException("'" + title + "' is " + value + ", but must be above 0.");
        }
    }

    /**
     * The protocol.
     *
     * @throws IOException where the file or the text holds none
     */
    Protocol protocol() throws IOException, InvalidSettingsException {
        final Protocol protocol = switch (parameters.m_source) {
            case IN_SITU -> inSitu();
            case CC_CV -> cycles();
            case TEXT -> ProtocolText.parse(parameters.m_text, "Protocol text");
            case FILE -> file();
        };
        return parameters.m_limits == LimitSource.OWN ? new Protocol(protocol.name(), protocol.capacity(),
            protocol.samplingPeriod(), protocol.restBeforeScan(), ownLimits(), protocol.steps()) : protocol;
    }

    private Protocol file() throws IOException {
        final Path path = DataPath.resolve(parameters.m_path);
        return ProtocolText.parse(Files.readString(path), path.toString());
    }

    private Protocol inSitu() throws InvalidSettingsException {
        return withFinalScans(new InSituProtocol(scaled(parameters.m_capacity, MILLIAMPERE_HOUR),
            RateText.parse(parameters.m_chargeRate, "Charge rate"), parameters.m_upperPotential,
            RateText.parse(parameters.m_cutOffRate, "Cut-off rate"), parameters.m_scanInterval * MINUTE,
            parameters.m_chargingScans, RateText.parse(parameters.m_dischargeRate, "Discharge rate"),
            parameters.m_lowerPotential, parameters.m_openCircuit * MINUTE, parameters.m_restBeforeScan,
            parameters.m_samplingPeriod).protocol());
    }

    /** The preset ends with a double scan; any other number takes its place. */
    private Protocol withFinalScans(final Protocol preset) {
        final List<Step> steps = new ArrayList<>(preset.steps());
        final Step last = steps.remove(steps.size() - 1);
        if (parameters.m_finalScans > 0) {
            steps.add(new Step.Scan(last.name(), parameters.m_finalScans));
        }
        return new Protocol(preset.name(), preset.capacity(), preset.samplingPeriod(), preset.restBeforeScan(),
            preset.limits(), steps);
    }

    private Protocol cycles() throws InvalidSettingsException {
        return new CcCvCycling(scaled(parameters.m_capacity, MILLIAMPERE_HOUR),
            RateText.parse(parameters.m_chargeRate, "Charge rate"), parameters.m_upperPotential,
            RateText.parse(parameters.m_cutOffRate, "Cut-off rate"), parameters.m_longestCharge * HOUR,
            RateText.parse(parameters.m_dischargeRate, "Discharge rate"), parameters.m_lowerPotential,
            parameters.m_cycles, parameters.m_openCircuit * MINUTE, parameters.m_samplingPeriod).protocol();
    }

    private SafetyLimits ownLimits() throws InvalidSettingsException {
        try {
            return new SafetyLimits(parameters.m_minPotential, parameters.m_maxPotential,
                scaled(parameters.m_maxCurrent, MILLIAMPERE), parameters.m_maxTime * HOUR,
                scaled(parameters.m_maxCharge, MILLIAMPERE_HOUR),
                parameters.m_maxTemperature > 0 ? parameters.m_maxTemperature : Double.POSITIVE_INFINITY);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** What the user knows of the cell. */
    CellMetadata metadata() throws InvalidSettingsException {
        final Map<String, String> values =
            new LinkedHashMap<>(MetadataText.parse(parameters.m_more, "'More about the cell'"));
        put(values, CellField.CELL_ID, parameters.m_cell);
        put(values, CellField.OPERATOR, parameters.m_operator);
        put(values, CellField.BEAM_LINE, parameters.m_beamLine);
        put(values, CellField.ANODE_COMPOSITION, parameters.m_anode);
        put(values, CellField.CATHODE, parameters.m_cathode);
        put(values, CellField.SEPARATOR, parameters.m_separator);
        put(values, CellField.ELECTROLYTE, parameters.m_electrolyte);
        put(values, CellField.REMARKS, parameters.m_remarks);
        return CellMetadata.of(values);
    }

    private static void put(final Map<String, String> values, final CellField field, final String value) {
        if (!value.isBlank()) {
            values.put(field.title(), value.strip());
        }
    }
}
