// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

class DeflatedTiffTest extends VolumeFormatContract {

    DeflatedTiffTest() {
        super(WriteOptions.of(Format.TIFF).withCompression(Compression.DEFLATE), true, false);
    }
}
