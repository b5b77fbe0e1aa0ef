// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

class TiffTest extends VolumeFormatContract {

    TiffTest() {
        super(WriteOptions.of(Format.TIFF).withCompression(Compression.NONE), true, false);
    }
}
