// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/** Volumes or settings with which a correlation cannot work; the message says what and what to do. */
public final class CorrelationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public CorrelationException(final String message) {
        super(message);
    }
}
