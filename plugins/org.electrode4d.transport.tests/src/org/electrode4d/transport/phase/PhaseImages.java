// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Volumes of phases for tests. */
final class PhaseImages {

    static final VoxelSize UNIT = VoxelSize.isotropic(1);

    private PhaseImages() {
    }

    /** What phase is where. */
    @FunctionalInterface
    interface Body {
        int label(double x, double y, double z);
    }

    /** Voxels as written: slices of rows of digits, x to the right, y down. */
    static Volume literal(final VoxelSize size, final String[]... slices) {
        final int sizeX = slices[0][0].length();
        final int sizeY = slices[0].length;
        final byte[] values = new byte[sizeX * sizeY * slices.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(slices[i / (sizeX * sizeY)][i / sizeX % sizeY].charAt(i % sizeX) - '0');
        }
        return Volume.of("phases", ArrayImgs.unsignedBytes(values, sizeX, sizeY, slices.length), size);
    }

    /** A body that voxels see at their centres, in µm from the centre of the first one. */
    static Volume of(final Shape shape, final VoxelSize size, final Body body) {
        final byte[] values = new byte[Math.toIntExact(shape.voxels())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)body.label(i % shape.x() * size.x(), i / shape.x() % shape.y() * size.y(),
                i / (shape.x() * shape.y()) * size.z());
        }
        return Volume.of("phases", ArrayImgs.unsignedBytes(values, shape.x(), shape.y(), shape.z()), size);
    }

    /** Phases 1, 2 and 3, each a third around a line through a point. */
    static Body sectors(final Point through, final Point direction) {
        final Point along = direction.times(1 / direction.norm());
        final Point helper = Math.abs(along.z()) < 0.9 ? new Point(0, 0, 1) : new Point(1, 0, 0);
        final Point one = cross(along, helper);
        final Point right = one.times(1 / one.norm());
        final Point up = cross(along, right);
        return (x, y, z) -> {
            final Point from = new Point(x, y, z).minus(through);
            // turned a little, so that no border runs through centres of voxels
            final double angle = Math.atan2(from.dot(up), from.dot(right)) + 0.123 + 2 * Math.PI;
            return 1 + (int)(angle / (2 * Math.PI / 3)) % 3;
        };
    }

    static Point cross(final Point a, final Point b) {
        return new Point(a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(),
            a.x() * b.y() - a.y() * b.x());
    }
}
