// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import java.util.List;

import org.electrode4d.embedded.ui.dialog.DialogProbe;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Finds what would break a dialog. The embedded platform shows none, so that a reference without field, or a provider
 * that fails, or a private field, would go unnoticed until the node is opened in KNIME.
 */
public final class DialogCheck {

    private DialogCheck() {
    }

    /**
     * Initializes all conditions and providers of the fields for the values given, and computes their states.
     *
     * @param parameters the parameters of a model or a view
     * @param input what is known at the input, see {@link ParametersSettings#input}
     * @return one line per problem: the field and what failed
     */
    public static List<String> problems(final NodeParameters parameters, final NodeParametersInput input) {
        return DialogProbe.problems(parameters, input);
    }
}
