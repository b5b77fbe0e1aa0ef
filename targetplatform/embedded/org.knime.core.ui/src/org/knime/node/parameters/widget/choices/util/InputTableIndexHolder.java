// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices.util;

/** Knows the input port that a provider of columns looks at. */
public interface InputTableIndexHolder {

    /** @return the input port, from 0 */
    default int getInputTableIndex() {
        return 0;
    }
}
