// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation;

import org.electrode4d.volume.VolumeException;

/** Volumes or settings with which a segmentation cannot work; the message says what and what to do. */
public final class SegmentationException extends VolumeException {

    private static final long serialVersionUID = 1L;

    public SegmentationException(final String message) {
        super(message);
    }
}
