// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.nodes.NodeTester.Node;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;

/**
 * What a node says when it fails:
 *
 * <pre>{@code
 * Failures.of(node, table).says("scan.tif").says("truncated").resolution("write it again");
 * }</pre>
 */
public final class Failures {

    private final Message message;

    private Failures(final Message message) {
        this.message = message;
    }

    /** Runs a node that has to fail with a message for its user. */
    public static Failures of(final Node node, final PortObject... inputs) {
        final KNIMEException failure = assertThrows(KNIMEException.class,
            () -> node.run(inputs.length == 0 ? new PortObject[]{NodeTester.UNCONNECTED} : inputs));
        assertTrue(!failure.getKNIMEMessage().getResolutions().isEmpty(),
            "no resolution: " + failure.getKNIMEMessage());
        return new Failures(failure.getKNIMEMessage());
    }

    /** A node that cannot be configured. */
    public static void assertInvalid(final Node node, final Class<? extends Exception> type) {
        assertThrows(type, () -> node.run(NodeTester.UNCONNECTED));
    }

    /** The summary contains a text. */
    public Failures says(final String text) {
        assertTrue(message.getSummary().contains(text), "'" + text + "' is not in: " + message.getSummary());
        return this;
    }

    /** One of the resolutions contains a text. */
    public Failures resolution(final String text) {
        assertTrue(message.getResolutions().stream().anyMatch(resolution -> resolution.contains(text)),
            "'" + text + "' is not in: " + message.getResolutions());
        return this;
    }
}
