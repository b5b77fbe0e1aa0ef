// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import java.util.Locale;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.picture.SliceAxis;
import org.electrode4d.volume.picture.SliceImage;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.Label;

/** The plane of a slice; labels for {@link SliceAxis}. Positions are 0 for the first slice, 1 for the last. */
public enum SlicePlane {

    /** Parallel to the current collector. */
    @Label(value = "x-y", description = "Parallel to the surface of the electrode, at one depth z")
    XY(SliceAxis.Z, "x →, y ↓"),

    /** Across the electrode. */
    @Label(value = "x-z", description = "Across the electrode: z, the depth, runs downwards")
    XZ(SliceAxis.Y, "x →, z ↓"),

    /** Across the electrode. */
    @Label(value = "y-z", description = "Across the electrode: z, the depth, runs downwards")
    YZ(SliceAxis.X, "y →, z ↓");

    private final SliceAxis axis;
    private final String directions;

    SlicePlane(final SliceAxis axis, final String directions) {
        this.axis = axis;
        this.directions = directions;
    }

    /** The axis that the plane is perpendicular to: 0 for x, 1 for y, 2 for z. */
    public int axis() {
        return axis.ordinal();
    }

    /** A slice of a volume, to be drawn. */
    public SliceImage slice(final Volume volume, final double position) {
        return SliceImage.of(volume, axis, index(volume.shape(), position));
    }

    /** This plane; of a volume that is one voxel thick its own one, since across it there would only be lines. */
    public SlicePlane within(final Volume volume) {
        final Shape shape = volume.shape();
        if (shape.z() == 1) {
            return XY;
        } else if (shape.y() == 1) {
            return XZ;
        }
        return shape.x() == 1 ? YZ : this;
    }

    /** The voxels of a slice as a volume one voxel thick. */
    public Volume crop(final Volume volume, final double position) {
        final Block all = Block.of(volume.shape());
        final long index = index(volume.shape(), position);
        return volume.crop(switch (axis) {
            case X -> new Block(index, 0, 0, 1, all.sizeY(), all.sizeZ());
            case Y -> new Block(0, index, 0, all.sizeX(), 1, all.sizeZ());
            case Z -> new Block(0, 0, index, all.sizeX(), all.sizeY(), 1);
        });
    }

    /** For titles: where the slice is and which way its axes run, such as {@code z = 4.2 µm (x →, y ↓)}. */
    public String place(final Volume volume, final double position) {
        final Volume slice = crop(volume, position);
        final double[] origin = {slice.origin().x(), slice.origin().y(), slice.origin().z()};
        return axis.name().toLowerCase(Locale.ROOT) + " = " + NumberText.of(origin[axis.ordinal()]) + " µm ("
            + directions + ")";
    }

    /** Refuses what is no position, for the field "Position [-]" of dialogs. */
    public static void requirePosition(final double position) throws InvalidSettingsException {
        if (!(position >= 0 && position <= 1)) {
            throw new InvalidSettingsException("'Position [-]' is " + position + ", but must lie between 0 and 1.");
        }
    }

    private long index(final Shape shape, final double position) {
        return Math.round(position * (shape.along(axis.ordinal()) - 1));
    }
}
