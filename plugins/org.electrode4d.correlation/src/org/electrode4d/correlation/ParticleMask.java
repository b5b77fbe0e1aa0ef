// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;

/**
 * Which voxels of a box belong to one particle: those of its label, and those without a label up to a distance. The
 * distance is that of voxel centres, exact: the smallest square of a distance is found along x, then y, then z, with
 * {@code 2 distance + 1} comparisons per voxel and axis.
 */
final class ParticleMask {

    private static final int FAR = Integer.MAX_VALUE / 2;
    private static final int LINES_PER_CHECK = 1 << 10;

    private final Block box;
    private final int plane;
    private final boolean[] inside;

    private ParticleMask(final Block box, final boolean[] inside) {
        this.box = box;
        this.inside = inside;
        plane = box.sizeX() * box.sizeY();
    }

    /**
     * @param box inside the volume
     * @param distance in voxels
     */
    static ParticleMask of(final LabelVolume labels, final int label, final Block box, final int distance,
        final Progress progress) {
        final int[] ids = new int[box.voxels()];
        labels.read(box, ids);
        final int[] squared = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            squared[i] = ids[i] == label ? 0 : FAR;
        }
        final int row = box.sizeX();
        final int plane = row * box.sizeY();
        final Spread spread = new Spread(squared, distance, Math.max(row, Math.max(box.sizeY(), box.sizeZ())));
        for (int line = 0; line < ids.length / row; line++) {
            checkNowAndThen(line, progress);
            spread.along(line * row, 1, row);
        }
        for (int line = 0; line < ids.length / box.sizeY(); line++) {
            checkNowAndThen(line, progress);
            spread.along(line / row * plane + line % row, row, box.sizeY());
        }
        for (int line = 0; line < plane; line++) {
            checkNowAndThen(line, progress);
            spread.along(line, plane, box.sizeZ());
        }
        final boolean[] inside = new boolean[ids.length];
        for (int i = 0; i < ids.length; i++) {
            inside[i] = squared[i] <= distance * distance && (ids[i] <= 0 || ids[i] == label);
        }
        return new ParticleMask(box, inside);
    }

    private static void checkNowAndThen(final int line, final Progress progress) {
        if (line % LINES_PER_CHECK == 0) {
            progress.check();
        }
    }

    /** Squares of distances, carried on line by line. */
    private static final class Spread {

        private final int[] squared;
        private final int[] before;
        private final int distance;

        Spread(final int[] squared, final int distance, final int longest) {
            this.squared = squared;
            this.distance = distance;
            before = new int[longest];
        }

        void along(final int start, final int step, final int length) {
            int nearest = FAR;
            for (int i = 0; i < length; i++) {
                before[i] = squared[start + i * step];
                nearest = Math.min(nearest, before[i]);
            }
            for (int i = 0; nearest < FAR && i < length; i++) {
                int least = FAR;
                for (int j = Math.max(0, i - distance); j <= Math.min(length - 1, i + distance); j++) {
                    least = Math.min(least, before[j] + (i - j) * (i - j));
                }
                squared[start + i * step] = least;
            }
        }
    }

    /** Puts NaN where the mask says no; the values are those of the box. */
    void apply(final float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = inside[i] ? values[i] : Float.NaN;
        }
    }

    /**
     * Voxels of a window that lie in the mask together with their six neighbours: those that can have a gradient.
     *
     * @param window with a layer of the box around it
     */
    long withNeighbours(final Block window) {
        long count = 0;
        for (long z = window.minZ() - box.minZ(); z < window.endZ() - box.minZ(); z++) {
            for (long y = window.minY() - box.minY(); y < window.endY() - box.minY(); y++) {
                final int first = (int)(z * plane + y * box.sizeX() + window.minX() - box.minX());
                for (int i = first; i < first + window.sizeX(); i++) {
                    count += inside[i] && inside[i - 1] && inside[i + 1] && inside[i - box.sizeX()]
                        && inside[i + box.sizeX()] && inside[i - plane] && inside[i + plane] ? 1 : 0;
                }
            }
        }
        return count;
    }
}
