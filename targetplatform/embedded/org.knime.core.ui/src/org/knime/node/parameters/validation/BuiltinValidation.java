// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.validation;

/** A check that the dialog makes while the user types. */
public interface BuiltinValidation {

    /** @return what the user reads when the check fails */
    String getErrorMessage();

    /** @return the limits of the check */
    Object getParameters();
}
