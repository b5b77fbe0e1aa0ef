// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.IOException;

import org.electrode4d.acquisition.scan.ScanTriggerSetup;
import org.electrode4d.acquisition.scan.TtlSignal;
import org.electrode4d.nodes.execution.DataPath;
import org.knime.core.node.InvalidSettingsException;

/** Turns the parameters of a scan trigger into what the domain takes. Opens nothing. */
final class ScanSettings {

    private static final double MINUTE = 60;

    private final ScanTriggerNodeParameters parameters;

    ScanSettings(final ScanTriggerNodeParameters parameters) {
        this.parameters = parameters;
    }

    /** Refuses what is empty and cannot be. */
    void require() throws InvalidSettingsException {
        final String missing = switch (parameters.m_choice) {
            case SIMULATED -> null;
            case TCP -> empty(parameters.m_host, "Scan server");
            case HTTP -> empty(parameters.m_url, "URL");
            case COMMAND -> empty(parameters.m_command, "Command");
            case TTL -> empty(parameters.m_ttlPort, "Serial port of the control lines");
            case FILES -> empty(parameters.m_folder, "Folder of the files");
        };
        if (missing != null) {
            throw new InvalidSettingsException("Enter '" + missing + "' of the scans in the dialog.");
        }
        try {
            setup();
        } catch (IllegalArgumentException | IOException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private static String empty(final String text, final String title) {
        return text.isBlank() ? title : null;
    }

    /** How scans are asked for. */
    ScanTriggerSetup setup() throws IOException {
        return switch (parameters.m_choice) {
            case SIMULATED -> new ScanTriggerSetup.Simulated(parameters.m_duration * MINUTE);
            case TCP -> new ScanTriggerSetup.Tcp(parameters.m_host.strip(), parameters.m_port, parameters.m_request,
                parameters.m_answer, parameters.m_error);
            case HTTP -> new ScanTriggerSetup.Http(parameters.m_method, parameters.m_url.strip(), parameters.m_body,
                parameters.m_contentType, parameters.m_httpScanId,
                new ScanTriggerSetup.Http.Progress(parameters.m_progressUrl.strip(), parameters.m_done,
                    parameters.m_failed, parameters.m_period));
            case COMMAND -> new ScanTriggerSetup.Command(parameters.m_command.strip(), "");
            case TTL -> new ScanTriggerSetup.Ttl(parameters.m_ttlPort.strip(),
                new TtlSignal(parameters.m_output.line, parameters.m_pulse, parameters.m_input.line,
                    parameters.m_meaning.meaning, parameters.m_busyTime),
                parameters.m_ttlScanId, parameters.m_firstNumber);
            case FILES -> new ScanTriggerSetup.Folder(DataPath.resolve(parameters.m_folder), parameters.m_period);
        };
    }
}
