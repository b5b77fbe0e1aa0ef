// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the pages of a TIFF or BigTIFF file.
 */
final class TiffFile {

    private static final int REDUCED = 1;

    private TiffFile() {
    }

    /** The pages in the order of the file, without previews; voxels and places of strips are not read yet. */
    static List<TiffPage> pages(final Path path) throws IOException {
        final List<TiffPage> pages = new ArrayList<>();
        try (FileBytes file = new FileBytes(path)) {
            final ByteBuffer head = file.read(0, (int)Math.min(16, file.size()));
            final TiffDirectory.Layout layout = layout(path, head);
            final Set<Long> visited = new HashSet<>();
            long offset = layout.offset(head.order(layout.order()), layout.big() ? 8 : 4);
            while (offset != 0) {
                if (!visited.add(offset)) {
                    throw new VolumeFormatException(path, "The header is damaged: page " + (pages.size() + 1)
                        + " refers back to an earlier one.");
                }
                final TiffDirectory directory = new TiffDirectory(file, layout, offset);
                if ((directory.number(TiffTag.SUBFILE_TYPE, 0) & REDUCED) == 0) {
                    pages.add(TiffPage.read(path, directory, layout, offset));
                }
                offset = directory.next();
            }
        }
        if (pages.isEmpty()) {
            throw new VolumeFormatException(path, "The file has no pages.");
        }
        return pages;
    }

    private static TiffDirectory.Layout layout(final Path path, final ByteBuffer head) throws VolumeFormatException {
        if (head.limit() >= 8 && (head.get(0) == 'I' || head.get(0) == 'M') && head.get(0) == head.get(1)) {
            final ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            final int version = head.order(order).getShort(2);
            if (version == 42) {
                return new TiffDirectory.Layout(order, false);
            } else if (version == 43 && head.limit() == 16 && head.getShort(4) == 8) {
                return new TiffDirectory.Layout(order, true);
            }
        }
        throw new VolumeFormatException(path, "This is no TIFF file, whatever its name says: it does not begin with "
            + "\"II\" or \"MM\" and the number 42 (TIFF) or 43 (BigTIFF).");
    }
}
