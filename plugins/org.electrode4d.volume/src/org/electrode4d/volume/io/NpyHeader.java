// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * The header of a NumPy array file, versions 1 to 3 of the format.
 *
 * @param extents along the axes as NumPy has them
 * @param fortranOrder whether the first axis is contiguous, not the last
 * @param length of the header in bytes
 */
record NpyHeader(StoredType stored, long[] extents, boolean fortranOrder, int length) {

    private static final byte[] MAGIC = {(byte)0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

    static NpyHeader read(final Path path) throws IOException {
        try (FileBytes file = new FileBytes(path)) {
            final ByteBuffer head = file.read(0, (int)Math.min(12, file.size())).order(ByteOrder.LITTLE_ENDIAN);
            if (head.limit() < 12 || !Arrays.equals(Arrays.copyOf(head.array(), 6), MAGIC)) {
                throw new VolumeFormatException(path, "This is no NumPy array file, whatever its name says.");
            }
            final int version = head.get(6);
            if (version < 1 || version > 3) {
                throw new VolumeFormatException(path, "Version " + version
                    + " of the NumPy array format is not supported; 1, 2 and 3 are.");
            }
            final int start = version == 1 ? 10 : 12;
            final long textLength = version == 1 ? head.getShort(8) & 0xffff : head.getInt(8) & 0xffff_ffffL;
            final byte[] text = file.read(start, (int)Math.min(textLength, Integer.MAX_VALUE)).array();
            return parse(path, new String(text, StandardCharsets.UTF_8), start + text.length);
        }
    }

    private static NpyHeader parse(final Path path, final String text, final int length)
        throws VolumeFormatException {
        final Matcher type = TYPE.matcher(text);
        final Matcher order = ORDER.matcher(text);
        final Matcher shape = SHAPE.matcher(text);
        if (!type.find() || !order.find() || !shape.find()) {
            throw new VolumeFormatException(path, "The header is malformed, or the array is one of records: "
                + text.strip());
        }
        final long[] extents = Arrays.stream(shape.group(1).split(",")).map(String::strip)
            .filter(s -> !s.isEmpty()).mapToLong(Long::parseLong).toArray();
        return new NpyHeader(NumpyType.parse(path, type.group(1)), extents, order.group(1).equals("True"), length);
    }

    /** The extents as x, y, z: the last axis is x, and axes before the last three have one entry. */
    Shape shape(final Path path) throws VolumeFormatException {
        final int axes = extents.length;
        final boolean single = Arrays.stream(extents, 0, Math.max(0, axes - 3)).allMatch(extent -> extent == 1);
        if (axes < 2 || !single || Arrays.stream(extents).anyMatch(extent -> extent < 1)) {
            throw new VolumeFormatException(path, "The array has the shape " + Arrays.toString(extents)
                + ", but a volume has the axes z, y, x or y, x.");
        }
        return new Shape(extents[axes - 1], extents[axes - 2], axes < 3 ? 1 : extents[axes - 3]);
    }

    static ByteBuffer build(final Volume volume) {
        final Shape shape = volume.shape();
        final String text = "{'descr': '" + NumpyType.name(volume.type()) + "', 'fortran_order': False, 'shape': ("
            + shape.z() + ", " + shape.y() + ", " + shape.x() + "), }";
        final int unpadded = 10 + text.length() + 1;
        final int length = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        final String padded = text + " ".repeat(length - unpadded) + "\n";
        final ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).put((byte)1).put((byte)0).putShort((short)(length - 10));
        return header.put(padded.getBytes(StandardCharsets.US_ASCII)).flip();
    }
}
