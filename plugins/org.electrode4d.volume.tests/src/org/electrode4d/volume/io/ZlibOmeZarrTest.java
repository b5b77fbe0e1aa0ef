// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

class ZlibOmeZarrTest extends VolumeFormatContract {

    ZlibOmeZarrTest() {
        super(WriteOptions.of(Format.OME_ZARR).withCompression(Compression.DEFLATE).withChunkEdge(16), true, true);
    }
}
