// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.dialog;

import java.util.function.Supplier;

import org.electrode4d.embedded.ui.persistence.Defaults;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;

/**
 * Computes a state for the values of fields, without waiting for what would trigger it in a dialog.
 *
 * @param fields the fields
 * @param input what is known at the input of the node
 */
record StateProbe(DialogFields fields, NodeParametersInput input) implements StateProviderInitializer {

    static <S> S compute(final StateProvider<S> provider, final DialogFields fields, final NodeParametersInput input)
        throws StateComputationFailureException {
        provider.init(new StateProbe(fields, input));
        return provider.computeState(input);
    }

    @Override
    public NodeParametersInput getNodeParametersInput() {
        return input;
    }

    @Override
    public <T> Supplier<T> computeFromValueSupplier(final Class<? extends ParameterReference<T>> ref) {
        return getValueSupplier(ref);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Supplier<T> getValueSupplier(final Class<? extends ParameterReference<T>> ref) {
        final T value = (T)fields.value(ref);
        return () -> value;
    }

    @Override
    public <T> void computeOnValueChange(final Class<? extends ParameterReference<T>> id) {
        fields.value(id);
    }

    @Override
    public <T> Supplier<T> computeFromProvidedState(final Class<? extends StateProvider<T>> stateProviderClass) {
        final StateProvider<T> provider = Defaults.create(stateProviderClass);
        provider.init(this);
        return () -> {
            try {
                return provider.computeState(input);
            } catch (StateComputationFailureException e) {
                throw new IllegalStateException(stateProviderClass.getName() + " has no state.", e);
            }
        };
    }

    @Override
    public void computeBeforeOpenDialog() {
        // computed at once
    }

    @Override
    public void computeAfterOpenDialog() {
        // computed at once
    }
}
