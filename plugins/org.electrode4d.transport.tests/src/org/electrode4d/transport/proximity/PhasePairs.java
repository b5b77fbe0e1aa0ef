// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Two phases whose distances are known. */
final class PhasePairs {

    /** The label of a voxel. */
    @FunctionalInterface
    interface Body {
        int label(int x, int y, int z);
    }

    private PhasePairs() {
    }

    static Volume labels(final int edge, final VoxelSize size, final Body body) {
        final byte[] labels = new byte[edge * edge * edge];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte)body.label(i % edge, i / edge % edge, i / (edge * edge));
        }
        return Volume.of("labels", ArrayImgs.unsignedBytes(labels, edge, edge, edge), size);
    }

    static Volume phase(final Volume labels, final int label) {
        return LabelMask.of(LabelVolume.of(labels), label);
    }

    /** Plates of three voxels with twelve voxels between them. */
    static Volume plates(final VoxelSize size) {
        return labels(32, size, (x, y, z) -> z >= 5 && z < 8 ? 1 : z >= 20 && z < 23 ? 2 : 0);
    }

    /** A ball of radius 8 and one of radius 12, with their centres 30 apart. */
    static Volume balls() {
        return labels(64, VoxelSize.isotropic(1), (x, y, z) -> distance(x, y, z, new Point(16, 31.5, 31.5)) <= 8 ? 1
            : distance(x, y, z, new Point(46, 31.5, 31.5)) <= 12 ? 2 : 0);
    }

    /** A ball (2) of radius 10, and what is farther than 25 from its centre (1). */
    static Volume ballInShell() {
        return labels(64, VoxelSize.isotropic(1), (x, y, z) -> {
            final double distance = distance(x, y, z, new Point(31.5, 31.5, 31.5));
            return distance <= 10 ? 2 : distance >= 25 ? 1 : 0;
        });
    }

    private static double distance(final int x, final int y, final int z, final Point from) {
        return new Point(x, y, z).distance(from);
    }
}
