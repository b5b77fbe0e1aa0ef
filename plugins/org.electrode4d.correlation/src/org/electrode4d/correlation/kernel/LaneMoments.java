// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;
import org.electrode4d.volume.Block;

/**
 * Sums of one quantity over the chunks of a window, by lane, and how they become sums weighted with the coordinates: x
 * and y are those of the lane, z that of the lane's plane plus the planes of the chunks before. Float over the chunks,
 * double over the lanes.
 */
final class LaneMoments {

    final float[] plain;
    final float[] numbered;
    final float[] squared;

    /** @param order highest power of coordinates, 0 to 2 */
    LaneMoments(final int lanes, final int order) {
        plain = new float[lanes];
        numbered = new float[order > 0 ? lanes : 0];
        squared = new float[order > 1 ? lanes : 0];
    }

    /** First-order sums of something with three components. */
    static LaneMoments[] three(final int lanes) {
        return new LaneMoments[] {new LaneMoments(lanes, 1), new LaneMoments(lanes, 1), new LaneMoments(lanes, 1)};
    }

    void clear() {
        Arrays.fill(plain, 0);
        Arrays.fill(numbered, 0);
        Arrays.fill(squared, 0);
    }

    double sum() {
        double sum = 0;
        for (final float value : plain) {
            sum += value;
        }
        return sum;
    }

    /** Adds the sums weighted with x, y, z and 1 to four entries. */
    void firstOrder(final Place place, final double[] into, final int at) {
        int i = 0;
        for (int plane = 0; plane < place.planes; plane++) {
            double sumPlane = 0;
            double numberedPlane = 0;
            for (int row = 0; row < place.box.sizeY(); row++) {
                double sum = 0;
                double sumX = 0;
                for (int x = 0; x < place.box.sizeX(); x++) {
                    sum += plain[i];
                    sumX += x * (double)plain[i];
                    numberedPlane += numbered[i++];
                }
                into[at] += place.x * sum + sumX;
                into[at + 1] += (place.y + row) * sum;
                sumPlane += sum;
            }
            into[at + 2] += (place.z + plane) * sumPlane + place.planes * numberedPlane;
            into[at + 3] += sumPlane;
        }
    }

    /** Adds the sums weighted with 1, x, y, z, xx, xy, xz, yy, yz, zz to ten entries. */
    void secondOrder(final Place place, final double[] into) {
        int i = 0;
        for (int plane = 0; plane < place.planes; plane++) {
            final double z = place.z + plane;
            for (int row = 0; row < place.box.sizeY(); row++) {
                final double y = place.y + row;
                double c = 0;
                double cx = 0;
                double cxx = 0;
                double n = 0;
                double nx = 0;
                double s = 0;
                for (int column = 0; column < place.box.sizeX(); column++) {
                    final double x = place.x + column;
                    c += plain[i];
                    cx += x * plain[i];
                    cxx += x * x * plain[i];
                    n += numbered[i];
                    nx += x * numbered[i];
                    s += squared[i++];
                }
                final double cz = z * c + place.planes * n;
                into[0] += c;
                into[1] += cx;
                into[2] += y * c;
                into[3] += cz;
                into[4] += cxx;
                into[5] += y * cx;
                into[6] += z * cx + place.planes * nx;
                into[7] += y * y * c;
                into[8] += y * cz;
                into[9] += z * z * c + place.planes * (2 * z * n + place.planes * s);
            }
        }
    }

    /**
     * Where the lanes are.
     *
     * @param box the window
     * @param planes of a chunk
     * @param x of the first lane from the window's centre; y and z likewise, z for the chunk with number 0
     */
    record Place(Block box, int planes, double x, double y, double z) {
    }
}
