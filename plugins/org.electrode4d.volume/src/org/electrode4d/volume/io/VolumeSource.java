// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.electrode4d.volume.VoxelSize;

/**
 * Where a volume is to be read from.
 *
 * @param path of a file, of an OME-Zarr folder, of a folder of TIFF slices, or of a data set in an HDF5 file
 *            ({@code labels.h5/volume/labels}; {@code labels.h5} where there is a single one)
 * @param slicePattern a glob such as {@code scan_*.tif} for the names of the slices in a folder; empty for all TIFF
 *            files
 * @param voxelSize used in place of what the file says; needed where the file does not say it
 * @param level of an OME-Zarr pyramid, 0 for the full resolution
 */
public record VolumeSource(Path path, String slicePattern, Optional<VoxelSize> voxelSize, int level) {

    public VolumeSource {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(slicePattern, "slicePattern");
        Objects.requireNonNull(voxelSize, "voxelSize");
        if (level < 0) {
            throw new IllegalArgumentException("The level of a pyramid must not be negative, but is " + level + ".");
        }
    }

    public VolumeSource(final Path path, final String slicePattern, final Optional<VoxelSize> voxelSize) {
        this(path, slicePattern, voxelSize, 0);
    }

    /** A file or folder as it is. */
    public static VolumeSource of(final Path path) {
        return new VolumeSource(path, "", Optional.empty());
    }

    public VolumeSource withSlicePattern(final String glob) {
        return new VolumeSource(path, glob, voxelSize, level);
    }

    public VolumeSource withVoxelSize(final VoxelSize size) {
        return new VolumeSource(path, slicePattern, Optional.of(size), level);
    }

    public VolumeSource withLevel(final int chosen) {
        return new VolumeSource(path, slicePattern, voxelSize, chosen);
    }

    VolumeSource withPath(final Path other) {
        return new VolumeSource(other, slicePattern, voxelSize, level);
    }
}
