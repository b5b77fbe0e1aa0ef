// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import org.electrode4d.volume.Shape;

/**
 * How the axes of a volume lie in the grid of the solver, along whose z it flows.
 *
 * @param shape of the volume
 * @param axis of the volume along which it flows
 * @param firstPlane plane of the grid in which the first layer of the volume is: 0, or -1 where its values are held
 */
record FluxAxes(Shape shape, int axis, int firstPlane) {

    static FluxAxes of(final Shape shape, final FluxSettings settings) {
        return new FluxAxes(shape, settings.axis(), settings.boundary() == FluxBoundary.LAYERS ? -1 : 0);
    }

    /** The axis of the volume that is x of the grid. */
    private int rows() {
        return axis == 0 ? 1 : 0;
    }

    /** The axis of the volume that is y of the grid. */
    private int columns() {
        return axis == 2 ? 1 : 2;
    }

    int layers() {
        return (int)shape.along(axis);
    }

    FluxGrid grid(final boolean periodic) {
        return new FluxGrid((int)shape.along(rows()), (int)shape.along(columns()), layers() + 2 * firstPlane, periodic,
            periodic);
    }

    /** Index of the first voxel of a row of the volume. */
    int index(final FluxGrid grid, final int y, final int z) {
        return grid.row(0, firstPlane) + y * step(grid, 1) + z * step(grid, 2);
    }

    /** By how much the index grows along an axis of the volume. */
    int step(final FluxGrid grid, final int alongAxis) {
        return alongAxis == axis ? grid.plane() : alongAxis == rows() ? 1 : grid.nx();
    }

    /** Values along x, y and z of the volume in the order of the grid. */
    double[] permute(final double[] ofVolume) {
        return new double[] {ofVolume[rows()], ofVolume[columns()], ofVolume[axis]};
    }
}
