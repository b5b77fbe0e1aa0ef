// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * MetaImage, the format of ITK: {@code .mha} with the voxels behind the header, {@code .mhd} with the voxels in a file
 * beside it; raw or as one zlib stream, either byte order. Written is {@code .mha}.
 *
 * <p>The format names no unit of length. By ITK's convention {@code ElementSpacing} (or else {@code ElementSize}) and
 * {@code Offset} are taken as millimetres; a voxel size given in the source overrides that. A spacing of exactly
 * {@code 1 1 1}, which programs write when they know nothing, counts as missing. The direction of axes
 * ({@code TransformMatrix}) is not read.
 *
 * <p>A zlib stream can only be unpacked from its start: reading in z order is one pass, going back starts again.
 */
final class MetaImageFormat implements VolumeFormat {

    private static final double MICROMETRES = LengthUnit.MILLIMETRE.micrometres();
    private static final String DIGITS = "%019d";

    @Override
    public boolean recognises(final Path path) {
        final String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".mha") || name.endsWith(".mhd")) && !Files.isDirectory(path);
    }

    @Override
    public Volume open(final VolumeSource source) throws IOException {
        final Path path = source.path();
        final MetaImageHeader header = MetaImageHeader.read(path);
        final String local = header.text("ElementDataFile", "LOCAL");
        requireSupported(header, local);
        final boolean inside = local.equalsIgnoreCase("LOCAL");
        final Path data = inside ? path : path.resolveSibling(local);
        if (!Files.isRegularFile(data)) {
            throw header.error("The voxels should be in " + data + ", but there is no such file.");
        }
        final Shape shape = header.shape();
        final StoredType stored = header.stored();
        final VoxelSize size = spacing(header).resolve(source);
        final String name = FileNames.stem(path);
        final Volume volume;
        if (header.flag("CompressedData")) {
            final InflatedSlabs slabs = new InflatedSlabs(data, inside ? header.length() : 0, shape, stored);
            volume = LazyVolume.load(name, slabs.layout(), size, slabs);
        } else {
            final RawChunks raw = RawChunks.contiguous(data, shape, stored, offset(header, data, inside))
                .requireComplete();
            volume = LazyVolume.load(name, raw.layout(), size, raw);
        }
        return volume.withOrigin(origin(header));
    }

    @Override
    public Set<Compression> compressions() {
        return EnumSet.of(Compression.NONE, Compression.DEFLATE);
    }

    @Override
    public void write(final Volume volume, final Path file, final WriteOptions options, final Progress progress)
        throws IOException {
        final boolean deflate = options.compression() == Compression.DEFLATE;
        final StoredType stored = new StoredType(volume.type(), ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            final ByteBuffer header = header(volume, deflate, 0);
            final long data = header.limit();
            RawWriter.writeFully(channel, header, 0);
            if (deflate) {
                final long packed = new DeflatedPlanes(volume, stored).write(channel, data, progress);
                RawWriter.writeFully(channel, header(volume, true, packed), 0);
            } else {
                new RawWriter(volume, stored).write(channel, data, progress);
            }
        }
    }

    private static void requireSupported(final MetaImageHeader header, final String local)
        throws VolumeFormatException {
        if (header.number("ElementNumberOfChannels", 1) != 1) {
            throw header.error("Voxels of " + header.number("ElementNumberOfChannels", 1)
                + " channels are not supported. Save one channel.");
        } else if (header.text("BinaryData", "True").equalsIgnoreCase("False")) {
            throw header.error("Voxels written as text (BinaryData = False) are not supported. Save them as binary.");
        } else if (local.startsWith("LIST") || local.contains("%")) {
            throw header.error("Voxels in a list of files (ElementDataFile = " + local
                + ") are not supported. Save them in one file.");
        }
    }

    /** The header's size in front of the voxels; -1 says that they are at the end of the file. */
    private static long offset(final MetaImageHeader header, final Path data, final boolean inside)
        throws IOException {
        final long size = header.number("HeaderSize", 0);
        if (size == -1) {
            final long bytes = header.shape().voxels() * header.stored().bytes();
            return Math.max(0, Files.size(data) - bytes);
        }
        return inside ? header.length() : size;
    }

    private static Spacing spacing(final MetaImageHeader header) throws VolumeFormatException {
        final double[] given = header.numbers("ElementSpacing");
        final double[] mm = given.length > 0 ? given : header.numbers("ElementSize");
        final boolean made = mm.length == 3 && mm[0] == 1 && mm[1] == 1 && mm[2] == 1;
        if (mm.length < 2 || made) {
            return Spacing.UNKNOWN;
        }
        return new Spacing(mm[0] * MICROMETRES, mm[1] * MICROMETRES, mm.length > 2 ? mm[2] * MICROMETRES : Double.NaN);
    }

    private static Point origin(final MetaImageHeader header) throws VolumeFormatException {
        for (final String key : new String[] {"Offset", "Position", "Origin"}) {
            final double[] mm = header.numbers(key);
            if (mm.length >= 2) {
                return new Point(mm[0], mm[1], mm.length > 2 ? mm[2] : 0).times(MICROMETRES);
            }
        }
        return Point.ORIGIN;
    }

    private static ByteBuffer header(final Volume volume, final boolean deflate, final long packedBytes) {
        final Shape shape = volume.shape();
        final VoxelSize size = volume.voxelSize();
        final Point origin = volume.origin();
        final String text = "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n"
            + "CompressedData = " + (deflate ? "True\nCompressedDataSize = " + DIGITS.formatted(packedBytes) : "False")
            + "\nTransformMatrix = 1 0 0 0 1 0 0 0 1\nOffset = " + millimetres(origin.x(), origin.y(), origin.z())
            + "\nElementSpacing = " + millimetres(size.x(), size.y(), size.z())
            + "\nDimSize = " + shape.x() + " " + shape.y() + " " + shape.z()
            + "\nElementType = " + elementType(volume) + "\nElementDataFile = LOCAL\n";
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String millimetres(final double x, final double y, final double z) {
        return x / MICROMETRES + " " + y / MICROMETRES + " " + z / MICROMETRES;
    }

    private static String elementType(final Volume volume) {
        return switch (volume.type()) {
            case UINT8 -> "MET_UCHAR";
            case INT8 -> "MET_CHAR";
            case UINT16 -> "MET_USHORT";
            case INT16 -> "MET_SHORT";
            case UINT32 -> "MET_UINT";
            case INT32 -> "MET_INT";
            case FLOAT32 -> "MET_FLOAT";
        };
    }
}
