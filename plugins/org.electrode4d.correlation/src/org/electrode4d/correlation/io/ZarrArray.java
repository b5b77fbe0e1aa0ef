// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One array of float64 in Zarr v2, in a single uncompressed chunk in C order. */
final class ZarrArray {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ZarrArray() {
    }

    static void write(final Path folder, final int[] shape, final double[] values) throws IOException {
        Files.createDirectory(folder);
        final ObjectNode head = JSON.createObjectNode();
        head.put("zarr_format", 2).put("dtype", "<f8").put("order", "C").put("fill_value", "NaN");
        head.putNull("compressor");
        head.putNull("filters");
        head.set("shape", JSON.valueToTree(shape));
        head.set("chunks", JSON.valueToTree(shape));
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(".zarray").toFile(), head);
        final ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Double.BYTES, values.length))
            .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        Files.write(folder.resolve(chunkName(shape)), bytes.array());
    }

    /** @throws FieldFormatException unless the array is complete and of the shape and kind that {@link #write} makes */
    static double[] read(final Path folder, final int[] shape) throws IOException {
        final Path headFile = folder.resolve(".zarray");
        if (!Files.isRegularFile(headFile)) {
            throw new FieldFormatException(headFile, "The array is missing. Was the field copied completely?");
        }
        final JsonNode head = head(headFile);
        final JsonNode expected = JSON.valueToTree(shape);
        final boolean known = "<f8".equals(head.path("dtype").asText()) && "C".equals(head.path("order").asText())
            && head.path("compressor").isNull() && head.path("filters").isNull()
            && expected.equals(head.path("chunks")) && expected.equals(head.path("shape"));
        if (!known) {
            throw new FieldFormatException(headFile, "An uncompressed float64 array of shape "
                + Arrays.toString(shape) + " in one chunk was expected.");
        }
        return chunk(folder.resolve(chunkName(shape)), shape);
    }

    private static JsonNode head(final Path file) throws IOException {
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new FieldFormatException(file, "This is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static double[] chunk(final Path chunk, final int[] shape) throws IOException {
        if (!Files.isRegularFile(chunk)) {
            throw new FieldFormatException(chunk,
                "The data of the array are missing. Was the field copied completely?");
        }
        final long numbers = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        if (Files.size(chunk) != Double.BYTES * numbers) {
            throw new FieldFormatException(chunk, "The file has " + Files.size(chunk) + " bytes, but "
                + Double.BYTES * numbers + " were expected. Copy or write it again.");
        }
        final double[] array = new double[Math.toIntExact(numbers)];
        ByteBuffer.wrap(Files.readAllBytes(chunk)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(array);
        return array;
    }

    private static String chunkName(final int[] shape) {
        return IntStream.range(0, shape.length).mapToObj(i -> "0").collect(Collectors.joining("."));
    }
}
