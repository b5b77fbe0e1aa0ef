// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** What a node does, whichever way its factory described it. */
public sealed interface NodeBehaviour permits StandardBehaviour, RearrangingBehaviour {

    /** @return the class of the parameters */
    Optional<Class<? extends NodeParameters>> parameters();

    /**
     * @param input what is known
     * @param output takes the specs
     * @throws InvalidSettingsException if the parameters do not fit the input
     */
    void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException;

    /**
     * @param input the data
     * @param output takes the results
     * @throws Exception whatever the node throws
     */
    void execute(ExecuteInput input, ExecuteOutput output) throws Exception;
}
