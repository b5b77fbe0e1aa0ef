// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.phantom.Bounds;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.volume.Point;

/**
 * A deformation in µm from the corner of the view, seen in voxels from the centre of the first.
 *
 * @param voxel edge, µm
 */
record Rescaled(Deformation original, double voxel) implements Deformation {

    private static final Point HALF = new Point(0.5, 0.5, 0.5);

    private Point toMicrometres(final Point voxels) {
        return voxels.plus(HALF).times(voxel);
    }

    private Point toVoxels(final Point micrometres) {
        return micrometres.times(1 / voxel).minus(HALF);
    }

    @Override
    public Point forward(final Point reference) {
        return toVoxels(original.forward(toMicrometres(reference)));
    }

    @Override
    public Point inverse(final Point deformed) {
        return toVoxels(original.inverse(toMicrometres(deformed)));
    }

    @Override
    public double[] gradient(final Point reference) {
        return original.gradient(toMicrometres(reference));
    }

    @Override
    public Bounds forward(final Bounds reference) {
        return toVoxels(original.forward(toMicrometres(reference)));
    }

    @Override
    public Bounds inverse(final Bounds deformed) {
        return toVoxels(original.inverse(toMicrometres(deformed)));
    }

    private Bounds toMicrometres(final Bounds voxels) {
        return new Bounds(toMicrometres(voxels.min()), toMicrometres(voxels.max()));
    }

    private Bounds toVoxels(final Bounds micrometres) {
        return new Bounds(toVoxels(micrometres.min()), toVoxels(micrometres.max()));
    }
}
