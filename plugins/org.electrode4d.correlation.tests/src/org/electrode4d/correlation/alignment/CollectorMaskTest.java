// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CollectorMaskTest {

    private static final VoxelSize SIZE = VoxelSize.isotropic(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255})
    void theValueOfAMaskDoesNotMoveADarkCollector(final int label) {
        final float[] greys = new float[16 * 16 * 40];
        final byte[] inside = new byte[greys.length];
        Arrays.fill(greys, 0, 30 * 256, 100);
        Arrays.fill(inside, 30 * 256, inside.length, (byte)label);
        final Volume scan = Volume.of("T0", ArrayImgs.floats(greys, 16, 16, 40), SIZE);
        final Volume mask = Volume.of("mask", ArrayImgs.unsignedBytes(inside, 16, 16, 40), SIZE);
        final CollectorPlane plane = new SeriesAlignment(AlignmentSettings.defaults())
            .add(AlignmentScan.of(scan).withMask(mask), Progress.NONE).plane().orElseThrow();
        assertEquals(29.5, plane.centroid().z(), 1e-6, "the face between voxels 29 and 30");
    }

    private static Volume largeColumns(final int from, final int to) {
        return LazyVolume.of("columns", new Shape(256, 256, 256), SIZE, 64, (block, values) -> {
            for (int i = 0; i < block.voxels(); i++) {
                final long x = block.minX() + i % block.sizeX();
                values[i] = x >= from && x < to ? 1 : 0;
            }
        });
    }

    @Test
    void aLargeMaskIsSampled() {
        final Volume all = largeColumns(0, 256);
        assertEquals(1 << 22, CollectorThreshold.masked(all, all, Progress.NONE).length, "a fourth of 2^24 voxels");
    }

    @Test
    void aMaskBetweenTheStepsIsSeen() {
        final Volume thin = largeColumns(129, 130);
        assertEquals(256 * 256 / 4, CollectorThreshold.masked(thin, thin, Progress.NONE).length);
    }
}
