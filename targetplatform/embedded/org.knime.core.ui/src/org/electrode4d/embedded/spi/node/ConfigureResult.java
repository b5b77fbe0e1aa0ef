// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.NodeMessage;

/**
 * What came of a configuration.
 *
 * @param configured true if the node can be executed
 * @param specs the specs at the output ports; null where nothing is known before execution
 * @param message a warning or an error for the user
 * @param cause what was thrown
 */
public record ConfigureResult(boolean configured, List<PortObjectSpec> specs, Optional<NodeMessage> message,
    Optional<Throwable> cause) {

    static ConfigureResult of(final PortObjectSpec[] specs, final Optional<Message> warning) {
        return new ConfigureResult(true, Collections.unmodifiableList(Arrays.asList(specs.clone())),
            warning.map(NodeMessages::warning), Optional.empty());
    }

    static ConfigureResult notReady(final int outputs) {
        return new ConfigureResult(false, unknown(outputs), Optional.empty(), Optional.empty());
    }

    static ConfigureResult refused(final int outputs, final Throwable cause) {
        return new ConfigureResult(false, unknown(outputs), Optional.of(NodeMessages.warning(cause)),
            Optional.of(cause));
    }

    static ConfigureResult failed(final int outputs, final Throwable cause) {
        return new ConfigureResult(false, unknown(outputs), Optional.of(NodeMessages.configureFailed(cause)),
            Optional.of(cause));
    }

    private static List<PortObjectSpec> unknown(final int outputs) {
        return Collections.nCopies(outputs, null);
    }
}
