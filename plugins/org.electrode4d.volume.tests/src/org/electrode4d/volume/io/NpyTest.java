// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

class NpyTest extends VolumeFormatContract {

    NpyTest() {
        super(WriteOptions.of(Format.NPY).withCompression(Compression.NONE), false, false);
    }
}
