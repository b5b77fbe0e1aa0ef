// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.util.Objects;

/**
 * How a volume is to be written.
 *
 * @param compression one of the format's {@link VolumeFormat#compressions()}
 * @param chunkEdge voxels of a chunk along every axis, 16 to 512, for OME-Zarr; 64 to 128 suits most uses
 * @param createFolders whether missing parent folders are made
 */
public record WriteOptions(Format format, Compression compression, int chunkEdge, boolean createFolders) {

    public WriteOptions {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(compression, "compression");
        if (chunkEdge < 16 || chunkEdge > 512) {
            throw new IllegalArgumentException("The chunk edge must be 16 to 512 voxels, but is " + chunkEdge + ".");
        }
        if (!format.volumeFormat().compressions().contains(compression)) {
            throw new IllegalArgumentException(format + " files cannot be written with compression " + compression
                + ". Choose one of " + format.volumeFormat().compressions() + ".");
        }
    }

    /** What suits a format: zstd and chunks of 64 voxels for OME-Zarr, no compression otherwise. */
    public static WriteOptions of(final Format format) {
        return new WriteOptions(format, format.volumeFormat().compressions().iterator().next(), 64, false);
    }

    public WriteOptions withCompression(final Compression other) {
        return new WriteOptions(format, other, chunkEdge, createFolders);
    }

    public WriteOptions withChunkEdge(final int edge) {
        return new WriteOptions(format, compression, edge, createFolders);
    }

    public WriteOptions creatingFolders() {
        return new WriteOptions(format, compression, chunkEdge, true);
    }
}
