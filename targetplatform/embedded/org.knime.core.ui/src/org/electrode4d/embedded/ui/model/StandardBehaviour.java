// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.Optional;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/**
 * A node that configures and executes in code of its own.
 *
 * @param parameters the class of the parameters
 * @param configurer turns specs into specs
 * @param executor turns data into data
 */
public record StandardBehaviour(Optional<Class<? extends NodeParameters>> parameters,
    ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configurer, ExecuteConsumer executor)
    implements NodeBehaviour {

    @Override
    public void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        configurer.accept(input, output);
    }

    @Override
    public void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        executor.accept(input, output);
    }
}
