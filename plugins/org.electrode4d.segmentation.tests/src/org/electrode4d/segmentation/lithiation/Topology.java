// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import org.electrode4d.volume.Shape;

/**
 * What a change must keep that does not tear or glue: the numbers of 26-connected parts and of cavities, and the Euler
 * number of the union of closed cubes, vertices - edges + faces - cubes.
 */
record Topology(int parts, int cavities, int euler) {

    static Topology of(final byte[] mask, final Shape shape) {
        return new Topology(BoxParts.of(mask, shape).count(), cavities(mask, shape), euler(mask, shape));
    }

    private static boolean has(final byte[] mask, final Shape shape, final int x, final int y, final int z) {
        return x >= 0 && y >= 0 && z >= 0 && x < shape.x() && y < shape.y() && z < shape.z()
            && mask[(int)(x + shape.x() * (y + shape.y() * z))] != 0;
    }

    /** Every cell of the cubic complex at twice its coordinates: odd ones are inner, even ones borders of cubes. */
    private static int euler(final byte[] mask, final Shape shape) {
        int euler = 0;
        for (int z = 0; z <= 2 * shape.z(); z++) {
            for (int y = 0; y <= 2 * shape.y(); y++) {
                for (int x = 0; x <= 2 * shape.x(); x++) {
                    if (belongs(mask, shape, x, y, z)) {
                        euler += (x % 2 + y % 2 + z % 2) % 2 == 0 ? 1 : -1;
                    }
                }
            }
        }
        return euler;
    }

    private static boolean belongs(final byte[] mask, final Shape shape, final int x, final int y, final int z) {
        for (int k = (z + 1) / 2 - 1; k <= z / 2; k++) {
            for (int j = (y + 1) / 2 - 1; j <= y / 2; j++) {
                for (int i = (x + 1) / 2 - 1; i <= x / 2; i++) {
                    if (has(mask, shape, i, j, k)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Parts of the background by faces, less the one outside: flooded by sweeping until nothing changes. */
    private static int cavities(final byte[] mask, final Shape shape) {
        final int sizeX = (int)shape.x() + 2;
        final int sizeY = (int)shape.y() + 2;
        final int[] part = new int[sizeX * sizeY * ((int)shape.z() + 2)];
        for (int i = 0; i < part.length; i++) {
            part[i] = has(mask, shape, i % sizeX - 1, i / sizeX % sizeY - 1, i / sizeX / sizeY - 1) ? -1 : i;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < part.length; i++) {
                for (final int step : new int[] {1, sizeX, sizeX * sizeY}) {
                    final int j = i + step;
                    if (j < part.length && part[i] >= 0 && part[j] >= 0 && part[i] != part[j]
                        && (step != 1 || i % sizeX < sizeX - 1) && (step != sizeX || i / sizeX % sizeY < sizeY - 1)) {
                        part[i] = Math.min(part[i], part[j]);
                        part[j] = part[i];
                        changed = true;
                    }
                }
            }
        }
        int roots = 0;
        for (int i = 0; i < part.length; i++) {
            roots += part[i] == i ? 1 : 0;
        }
        return roots - 1;
    }
}
