// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;

/**
 * Planes in which a volume is cut into slices. The values of a block that is one slice are those of its image row by
 * row.
 */
public enum Orientation {
    /** Rows along x, one above the other along y; slices along z. */
    XY,
    /** Rows along x, one above the other along z; slices along y. */
    XZ,
    /** Rows along y, one above the other along z; slices along x. */
    YZ;

    /** Pixels of a column of a slice. */
    public int rows(final Shape shape) {
        return Math.toIntExact(this == XY ? shape.y() : shape.z());
    }

    /** Pixels of a row of a slice. */
    public int columns(final Shape shape) {
        return Math.toIntExact(this == YZ ? shape.y() : shape.x());
    }

    /** Number of slices. */
    public int slices(final Shape shape) {
        return Math.toIntExact(switch (this) {
            case XY -> shape.z();
            case XZ -> shape.y();
            case YZ -> shape.x();
        });
    }

    /** The axis across the slices: 0 for x, 1 for y, 2 for z. */
    int normal() {
        return 2 - ordinal();
    }

    /** The voxels of a slice. */
    public Block slice(final Shape shape, final int index) {
        return switch (this) {
            case XY -> new Block(0, 0, index, columns(shape), rows(shape), 1);
            case XZ -> new Block(0, index, 0, columns(shape), 1, rows(shape));
            case YZ -> new Block(index, 0, 0, 1, columns(shape), rows(shape));
        };
    }
}
