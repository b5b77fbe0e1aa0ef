// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

import org.electrode4d.volume.Progress;

/** Waits for data as long as it takes, unless the work is cancelled; the stream below times out again and again. */
final class PatientInput extends FilterInputStream {

    private final Progress progress;

    PatientInput(final InputStream in, final Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        final byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(final byte[] buffer, final int offset, final int length) throws IOException {
        while (true) {
            try {
                return in.read(buffer, offset, length);
            } catch (SocketTimeoutException nothingYet) {
                progress.check();
            }
        }
    }
}
