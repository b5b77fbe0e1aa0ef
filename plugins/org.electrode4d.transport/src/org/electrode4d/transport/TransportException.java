// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport;

import org.electrode4d.volume.VolumeException;

/** Volumes or settings with which transport cannot be computed; the message says what and what to do. */
public final class TransportException extends VolumeException {

    private static final long serialVersionUID = 1L;

    public TransportException(final String message) {
        super(message);
    }
}
