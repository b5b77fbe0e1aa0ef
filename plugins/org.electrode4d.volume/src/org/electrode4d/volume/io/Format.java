// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

/**
 * The file formats of volumes.
 */
public enum Format {
    /** One file of many pages; BigTIFF where 4 GB are not enough. */
    TIFF(".tif", new TiffFormat()),
    /** A folder of chunks: Zarr version 2 with OME-NGFF 0.4 metadata. */
    OME_ZARR(".ome.zarr", new OmeZarrFormat()),
    /** A text header with the voxels behind it (.mha) or beside it (.mhd and .raw). */
    META_IMAGE(".mha", new MetaImageFormat()),
    /** NumPy's array file, axes z, y, x. */
    NPY(".npy", new NpyFormat());

    private final String suffix;
    private final VolumeFormat volumeFormat;

    Format(final String suffix, final VolumeFormat volumeFormat) {
        this.suffix = suffix;
        this.volumeFormat = volumeFormat;
    }

    /** How file names of the format end, with the dot. */
    public String suffix() {
        return suffix;
    }

    /** What reads and writes the format. */
    public VolumeFormat volumeFormat() {
        return volumeFormat;
    }
}
