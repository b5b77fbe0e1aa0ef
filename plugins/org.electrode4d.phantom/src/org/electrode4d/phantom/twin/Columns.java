// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.volume.Block;

/**
 * What all voxels over a place of a block's ground have in common, row by row: material x and y, thickness of the
 * electrode at the scan and before, how its strain grows, and where the foil ends; µm.
 */
final class Columns {

    final double[] x;
    final double[] y;
    final double[] thickness;
    final double[] before;
    final double[] bend;
    final double[] foil;

    Columns(final ScanFrame frame, final Foil rough, final Block block, final double voxel) {
        final int count = block.sizeX() * block.sizeY();
        x = new double[count];
        y = new double[count];
        thickness = new double[count];
        before = new double[count];
        bend = new double[count];
        foil = new double[count];
        for (int i = 0; i < count; i++) {
            final double placeX = (block.minX() + i % block.sizeX() + 0.5) * voxel;
            final double placeY = (block.minY() + i / block.sizeX() + 0.5) * voxel;
            x[i] = frame.materialX(placeX, placeY);
            y[i] = frame.materialY(placeX, placeY);
            thickness[i] = frame.swelling().after(x[i], y[i]);
            before[i] = frame.swelling().before(x[i], y[i]);
            bend[i] = frame.swelling().bend(x[i], y[i]);
            foil[i] = rough.height(x[i], y[i]);
        }
    }
}
