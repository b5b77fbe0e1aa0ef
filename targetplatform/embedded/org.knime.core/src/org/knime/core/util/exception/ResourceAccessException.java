// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.util.exception;

import java.io.IOException;

/** A resource behind a URL cannot be reached. */
public class ResourceAccessException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param message what failed, and for which URL */
    public ResourceAccessException(final String message) {
        super(message);
    }

    /**
     * @param message what failed, and for which URL
     * @param cause why
     */
    public ResourceAccessException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
