// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

/** Settings are missing, have the wrong type or contradict each other or the input. */
public class InvalidSettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param s what is wrong, for the user */
    public InvalidSettingsException(final String s) {
        super(s);
    }

    /** @param cause why */
    public InvalidSettingsException(final Throwable cause) {
        super(cause);
    }

    /**
     * @param msg what is wrong, for the user
     * @param cause why
     */
    public InvalidSettingsException(final String msg, final Throwable cause) {
        super(msg, cause);
    }
}
