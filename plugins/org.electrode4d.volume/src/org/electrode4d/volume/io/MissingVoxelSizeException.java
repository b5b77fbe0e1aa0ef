// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.nio.file.Path;

/**
 * Neither the file nor the source says how large a voxel is along every axis. A size is never made up.
 */
public final class MissingVoxelSizeException extends VolumeFormatException {

    private static final long serialVersionUID = 1L;

    public MissingVoxelSizeException(final Path path, final String found) {
        super(path, found + " Give the voxel size in µm along x, y and z.");
    }
}
