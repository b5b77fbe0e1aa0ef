// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.statistics.LabelIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceCountsTest {

    /** Label 1 below a plane across z, 0 above it. */
    private static Volume halves(final int x, final int y, final int z, final int below) {
        final byte[] values = new byte[x * y * z];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(i / (x * y) < below ? 1 : 0);
        }
        return Volume.of("labels", ArrayImgs.unsignedBytes(values, x, y, z), VoxelSize.isotropic(1));
    }

    private static InterfaceCounts count(final Volume volume) {
        final LabelIndex index = new LabelIndex();
        index.add(1);
        return InterfaceCounts.of(LabelVolume.of(volume), index, false, Progress.NONE);
    }

    @Test
    void facesAtTheBorderAreCountedByAxis() {
        final InterfaceCounts counts = count(halves(3, 4, 5, 2));
        assertEquals(2 * 4 * 2, counts.borderFaces(0, 0));
        assertEquals(2 * 3 * 2, counts.borderFaces(0, 1));
        assertEquals(3 * 4, counts.borderFaces(0, 2));
    }

    /** One plane per n layers, of which n - 1 are between voxels: the same area per pair of layers for every n. */
    @ParameterizedTest
    @ValueSource(ints = {4, 9, 40})
    void extrapolatedAreasDoNotDependOnTheSizeOfTheVolume(final int n) {
        final Volume volume = halves(n, n, n, n / 2);
        final CroftonWeights weights = CroftonWeights.of(volume.voxelSize());
        final double area = count(volume).area(0, false, weights.extrapolatedTo(volume.shape()));
        final double plane = 2 * (weights.share(0, 0, 1) + 4 * weights.share(0, 1, 1) / Math.sqrt(2)
            + 4 * weights.share(1, 1, 1) / Math.sqrt(3));
        assertEquals(plane, area / ((double)n * n * n / (n - 1)), 1e-12);
        assertEquals(0.9266, plane, 1e-4);
    }

    @Test
    void nothingIsSeenAcrossASingleLayer() {
        final Volume layer = halves(4, 4, 1, 1);
        final double area =
            count(layer).area(0, false, CroftonWeights.of(layer.voxelSize()).extrapolatedTo(layer.shape()));
        assertEquals(0, area);
    }
}
