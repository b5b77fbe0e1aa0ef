// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

/**
 * How voxels are made smaller on disk, without loss.
 */
public enum Compression {
    NONE,
    /** zlib streams: TIFF's "Adobe deflate", MetaImage's CompressedData, Zarr's "zlib". */
    DEFLATE,
    GZIP,
    /** As small as DEFLATE and several times as fast. */
    ZSTD
}
