// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

class MetaImageTest extends VolumeFormatContract {

    MetaImageTest() {
        super(WriteOptions.of(Format.META_IMAGE).withCompression(Compression.NONE), true, true);
    }
}
