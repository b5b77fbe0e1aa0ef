// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.Arrays;
import java.util.function.Consumer;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.parameters.NodeParameters;

/** Both sides of one configuration. */
final class ConfigureCall extends NodeCall implements ConfigureInput, ConfigureOutput {

    private final PortObjectSpec[] inSpecs;
    private final PortObjectSpec[] outSpecs;

    ConfigureCall(final NodeParameters parameters, final PortObjectSpec[] inSpecs, final NodePortTypes ports,
        final Consumer<String> warnings) {
        super(parameters, ports, warnings);
        this.inSpecs = inSpecs;
        outSpecs = new PortObjectSpec[ports.outputs().length];
    }

    PortObjectSpec[] outSpecs() {
        return outSpecs;
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return inSpecs;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends PortObjectSpec> S getInPortSpec(final int index) {
        return (S)inSpecs[index];
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(inSpecs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public DataTableSpec getInTableSpec(final int portIndex) {
        return (DataTableSpec)inSpecs[portIndex];
    }

    @Override
    public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
        outSpecs[index] = spec;
    }

    @Override
    @SafeVarargs
    public final <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
        System.arraycopy(specs, 0, outSpecs, 0, specs.length);
    }
}
