// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import org.electrode4d.volume.Progress;

/** Walks over the faces between cells of different phases. */
final class CellInterfaces {

    /** Receives faces. */
    @FunctionalInterface
    interface FaceVisitor {
        /** A face between the cell (x, y, z) and the one before it along an axis. */
        void face(int axis, int x, int y, int z);
    }

    private CellInterfaces() {
    }

    /** Visits faces plane by plane. */
    static void forEach(final PhaseCells cells, final Progress progress, final String message,
        final FaceVisitor visitor) {
        int[] below = cells.plane(0);
        for (int z = 0; z < cells.nz(); z++) {
            progress.check();
            progress.report(z / (double)cells.nz(), message);
            final int[] plane = z == 0 ? below : cells.plane(z);
            for (int y = 0; y < cells.ny(); y++) {
                row(plane, below, y, cells.nx(), z, visitor);
            }
            below = plane;
        }
    }

    private static void row(final int[] plane, final int[] below, final int y, final int nx, final int z,
        final FaceVisitor visitor) {
        for (int x = 0; x < nx; x++) {
            final int at = y * nx + x;
            if (x > 0 && plane[at] != plane[at - 1]) {
                visitor.face(0, x, y, z);
            }
            if (y > 0 && plane[at] != plane[at - nx]) {
                visitor.face(1, x, y, z);
            }
            if (plane[at] != below[at]) {
                visitor.face(2, x, y, z);
            }
        }
    }
}
