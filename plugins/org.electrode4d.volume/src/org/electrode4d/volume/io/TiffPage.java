// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.electrode4d.volume.VoxelType;

/**
 * What the header of a TIFF page says, checked: one channel of 8-, 16- or 32-bit integers or of floating point.
 * Values of "white is zero" pages are read as they are stored.
 *
 * @param width of a page in pixels
 * @param height of a page in pixels
 * @param segmentWidth and {@code segmentHeight}: of a tile; a strip is a tile as wide as the page
 * @param directory where the page's fields are in the file
 * @param data where the voxels are, if uncompressed and in one piece; -1 otherwise
 */
record TiffPage(Path path, int width, int height, StoredType stored, TiffCompression compression, boolean predictor,
    int segmentWidth, int segmentHeight, TiffDirectory.Layout layout, long directory, long data,
    TiffCalibration calibration) {

    private static final int RGB = 2;
    private static final int SIGNED = 2;
    private static final int FLOAT = 3;
    private static final int HORIZONTAL = 2;

    static TiffPage read(final Path path, final TiffDirectory fields, final TiffDirectory.Layout layout,
        final long offset) throws IOException {
        requireGrey(path, fields);
        final int width = fields.required(TiffTag.WIDTH, "the width");
        final int height = fields.required(TiffTag.HEIGHT, "the height");
        final StoredType stored = stored(path, fields, layout.order());
        final TiffCompression compression = TiffCompression.of(path, fields.number(TiffTag.COMPRESSION, 1));
        final long predictor = fields.number(TiffTag.PREDICTOR, 1);
        if (predictor > HORIZONTAL) {
            throw new VolumeFormatException(path, "Predictor " + predictor
                + " is not supported. Save the file without compression, or with LZW or deflate and no predictor.");
        }
        final boolean tiled = fields.has(TiffTag.TILE_WIDTH);
        final int segmentWidth = tiled ? fields.required(TiffTag.TILE_WIDTH, "the tile width") : width;
        final int segmentHeight = tiled ? fields.required(TiffTag.TILE_LENGTH, "the tile length")
            : (int)Math.min(height, fields.number(TiffTag.ROWS_PER_STRIP, height));
        final long data = compression == TiffCompression.NONE && predictor == 1 && !tiled
            ? contiguous(fields, (long)width * height * stored.bytes(), segmentHeight * (long)width * stored.bytes())
            : -1;
        return new TiffPage(path, width, height, stored, compression, predictor == HORIZONTAL, segmentWidth,
            segmentHeight, layout, offset, data, TiffCalibration.read(fields));
    }

    int segmentsX() {
        return (width - 1) / segmentWidth + 1;
    }

    boolean tiled() {
        return segmentWidth != width;
    }

    private static void requireGrey(final Path path, final TiffDirectory fields) throws IOException {
        final long samples = fields.number(TiffTag.SAMPLES_PER_PIXEL, 1);
        final long photometric = fields.number(TiffTag.PHOTOMETRIC, 1);
        if (samples != 1 || photometric == RGB) {
            throw new VolumeFormatException(path, "This is a colour image with " + samples
                + " samples per pixel. Convert it to grey values, or save its channels one by one.");
        }
    }

    private static StoredType stored(final Path path, final TiffDirectory fields, final ByteOrder order)
        throws IOException {
        final int bits = (int)fields.number(TiffTag.BITS_PER_SAMPLE, 1);
        final int format = (int)fields.number(TiffTag.SAMPLE_FORMAT, 1);
        final boolean signed = format == SIGNED;
        if (format == FLOAT && bits == 64) {
            return StoredType.float64(order);
        } else if (format == FLOAT && bits == 32) {
            return new StoredType(VoxelType.FLOAT32, order);
        } else if (format != FLOAT && bits == 8) {
            return new StoredType(signed ? VoxelType.INT8 : VoxelType.UINT8, order);
        } else if (format != FLOAT && bits == 16) {
            return new StoredType(signed ? VoxelType.INT16 : VoxelType.UINT16, order);
        } else if (format != FLOAT && bits == 32) {
            return new StoredType(signed ? VoxelType.INT32 : VoxelType.UINT32, order);
        }
        throw new VolumeFormatException(path, "Pixels of " + bits + " bits" + (format == FLOAT ? " floating point" : "")
            + " are not supported. Save the file with 8, 16 or 32 bits per pixel.");
    }

    /** Where a page's strips begin, if they follow each other without gaps. */
    private static long contiguous(final TiffDirectory fields, final long pageBytes, final long stripBytes)
        throws IOException {
        final long[] offsets = fields.numbers(TiffTag.STRIP_OFFSETS);
        if (offsets.length == 0 || offsets.length < (pageBytes - 1) / stripBytes + 1) {
            return -1;
        }
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] != offsets[0] + i * stripBytes) {
                return -1;
            }
        }
        return offsets[0];
    }
}
