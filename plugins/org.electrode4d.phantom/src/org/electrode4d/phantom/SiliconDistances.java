// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Progress;

/**
 * Distances from the faces of pores to the nearest silicon compound, in voxels: at the middle of a face the mean of
 * those at the centres of both voxels. The square of a distance is a sum over the axes, so that the least one is found
 * axis by axis, looking at all voxels of each line.
 */
final class SiliconDistances {

    private static final int FAR = 1 << 28;
    /** From the centre of a voxel of silicon compound to its face. */
    private static final double HALF_VOXEL = 0.5;

    private final VoxelBox box;
    private final Progress progress;
    private long faces;
    private double sum;
    private double largest;

    SiliconDistances(final VoxelBox box, final int[] labels, final Progress progress) {
        this.box = box;
        this.progress = progress;
        final int[] squares = new int[labels.length];
        for (int place = 0; place < labels.length; place++) {
            squares[place] = labels[place] == AgeingPhase.SILICON.ordinal() ? 0 : FAR;
        }
        alongLines(squares, box.x(), 1);
        alongLines(squares, box.y(), box.x());
        alongLines(squares, box.z(), box.plane());
        for (int place = 0; place < labels.length; place++) {
            if (labels[place] == AgeingPhase.PORE.ordinal()) {
                addFaces(labels, place, squares);
            }
        }
    }

    private void alongLines(final int[] squares, final int length, final int step) {
        final int[] line = new int[length];
        for (int start = 0; start < squares.length; start++) {
            if (start / step % length == 0) {
                progress.check();
                for (int i = 0; i < length; i++) {
                    line[i] = squares[start + i * step];
                }
                for (int i = 0; i < length; i++) {
                    squares[start + i * step] = least(line, i);
                }
            }
        }
    }

    private static int least(final int[] line, final int at) {
        int least = FAR;
        for (int i = 0; i < line.length; i++) {
            least = Math.min(least, line[i] + (i - at) * (i - at));
        }
        return least;
    }

    private void addFaces(final int[] labels, final int place, final int[] squares) {
        for (final int[] step : VoxelBox.FACES) {
            final int next = box.next(place, step[0], step[1], step[2]);
            if (next >= 0 && labels[next] != AgeingPhase.PORE.ordinal()) {
                final double distance = squares[place] < FAR
                    ? (Math.sqrt(squares[place]) + Math.sqrt(squares[next])) / 2 - HALF_VOXEL : Double.NaN;
                faces++;
                sum += distance;
                largest = Math.max(largest, distance);
            }
        }
    }

    long faces() {
        return faces;
    }

    /** Of all faces; NaN without faces or without silicon compound. */
    double mean() {
        return sum / faces;
    }

    double largest() {
        return faces == 0 ? Double.NaN : largest;
    }
}
