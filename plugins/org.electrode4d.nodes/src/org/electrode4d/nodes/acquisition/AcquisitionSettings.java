// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.control.RunOptions;
import org.electrode4d.acquisition.control.SafeStateRetries;
import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.instrument.InstrumentSetup;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.scan.ScanTrigger;
import org.electrode4d.nodes.execution.DataPath;
import org.knime.core.node.InvalidSettingsException;

/** Turns the parameters of the Acquisition Control into what the domain takes. Opens nothing. */
final class AcquisitionSettings {

    private static final double MINUTE = 60;

    private final AcquisitionControlNodeParameters parameters;

    AcquisitionSettings(final AcquisitionControlNodeParameters parameters) {
        this.parameters = parameters;
    }

    /** Checks what can be checked without looking at files; what is empty by default is checked by {@link #require}. */
    void check() throws InvalidSettingsException {
        try {
            options();
            if (parameters.m_guardTimeout < 1 || parameters.m_speed < 1 || parameters.m_speed > 1e6) {
                throw new InvalidSettingsException("'Patience of the guard [s]' must be at least 1, and 'Speed [times "
                    + "real time]' between 1 and a million.");
            }
            if (isReal() && hasAddress()) {
                address();
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** Whether a real cell may be at stake. */
    boolean isReal() {
        return parameters.m_instrument != InstrumentChoice.SIMULATED;
    }

    private boolean hasAddress() {
        final ConnectionNodeParameters connection = parameters.m_connection;
        return !(connection.m_choice == ConnectionChoice.SERIAL ? connection.m_port : connection.m_host).isBlank();
    }

    /** Refuses settings with which no run can begin. */
    void require() throws InvalidSettingsException {
        if (parameters.m_folder.isBlank()) {
            throw new InvalidSettingsException("Choose a folder for the log in the dialog.");
        } else if (isReal() && !hasAddress()) {
            throw new InvalidSettingsException(parameters.m_connection.m_choice == ConnectionChoice.SERIAL
                ? "Enter the serial port of the instrument in the dialog." : "Enter the host in the dialog.");
        } else if (parameters.m_instrument == InstrumentChoice.TEXT && parameters.m_template.isBlank()) {
            throw new InvalidSettingsException("Choose the template of the text instrument in the dialog.");
        }
        new ScanSettings(parameters.m_trigger).require();
    }

    private LinkAddress address() {
        final ConnectionNodeParameters connection = parameters.m_connection;
        return connection.m_choice == ConnectionChoice.TCP
            ? new LinkAddress.Tcp(connection.m_host.strip(), connection.m_tcpPort)
            : new LinkAddress.Serial(connection.m_port.strip(), connection.m_baudRate, connection.m_dataBits,
                connection.m_stopBits, connection.m_parity.parity, connection.m_flowControl.flowControl);
    }

    /** The instrument that is connected. */
    InstrumentSetup instrument() throws IOException {
        final InstrumentKind kind = InstrumentKind.valueOf(parameters.m_instrument.name());
        final Optional<Path> template = kind == InstrumentKind.TEXT
            ? Optional.of(DataPath.resolve(parameters.m_template)) : Optional.empty();
        return new InstrumentSetup(kind, address(), template, parameters.m_answerTime);
    }

    /** Whoever is asked for scans. */
    ScanTrigger scans(final Clock clock) throws IOException {
        return new ScanSettings(parameters.m_trigger).setup().open(clock);
    }

    /** Times and counts. */
    RunOptions options() {
        return new RunOptions(parameters.m_readAttempts,
            parameters.m_tolerance > 0 ? OptionalDouble.of(parameters.m_tolerance) : OptionalDouble.empty(),
            parameters.m_scanTimeout * MINUTE, SafeStateRetries.DEFAULT);
    }

    /** The parameters themselves. */
    AcquisitionControlNodeParameters parameters() {
        return parameters;
    }
}
