// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import java.io.IOException;
import org.electrode4d.learning.data.Orientation;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelType;

/**
 * Probabilities from slices across x or y, to be read in slabs across z. Each slice is cut into pieces, as thick along
 * z as a slab, and a piece is what is written and read at once: on a disk every value is written once and read once.
 * Values are kept in 16 bits, in steps of 1/65535.
 */
final class OrthogonalVotes {

    private static final int SCALE = 65_535;

    private final Orientation orientation;
    private final int channels;
    private final int columns;
    private final int rows;
    private final int slices;
    private final int thickness;
    private final PlaneStore pieces;

    /**
     * @param orientation not XY
     * @param channels probabilities of a voxel
     * @param thickness of a slab, voxels
     * @throws IOException if there is no room
     */
    OrthogonalVotes(final Orientation orientation, final Shape shape, final int channels, final int thickness,
        final ScratchSpace scratch) throws IOException {
        this.orientation = orientation;
        this.channels = channels;
        this.columns = orientation.columns(shape);
        this.rows = orientation.rows(shape);
        this.slices = orientation.slices(shape);
        this.thickness = thickness;
        this.pieces = scratch.create(new Shape(columns, (long)thickness * channels, (long)slices * slabs()),
            VoxelType.UINT16);
    }

    private int slabs() {
        return (rows + thickness - 1) / thickness;
    }

    /** @param probabilities {@code [1, channel, row, column]} of a slice */
    void store(final int slice, final Tensor probabilities) {
        for (int slab = 0; slab < slabs(); slab++) {
            final int first = slab * thickness;
            final int count = Math.min(thickness, rows - first);
            final short[] piece = new short[columns * thickness * channels];
            for (int channel = 0; channel < channels; channel++) {
                final int from = (channel * rows + first) * columns;
                final int to = channel * thickness * columns;
                for (int i = 0; i < count * columns; i++) {
                    piece[to + i] = (short)Math.min(SCALE, Math.round(SCALE * probabilities.values()[from + i]));
                }
            }
            pieces.store((long)slice * slabs() + slab, piece);
        }
    }

    /**
     * Adds the probabilities of a slab.
     *
     * @param slab its number; the first slice across z is that times the thickness
     * @param sums {@code [slice across z][channel, y, x]}
     */
    void add(final int slab, final float[][] sums) {
        for (int slice = 0; slice < slices; slice++) {
            final short[] piece = (short[])pieces.load((long)slice * slabs() + slab);
            for (int z = 0; z < sums.length; z++) {
                for (int channel = 0; channel < channels; channel++) {
                    add(piece, (channel * thickness + z) * columns, sums[z], channel, slice);
                }
            }
        }
    }

    /** Frees what was stored. */
    void release(final ScratchSpace scratch) {
        scratch.release(pieces);
    }

    private void add(final short[] piece, final int from, final float[] sums, final int channel, final int slice) {
        final boolean alongX = orientation == Orientation.XZ;
        final int first = channel * columns * slices + (alongX ? slice * columns : slice);
        final int step = alongX ? 1 : slices;
        for (int i = 0; i < columns; i++) {
            sums[first + i * step] += (piece[from + i] & 0xffff) / (float)SCALE;
        }
    }
}
