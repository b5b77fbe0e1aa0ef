// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

class ZstdOmeZarrTest extends VolumeFormatContract {

    ZstdOmeZarrTest() {
        super(WriteOptions.of(Format.OME_ZARR).withCompression(Compression.ZSTD).withChunkEdge(16), true, true);
    }
}
