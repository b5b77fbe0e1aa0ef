// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

import net.imglib2.img.array.ArrayImgs;
import org.knime.node.parameters.widget.choices.Label;

/** What of a scan is meshed. */
enum MeshedRegion {

    @Label(value = "Slice", description = "One slice, in triangles")
    SLICE {
        @Override
        Volume of(final Volume phases, final SlicePlane plane, final double position) {
            final SlicePlane own = plane.within(phases);
            return flat(own.crop(phases, position), own);
        }
    },

    @Label(value = "Volume", description = "All of it, in tetrahedra; an image of one slice in triangles")
    VOLUME {
        @Override
        Volume of(final Volume phases, final SlicePlane plane, final double position) {
            return phases;
        }
    };

    /** The labels to be meshed; of a slice with its axes as x and y. */
    abstract Volume of(Volume phases, SlicePlane plane, double position);

    /** Rows of a slice follow each other in memory whatever its plane. */
    private static Volume flat(final Volume slice, final SlicePlane plane) {
        if (plane == SlicePlane.XY) {
            return slice;
        }
        final Block block = Block.of(slice.shape());
        final int[] labels = new int[block.voxels()];
        LabelVolume.of(Masks.requireIntegers(slice, "the phases")).read(block, labels);
        final VoxelSize size = slice.voxelSize();
        final Point origin = slice.origin();
        final boolean alongX = plane == SlicePlane.XZ;
        return Volume.of(slice.name(),
            ArrayImgs.ints(labels, alongX ? block.sizeX() : block.sizeY(), block.sizeZ(), 1),
            alongX ? new VoxelSize(size.x(), size.z(), size.y()) : new VoxelSize(size.y(), size.z(), size.x()))
            .withOrigin(alongX ? new Point(origin.x(), origin.z(), origin.y())
                : new Point(origin.y(), origin.z(), origin.x()))
            .withMetadata(slice.metadata());
    }
}
