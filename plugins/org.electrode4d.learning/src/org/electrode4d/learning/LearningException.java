// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning;

import org.electrode4d.volume.VolumeException;

/** Images, labels, models or settings that cannot be learned from; the message says what and what to do. */
public final class LearningException extends VolumeException {

    private static final long serialVersionUID = 1L;

    public LearningException(final String message) {
        super(message);
    }

    public LearningException(final String message, final Throwable cause) {
        super(message);
        initCause(cause);
    }
}
