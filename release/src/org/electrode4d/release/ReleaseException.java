// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

/** A release that must not be made, with the reason. */
final class ReleaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReleaseException(final String message) {
        super(message);
    }
}
