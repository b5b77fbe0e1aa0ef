// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

import java.io.IOException;

/** The other side of a link is gone. */
public final class LinkClosedException extends IOException {

    private static final long serialVersionUID = 1;

    /** @param message that names the link and what happened */
    public LinkClosedException(final String message) {
        super(message);
    }

    /** @param message that names the link and what happened */
    public LinkClosedException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
