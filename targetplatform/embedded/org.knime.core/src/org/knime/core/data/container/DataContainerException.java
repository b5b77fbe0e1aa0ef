// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.container;

/** Rows cannot be written, for a reason that is not in them. */
public class DataContainerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DataContainerException(final String message) {
        super(message);
    }

    public DataContainerException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
