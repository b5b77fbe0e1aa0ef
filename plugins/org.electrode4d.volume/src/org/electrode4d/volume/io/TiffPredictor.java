// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.nio.ByteBuffer;

/**
 * Undoes horizontal differencing (TIFF 6.0, section 14): each number of a row is the sum of the stored ones up to it.
 */
final class TiffPredictor {

    private TiffPredictor() {
    }

    /** @param bytes of each number, 1, 2, 4 or 8 */
    static void undo(final ByteBuffer rows, final int bytes, final int width) {
        final int count = rows.limit() / bytes;
        for (int i = 0; i < count; i++) {
            if (i % width != 0) {
                add(rows, (i - 1) * bytes, i * bytes, bytes);
            }
        }
    }

    private static void add(final ByteBuffer rows, final int left, final int here, final int bytes) {
        switch (bytes) {
            case 1 -> rows.put(here, (byte)(rows.get(here) + rows.get(left)));
            case 2 -> rows.putShort(here, (short)(rows.getShort(here) + rows.getShort(left)));
            case 4 -> rows.putInt(here, rows.getInt(here) + rows.getInt(left));
            default -> rows.putLong(here, rows.getLong(here) + rows.getLong(left));
        }
    }
}
