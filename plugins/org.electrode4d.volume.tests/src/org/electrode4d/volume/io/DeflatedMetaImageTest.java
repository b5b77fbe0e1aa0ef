// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

class DeflatedMetaImageTest extends VolumeFormatContract {

    DeflatedMetaImageTest() {
        super(WriteOptions.of(Format.META_IMAGE).withCompression(Compression.DEFLATE), true, true);
    }
}
