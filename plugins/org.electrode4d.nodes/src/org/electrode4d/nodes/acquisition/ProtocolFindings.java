// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.util.List;
import java.util.stream.Collectors;

import org.electrode4d.acquisition.instrument.InstrumentRange;
import org.electrode4d.acquisition.protocol.Finding;
import org.electrode4d.acquisition.protocol.Finding.Severity;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.ProtocolCheck;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.execution.Warnings;
import org.knime.core.node.KNIMEException;

/** What is wrong with a protocol: errors end a node before anything is switched on, the rest are its warnings. */
final class ProtocolFindings {

    /** What no potentiostat for cells exceeds; the range of the instrument itself is checked before a run. */
    static final InstrumentRange ANY_INSTRUMENT = new InstrumentRange(-20, 20, 10, 0.01, 1, true, true, true);

    private static final int MOST = 4;

    private ProtocolFindings() {
    }

    /**
     * Checks a protocol.
     *
     * @throws KNIMEException with its errors, if it has any
     */
    static void check(final Protocol protocol, final InstrumentRange range, final Warnings warnings)
        throws KNIMEException {
        final List<Finding> findings = ProtocolCheck.check(protocol, range);
        final List<String> errors = texts(findings, Severity.ERROR);
        if (!errors.isEmpty()) {
            final String more = errors.size() > MOST ? "\n... and " + (errors.size() - MOST) + " more." : "";
            throw NodeFailure.of("The protocol '" + protocol.name() + "' must not be run. "
                + errors.stream().limit(MOST).collect(Collectors.joining("\n")) + more,
                "Correct the protocol; nothing was switched on.");
        }
        texts(findings, Severity.WARNING).forEach(warnings::add);
    }

    private static List<String> texts(final List<Finding> findings, final Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity)
            .map(finding -> (finding.step().isEmpty() ? "" : "Step '" + finding.step() + "': ") + finding.message())
            .toList();
    }
}
