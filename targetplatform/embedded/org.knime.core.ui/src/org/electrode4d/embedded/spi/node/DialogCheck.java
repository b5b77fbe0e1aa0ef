// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.electrode4d.embedded.ui.dialog.DialogProbe;
import org.electrode4d.embedded.ui.model.Blueprints;
import org.electrode4d.embedded.ui.model.NodeBlueprint;
import org.electrode4d.embedded.ui.model.ParametersInput;
import org.electrode4d.embedded.ui.model.ViewBlueprint;
import org.electrode4d.embedded.ui.persistence.Defaults;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Finds what would break a dialog. The embedded platform shows none, so that a reference without field, or a provider
 * that fails, or a private field, would go unnoticed until the node is opened in KNIME. For the tests of nodes.
 */
public final class DialogCheck {

    private DialogCheck() {
    }

    /**
     * Initializes all conditions and providers of the parameters of a new node, of its model and its view, and computes
     * their states.
     *
     * @param factory a factory that extends {@code DefaultNodeFactory}
     * @param specs the specs at the input ports; null where nothing is connected
     * @return one line per problem: the field and what failed
     */
    public static List<String> problems(final NodeFactory<?> factory, final PortObjectSpec... specs) {
        final NodeBlueprint node = Blueprints.of(factory);
        final NodeParametersInput input = ParametersInput.of(specs);
        return Stream.of(node.behaviour().parameters(), node.view().flatMap(ViewBlueprint::parameters))
            .flatMap(Optional::stream)
            .flatMap(type -> DialogProbe.problems(Defaults.create(type, input), input).stream()).toList();
    }
}
