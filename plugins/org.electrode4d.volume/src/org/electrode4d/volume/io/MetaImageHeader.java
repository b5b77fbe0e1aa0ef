// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelType;

/**
 * The text at the begin of a MetaImage file: lines of {@code Key = Value}, {@code ElementDataFile} last.
 */
final class MetaImageHeader {

    private static final int LONGEST = 1 << 16;
    private static final String DATA_FILE = "elementdatafile";

    private final Path path;
    private final Map<String, String> values = new HashMap<>();
    private int length;

    private MetaImageHeader(final Path path) {
        this.path = path;
    }

    static MetaImageHeader read(final Path path) throws IOException {
        final MetaImageHeader header = new MetaImageHeader(path);
        try (FileBytes file = new FileBytes(path)) {
            final byte[] bytes = file.read(0, (int)Math.min(LONGEST, file.size())).array();
            header.parse(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return header;
    }

    private void parse(final String text) throws VolumeFormatException {
        int start = 0;
        while (!values.containsKey(DATA_FILE)) {
            final int end = text.indexOf('\n', start);
            final String line = text.substring(start, end < 0 ? text.length() : end);
            final int equals = line.indexOf('=');
            if (equals < 1 || end < 0 && !line.strip().toLowerCase(Locale.ROOT).startsWith(DATA_FILE)) {
                throw error("The header is malformed: a line with \"Key = Value\" was expected at byte " + start
                    + ", and ElementDataFile as the last.");
            }
            values.put(line.substring(0, equals).strip().toLowerCase(Locale.ROOT), line.substring(equals + 1).strip());
            start = end < 0 ? text.length() : end + 1;
        }
        length = start;
    }

    /** Bytes of the header in its file. */
    int length() {
        return length;
    }

    Shape shape() throws VolumeFormatException {
        final int dimensions = (int)number("NDims", 3);
        final double[] size = numbers("DimSize");
        if (dimensions < 2 || dimensions > 3 || size.length != dimensions) {
            throw error("A volume needs NDims 2 or 3 and as many numbers in DimSize, but NDims is " + dimensions
                + " and DimSize is " + text("DimSize", "missing") + ".");
        }
        for (final double extent : size) {
            if (extent < 1 || extent != Math.rint(extent)) {
                throw error("DimSize must be whole numbers above zero, but is " + text("DimSize", "") + ".");
            }
        }
        return new Shape((long)size[0], (long)size[1], dimensions == 2 ? 1 : (long)size[2]);
    }

    StoredType stored() throws VolumeFormatException {
        final ByteOrder order = flag("ElementByteOrderMSB") || flag("BinaryDataByteOrderMSB")
            ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        final String type = text("ElementType", "missing");
        return switch (type) {
            case "MET_UCHAR" -> new StoredType(VoxelType.UINT8, order);
            case "MET_CHAR" -> new StoredType(VoxelType.INT8, order);
            case "MET_USHORT" -> new StoredType(VoxelType.UINT16, order);
            case "MET_SHORT" -> new StoredType(VoxelType.INT16, order);
            case "MET_UINT" -> new StoredType(VoxelType.UINT32, order);
            case "MET_INT" -> new StoredType(VoxelType.INT32, order);
            case "MET_FLOAT" -> new StoredType(VoxelType.FLOAT32, order);
            case "MET_DOUBLE" -> StoredType.float64(order);
            default -> throw error("ElementType " + type + " is not supported. Known are MET_UCHAR, MET_CHAR, "
                + "MET_USHORT, MET_SHORT, MET_UINT, MET_INT, MET_FLOAT and MET_DOUBLE.");
        };
    }

    boolean flag(final String key) {
        return text(key, "False").equalsIgnoreCase("True");
    }

    String text(final String key, final String absent) {
        return values.getOrDefault(key.toLowerCase(Locale.ROOT), absent);
    }

    long number(final String key, final long absent) throws VolumeFormatException {
        final double[] numbers = numbers(key);
        return numbers.length == 0 ? absent : (long)numbers[0];
    }

    /** The numbers of a line; none where there is no such line. */
    double[] numbers(final String key) throws VolumeFormatException {
        final String text = text(key, "");
        if (text.isEmpty()) {
            return new double[0];
        }
        final String[] words = text.split("\\s+");
        final double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                numbers[i] = Double.parseDouble(words[i]);
            } catch (NumberFormatException e) {
                throw new VolumeFormatException(path, key + " must be numbers, but is " + text + ".", e);
            }
        }
        return numbers;
    }

    VolumeFormatException error(final String problem) {
        return new VolumeFormatException(path, problem);
    }
}
