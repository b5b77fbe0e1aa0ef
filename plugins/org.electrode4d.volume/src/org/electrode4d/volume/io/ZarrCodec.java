// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Packs and unpacks the chunks of a Zarr array.
 */
enum ZarrCodec {
    NONE("", 0, Compression.NONE) {
        @Override
        byte[] unpack(final byte[] packed, final int length) {
            return packed;
        }

        @Override
        byte[] pack(final byte[] bytes) {
            return bytes;
        }
    },
    ZLIB("zlib", 1, Compression.DEFLATE) {
        @Override
        byte[] unpack(final byte[] packed, final int length) throws DataFormatException {
            final byte[] bytes = new byte[length];
            TiffCompression.inflate(packed, bytes);
            return bytes;
        }

        @Override
        byte[] pack(final byte[] bytes) {
            return TiffStrips.deflate(bytes);
        }
    },
    GZIP("gzip", 6, Compression.GZIP) {
        @Override
        byte[] unpack(final byte[] packed, final int length) throws IOException {
            try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                return stream.readAllBytes();
            }
        }

        @Override
        byte[] pack(final byte[] bytes) throws IOException {
            final ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
            try (GZIPOutputStream stream = new GZIPOutputStream(packed, 1 << 16)) {
                stream.write(bytes);
            }
            return packed.toByteArray();
        }
    },
    ZSTD("zstd", 3, Compression.ZSTD) {
        @Override
        byte[] unpack(final byte[] packed, final int length) throws DataFormatException {
            try {
                final byte[] bytes = new byte[length];
                final long count = Zstd.decompress(bytes, packed);
                return count == length ? bytes : Arrays.copyOf(bytes, (int)count);
            } catch (ZstdException e) {
                throw (DataFormatException)new DataFormatException(e.getMessage()).initCause(e);
            }
        }

        @Override
        byte[] pack(final byte[] bytes) {
            return Zstd.compress(bytes, level());
        }
    };

    private final String id;
    private final int level;
    private final Compression compression;

    ZarrCodec(final String id, final int level, final Compression compression) {
        this.id = id;
        this.level = level;
        this.compression = compression;
    }

    /** @param length of the unpacked chunk in bytes */
    abstract byte[] unpack(byte[] packed, int length) throws IOException, DataFormatException;

    abstract byte[] pack(byte[] bytes) throws IOException;

    /** The name in a Zarr header; empty for none. */
    String id() {
        return id;
    }

    int level() {
        return level;
    }

    static ZarrCodec of(final Compression compression) {
        return Arrays.stream(values()).filter(codec -> codec.compression == compression).findFirst().orElseThrow();
    }

    /** @param header the entry "compressor" of a Zarr header */
    static ZarrCodec parse(final Path path, final JsonNode header) throws VolumeFormatException {
        final String wanted = header.path("id").asText("");
        for (final ZarrCodec codec : values()) {
            if (codec.id.equals(wanted)) {
                return codec;
            }
        }
        throw new VolumeFormatException(path, "Chunks packed with " + wanted
            + " are not supported. Write the array with zstd, gzip, zlib or without a compressor.");
    }
}
