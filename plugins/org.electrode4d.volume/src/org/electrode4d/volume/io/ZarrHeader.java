// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.electrode4d.volume.Shape;

/**
 * The header {@code .zarray} of a Zarr array, version 2, whose last three axes are z, y, x (or last two y, x) and whose
 * others have one entry.
 *
 * @param folder of the array
 * @param axes of the array, 2 to 5
 * @param chunk its voxels along x, y, z, as it stands on disk even at the far ends of the array
 * @param fill value of chunks that are not there
 * @param separator between the numbers in the name of a chunk
 */
record ZarrHeader(Path folder, Shape shape, StoredType stored, int axes, Shape chunk, ZarrCodec codec, double fill,
    String separator) {

    static final String FILE = ".zarray";

    private static final ObjectMapper JSON = new ObjectMapper();

    static ZarrHeader read(final Path folder) throws IOException {
        final Path file = folder.resolve(FILE);
        final JsonNode json = readJson(file);
        final long[] shape = numbers(file, json, "shape");
        final long[] chunks = numbers(file, json, "chunks");
        final int axes = shape.length;
        if (axes < 2 || axes > 5 || chunks.length != axes) {
            throw new VolumeFormatException(file, "A volume needs 2 to 5 axes and as many chunk sizes, but shape is "
                + Arrays.toString(shape) + " and chunks are " + Arrays.toString(chunks) + ".");
        }
        final int leading = Math.max(0, axes - 3);
        if (Arrays.stream(shape, 0, leading).anyMatch(extent -> extent != 1)) {
            throw new VolumeFormatException(file, "The array has several times or channels (shape "
                + Arrays.toString(shape) + "), but a volume is one of each. Save them as arrays of their own.");
        }
        requireSupported(file, json);
        return new ZarrHeader(folder, lastThree(shape),
            NumpyType.parse(file, json.path("dtype").asText("missing")), axes, lastThree(chunks),
            ZarrCodec.parse(file, json.path("compressor")), fill(file, json.path("fill_value")),
            json.path("dimension_separator").asText("."));
    }

    static JsonNode emptyJson() {
        return JSON.createObjectNode();
    }

    static JsonNode readJson(final Path file) throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new VolumeFormatException(file, "The file is malformed: " + e.getOriginalMessage() + " at line "
                + e.getLocation().getLineNr() + ".", e);
        }
    }

    /** The file of the chunk with the given numbers along x, y, z. */
    Path file(final long x, final long y, final long z) {
        final String leading = ("0" + separator).repeat(Math.max(0, axes - 3));
        return folder.resolve(leading + (axes > 2 ? z + separator : "") + y + separator + x);
    }

    private static Shape lastThree(final long[] extents) {
        final int axes = extents.length;
        return new Shape(extents[axes - 1], extents[axes - 2], axes > 2 ? extents[axes - 3] : 1);
    }

    private static void requireSupported(final Path file, final JsonNode json) throws VolumeFormatException {
        if (json.path("zarr_format").asInt() != 2) {
            throw new VolumeFormatException(file, "Zarr version " + json.path("zarr_format").asText("unknown")
                + " is not supported; version 2 is.");
        } else if (!json.path("order").asText("C").equals("C")) {
            throw new VolumeFormatException(file, "Chunks in Fortran order are not supported. Write them in C order.");
        } else if (json.path("filters").size() > 0) {
            throw new VolumeFormatException(file, "Filters are not supported: " + json.path("filters")
                + ". Write the array without.");
        }
    }

    private static long[] numbers(final Path file, final JsonNode json, final String key)
        throws VolumeFormatException {
        final long[] numbers = StreamSupport.stream(json.path(key).spliterator(), false)
            .flatMapToLong(n -> n.canConvertToLong() ? LongStream.of(n.asLong()) : LongStream.of(0)).toArray();
        if (Arrays.stream(numbers).anyMatch(n -> n < 1)) {
            throw new VolumeFormatException(file, "\"" + key + "\" must be whole numbers above zero, but is "
                + json.path(key) + ".");
        }
        return numbers;
    }

    private static double fill(final Path file, final JsonNode value) throws VolumeFormatException {
        if (value.isNumber()) {
            return value.asDouble();
        } else if (value.isBoolean() || value.isNull() || value.isMissingNode()) {
            return value.asBoolean() ? 1 : 0;
        }
        return switch (value.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new VolumeFormatException(file, "The fill value " + value + " is no number.");
        };
    }
}
