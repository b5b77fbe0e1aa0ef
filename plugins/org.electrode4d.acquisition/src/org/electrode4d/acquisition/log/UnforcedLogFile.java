// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Leaves it to the operating system when bytes go to the disk. */
final class UnforcedLogFile implements LogFile {

    private final LogFile file;

    UnforcedLogFile(final LogFile file) {
        this.file = file;
    }

    @Override
    public void append(final ByteBuffer bytes) throws IOException {
        file.append(bytes);
    }

    @Override
    public void force() {
        // not wanted
    }

    @Override
    public void releaseReserve() throws IOException {
        file.releaseReserve();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
