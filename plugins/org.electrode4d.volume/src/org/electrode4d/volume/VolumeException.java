// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

/** Volumes or settings with which a computation cannot work; the message says what and what to do. */
public class VolumeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public VolumeException(final String message) {
        super(message);
    }
}
