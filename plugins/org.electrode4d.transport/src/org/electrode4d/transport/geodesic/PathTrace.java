// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;


/** Where traces of paths begin. */
final class PathTrace {

    private PathTrace() {
    }

    /** The first place of a slice to which the path is shortest; -1 if none leads there. */
    static int nearest(final PathLengths lengths, final int slice) {
        final double[] values = lengths.values();
        final int from = slice * lengths.frame().planeStep();
        int nearest = -1;
        for (int place = from; place < from + lengths.frame().planeStep(); place++) {
            if (values[place] >= 0 && (nearest < 0 || values[place] < values[nearest])) {
                nearest = place;
            }
        }
        return nearest;
    }
}
