// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.updates;

import java.util.function.Supplier;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes a state of the dialog, such as the choices of a column selection.
 *
 * @param <S> the type of the state
 */
public interface StateProvider<S> {

    /**
     * Declares when the state is computed, and takes suppliers of what it depends on.
     *
     * @param initializer takes the declarations
     */
    void init(StateProviderInitializer initializer);

    /**
     * @param parametersInput what is known at the input of the node
     * @return the state
     * @throws StateComputationFailureException if there is no state for these values
     */
    S computeState(NodeParametersInput parametersInput) throws StateComputationFailureException;

    /** Takes the declarations of a provider. */
    interface StateProviderInitializer {

        /** @return what is known at the input of the node */
        NodeParametersInput getNodeParametersInput();

        /**
         * Computes the state again whenever a field changes.
         *
         * @param <T> the type of the field
         * @param ref the field
         * @return its value
         */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

        /**
         * Gives access to a field without computing the state again when it changes.
         *
         * @param <T> the type of the field
         * @param ref the field
         * @return its value
         */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref);

        /**
         * Computes the state again whenever a field changes.
         *
         * @param <T> the type of the field
         * @param id the field
         */
        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> id);

        /**
         * Computes the state again whenever another state does.
         *
         * @param <T> the type of that state
         * @param stateProviderClass computes that state
         * @return that state
         */
        <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass);

        /** Computes the state before the dialog opens. */
        void computeBeforeOpenDialog();

        /** Computes the state when the dialog is open already. */
        void computeAfterOpenDialog();
    }
}
