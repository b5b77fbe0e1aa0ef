// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Writes a volume as OME-Zarr, a chunk at a time and several in parallel. Chunks of nothing but zeros are left out.
 */
final class OmeZarrWriter {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String ARRAY = "0";

    private final Volume volume;
    private final ZarrCodec codec;
    private final StoredType stored;
    private final int edge;

    OmeZarrWriter(final Volume volume, final WriteOptions options) {
        this.volume = volume;
        codec = ZarrCodec.of(options.compression());
        stored = new StoredType(volume.type(), ByteOrder.LITTLE_ENDIAN);
        edge = options.chunkEdge();
    }

    void write(final Path folder, final Progress progress) throws IOException {
        Files.createDirectory(folder);
        writeJson(folder.resolve(".zgroup"), Map.of("zarr_format", 2));
        writeJson(folder.resolve(NgffImage.FILE), attributes());
        final Path array = Files.createDirectory(folder.resolve(ARRAY));
        writeJson(array.resolve(ZarrHeader.FILE), header());
        Blocks.forEach(Blocks.tile(volume.shape(), edge), progress, "Writing " + volume.name(),
            block -> write(array, block));
    }

    private void write(final Path array, final Block block) {
        try {
            final byte[] bytes = bytes(block);
            if (!isZero(bytes)) {
                final Path row = array.resolve(block.minZ() / edge + "/" + block.minY() / edge);
                Files.createDirectories(row);
                Files.write(row.resolve(Long.toString(block.minX() / edge)), codec.pack(bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a whole chunk, with zeros where it sticks out of the volume. */
    private byte[] bytes(final Block block) {
        final Object values = volume.type().newArray(block.voxels());
        volume.readNative(block, values);
        final ByteBuffer buffer = ByteBuffer.allocate(edge * edge * edge * stored.bytes());
        for (int z = 0; z < block.sizeZ(); z++) {
            for (int y = 0; y < block.sizeY(); y++) {
                buffer.position((z * edge + y) * edge * stored.bytes());
                stored.encode(values, (z * block.sizeY() + y) * block.sizeX(), block.sizeX(), buffer);
            }
        }
        return buffer.array();
    }

    private static boolean isZero(final byte[] bytes) {
        return bytes[0] == 0 && Arrays.mismatch(bytes, 0, bytes.length - 1, bytes, 1, bytes.length) < 0;
    }

    private Map<String, Object> header() {
        final Shape shape = volume.shape();
        final Map<String, Object> header = new LinkedHashMap<>();
        header.put("zarr_format", 2);
        header.put("shape", List.of(shape.z(), shape.y(), shape.x()));
        header.put("chunks", List.of(edge, edge, edge));
        header.put("dtype", NumpyType.name(volume.type()));
        header.put("compressor", codec == ZarrCodec.NONE ? null : ordered("id", codec.id(), "level", codec.level()));
        header.put("fill_value", 0);
        header.put("order", "C");
        header.put("filters", null);
        header.put("dimension_separator", "/");
        return header;
    }

    private Map<String, Object> attributes() {
        final VoxelSize size = volume.voxelSize();
        final Point origin = volume.origin();
        final Map<String, Object> dataset = ordered("path", ARRAY, "coordinateTransformations", List.of(
            ordered("type", "scale", "scale", List.of(size.z(), size.y(), size.x())),
            ordered("type", "translation", "translation", List.of(origin.z(), origin.y(), origin.x()))));
        final Map<String, Object> image = new LinkedHashMap<>();
        image.put("version", "0.4");
        image.put("name", volume.name());
        image.put("axes", List.of(axis("z"), axis("y"), axis("x")));
        image.put("datasets", List.of(dataset));
        final Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("multiscales", List.of(image));
        attributes.put(NgffImage.METADATA, volume.metadata());
        return attributes;
    }

    private static Map<String, Object> axis(final String name) {
        final Map<String, Object> axis = ordered("name", name, "type", "space");
        axis.put("unit", "micrometer");
        return axis;
    }

    /** A map that keeps its order, so that the same volume gives the same bytes. */
    private static Map<String, Object> ordered(final String firstKey, final Object first, final String secondKey,
        final Object second) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put(firstKey, first);
        map.put(secondKey, second);
        return map;
    }

    private static void writeJson(final Path file, final Object content) throws IOException {
        Files.write(file, JSON.writeValueAsBytes(content));
    }
}
