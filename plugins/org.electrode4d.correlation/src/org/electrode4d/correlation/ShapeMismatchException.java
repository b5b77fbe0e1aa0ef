// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Volume;

/** Two volumes that should cover each other voxel by voxel do not. */
public final class ShapeMismatchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param remedy what the user can do */
    public ShapeMismatchException(final Volume first, final Volume second, final String remedy) {
        super(first.name() + " has " + first.shape() + " voxels, but " + second.name() + " has " + second.shape()
            + ". " + remedy);
    }
}
