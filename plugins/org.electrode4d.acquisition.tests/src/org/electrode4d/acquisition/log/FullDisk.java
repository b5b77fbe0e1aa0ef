// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;

/**
 * A disk with so many bytes left: writes what fits, then fails; the reserve gives space free once. Forces nothing in
 * truth.
 */
public final class FullDisk implements LogFile {

    private final LogFile file;
    private long left;
    private long reserve;
    private boolean hollow;

    private FullDisk(final LogFile file, final long left, final long reserve) {
        this.file = file;
        this.left = left;
        this.reserve = reserve;
    }

    /** @param left bytes until it is full; {@code reserve} more after its reserve was freed */
    public static UnaryOperator<LogFile> with(final long left, final long reserve) {
        return file -> new FullDisk(file, left, reserve);
    }

    /** A disk that takes all bytes, but cannot be forced while it is full. */
    public static UnaryOperator<LogFile> thatCannotBeForced(final long left, final long reserve) {
        return file -> {
            final FullDisk disk = new FullDisk(file, left, reserve);
            disk.hollow = true;
            return disk;
        };
    }

    @Override
    public void append(final ByteBuffer bytes) throws IOException {
        final int wanted = bytes.remaining();
        final int fits = hollow ? wanted : (int)Math.min(wanted, left);
        final ByteBuffer part = ByteBuffer.allocate(fits);
        part.put(bytes.array(), bytes.arrayOffset() + bytes.position(), fits).flip();
        if (fits > 0) {
            file.append(part);
        }
        left -= fits;
        if (fits < wanted) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void force() throws IOException {
        if (left < 0) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void releaseReserve() throws IOException {
        left = Math.max(left, 0) + reserve;
        reserve = 0;
        file.releaseReserve();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
