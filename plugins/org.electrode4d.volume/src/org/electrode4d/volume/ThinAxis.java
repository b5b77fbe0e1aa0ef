// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** The axis along which a volume is one voxel thick, so that it can be turned into an image in x and y, and back. */
public enum ThinAxis {
    /** A slice in y and z: they become x and y. */
    X(new int[]{1, 2, 0}),
    /** A slice in x and z: they become x and y. */
    Y(new int[]{0, 2, 1}),
    /** A slice in x and y. */
    Z(new int[]{0, 1, 2}),
    /** None: a volume. */
    NONE(new int[]{0, 1, 2});

    private final int[] order;

    /** @param order the axis that becomes x, y and z */
    ThinAxis(final int[] order) {
        this.order = order;
    }

    /** The last axis along which it is, if there are several. */
    public static ThinAxis of(final Volume volume) {
        if (volume.shape().z() == 1) {
            return Z;
        } else if (volume.shape().y() == 1) {
            return Y;
        }
        return volume.shape().x() == 1 ? X : NONE;
    }

    /** The volume with the thin axis as z, and its size and place alike; a view. */
    public Volume flatten(final Volume volume) {
        return turned(volume, order);
    }

    /** Undoes {@link #flatten(Volume)}. */
    public Volume restore(final Volume flat) {
        final int[] back = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            back[order[axis]] = axis;
        }
        return turned(flat, back);
    }

    /** The coordinates of a place in the flattened volume: two of a slice, three of a volume. */
    public double[] flatten(final Point point) {
        final double[] xyz = {point.x(), point.y(), point.z()};
        return this == NONE ? xyz : new double[]{xyz[order[0]], xyz[order[1]]};
    }

    private static Volume turned(final Volume volume, final int[] from) {
        if (from[0] == 0 && from[1] == 1) {
            return volume;
        }
        final double[] origin = {volume.origin().x(), volume.origin().y(), volume.origin().z()};
        final double[] size = {volume.voxelSize().x(), volume.voxelSize().y(), volume.voxelSize().z()};
        return Volume.of(volume.name(), permuted(volume.image(), from),
            new VoxelSize(size[from[0]], size[from[1]], size[from[2]]))
            .withOrigin(new Point(origin[from[0]], origin[from[1]], origin[from[2]]))
            .withMetadata(volume.metadata());
    }

    private static <T extends RealType<T>> RandomAccessibleInterval<? extends RealType<?>> permuted(
        final RandomAccessibleInterval<? extends RealType<?>> image, final int[] from) {
        @SuppressWarnings("unchecked") // T stands for whatever type the voxels have
        RandomAccessibleInterval<T> view = (RandomAccessibleInterval<T>)image;
        final int[] at = {0, 1, 2};
        for (int axis = 0; axis < 2; axis++) {
            int where = axis;
            while (at[where] != from[axis]) {
                where++;
            }
            view = where == axis ? view : Views.permute(view, axis, where);
            at[where] = at[axis];
            at[axis] = from[axis];
        }
        return view;
    }
}
