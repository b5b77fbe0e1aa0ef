// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.nodes.picture.NumberText;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;

/**
 * What a cell keeps of a volume.
 *
 * @param name as shown to the user
 * @param shape in voxels
 * @param type of the voxels
 * @param voxelSize in µm
 * @param origin position of the first voxel in µm
 * @param metadata free key-value pairs
 * @param contentHash see {@link ContentHash}
 */
public record VolumeDescription(String name, Shape shape, VoxelType type, VoxelSize voxelSize, Point origin,
    SortedMap<String, String> metadata, String contentHash) implements CellDescription {

    private static final byte VERSION = 1;

    /** Keeps its own copy of the metadata. */
    public VolumeDescription {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    static VolumeDescription of(final Volume volume, final String contentHash) {
        return new VolumeDescription(volume.name(), volume.shape(), volume.type(), volume.voxelSize(),
            volume.origin(), new TreeMap<>(volume.metadata()), contentHash);
    }

    /** Whether two volumes hold the same voxels of the same size at the same place, whatever they are called. */
    @Override
    public boolean sameContent(final CellDescription other) {
        return other instanceof VolumeDescription volume && contentHash.equals(volume.contentHash)
            && shape.equals(volume.shape) && type == volume.type && voxelSize.equals(volume.voxelSize)
            && origin.equals(volume.origin);
    }

    void write(final DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeUTF(name);
        out.writeLong(shape.x());
        out.writeLong(shape.y());
        out.writeLong(shape.z());
        out.writeUTF(type.name());
        writePoint(out, new Point(voxelSize.x(), voxelSize.y(), voxelSize.z()));
        writePoint(out, origin);
        out.writeInt(metadata.size());
        for (final Map.Entry<String, String> entry : metadata.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
        out.writeUTF(contentHash);
    }

    static VolumeDescription read(final DataInput in) throws IOException {
        final byte version = in.readByte();
        if (version != VERSION) {
            throw new IOException("This volume was stored by a newer version of Electrode4D (cell version " + version
                + ", known here: " + VERSION + ").");
        }
        final String name = in.readUTF();
        final Shape shape = new Shape(in.readLong(), in.readLong(), in.readLong());
        final VoxelType type = VoxelType.valueOf(in.readUTF());
        final Point size = readPoint(in);
        final Point origin = readPoint(in);
        final SortedMap<String, String> metadata = new TreeMap<>();
        for (int remaining = in.readInt(); remaining > 0; remaining--) {
            metadata.put(in.readUTF(), in.readUTF());
        }
        return new VolumeDescription(name, shape, type, new VoxelSize(size.x(), size.y(), size.z()), origin,
            metadata, in.readUTF());
    }

    private static void writePoint(final DataOutput out, final Point point) throws IOException {
        out.writeDouble(point.x());
        out.writeDouble(point.y());
        out.writeDouble(point.z());
    }

    private static Point readPoint(final DataInput in) throws IOException {
        return new Point(in.readDouble(), in.readDouble(), in.readDouble());
    }

    /** One line: name, shape, type and voxel size. */
    @Override
    public String toString() {
        return String.format("%s: %d × %d × %d %s, voxel %s", name, shape.x(), shape.y(), shape.z(),
            type.name().toLowerCase(Locale.ROOT), text(voxelSize));
    }

    /** One length where voxels are cubes, else three. */
    static String text(final VoxelSize size) {
        if (size.x() == size.y() && size.x() == size.z()) {
            return NumberText.of(size.x()) + " µm";
        }
        return NumberText.of(size.x()) + " × " + NumberText.of(size.y()) + " × " + NumberText.of(size.z()) + " µm";
    }
}
