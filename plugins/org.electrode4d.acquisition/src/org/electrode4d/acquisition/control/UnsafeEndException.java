// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

/** A run has ended, and it is not known whether the output is off. Suppressed in whatever ended the run. */
public final class UnsafeEndException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message what was tried */
    public UnsafeEndException(final String message) {
        super(message);
    }
}
