// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.TreeMap;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class PoreTruthTest {

    /** Slices from z = 0 on, rows separated by blanks: "." pore, "o" interphase, "#" silicon compound. */
    private static PoreTruth truth(final String... slices) {
        final int height = slices[0].split(" ").length;
        final String all = String.join("", slices).replace(" ", "");
        final byte[] labels = new byte[all.length()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte)".o?#".indexOf(all.charAt(i));
        }
        final int width = all.length() / height / slices.length;
        return PoreTruth.of(new LabelVolume(Volume.of("phases", ArrayImgs.unsignedBytes(labels, width, height,
            slices.length), VoxelSize.isotropic(2)), new TreeMap<>()), Progress.NONE);
    }

    @Test
    void theStraightWayDownIsAsLongAsItIsDeep() {
        final PoreTruth truth = truth("o.o", "o.o", "o.o");
        assertArrayEquals(new double[] {1, 1, 1}, truth.tortuosity(), 1e-12);
        assertArrayEquals(new int[] {1, 1, 1}, truth.connections());
    }

    @Test
    void aWayAsideIsLonger() {
        final PoreTruth truth = truth(".ooo", "....", "ooo.");
        // to the second slice: 1 down, or down and aside; to the third: 1 diagonal step, 1 along, 1 diagonal step
        final double second = (1 + Math.sqrt(2) + (Math.sqrt(2) + 1) + (Math.sqrt(2) + 2)) / 4;
        assertArrayEquals(new double[] {1, second, (2 * Math.sqrt(2) + 1) / 2}, truth.tortuosity(), 1e-12);
        assertArrayEquals(new int[] {1, 1, 1}, truth.connections());
    }

    @Test
    void poresThatAreCutOffAreNoConnections() {
        final PoreTruth truth = truth(".o.o.", ".o.oo", ".ooo.");
        assertArrayEquals(new int[] {3, 2, 1}, truth.connections(), "over the faces of voxels");
        assertEquals(Double.POSITIVE_INFINITY, truth("o.o", "ooo").tortuosity()[1]);
    }

    @Test
    void distancesGoFromFacesToTheNearestSilicon() {
        final PoreTruth truth = truth("..oo#");
        assertEquals(1, truth.faces(), "the border of the volume is none");
        assertEquals(2 * 2, truth.meanDistance(), 1e-12, "two voxels of 2 µm");
        assertEquals(0, truth("..#").meanDistance(), 1e-12);
        assertEquals(2 * 2.5, truth("#oo.oooo#").meanDistance(), 1e-12, "2 voxels to the left, 3 from the right");
        assertEquals(2 * 3, truth("#oo.oooo#").largestDistance(), 1e-12);
    }

    @Test
    void withoutSiliconThereIsNoDistance() {
        assertEquals(Double.NaN, truth("..oo").meanDistance());
        assertEquals(Double.NaN, truth("oo#").meanDistance());
    }

    @Test
    void largeVolumesAreLeftAlone() {
        final AgeingSettings large = AgeingSettings.microTomography(new Shape(256, 256, 256));
        assertFalse(PoreTruth.isKnown(large));
        final LabelVolume phases = new LabelVolume(Volume.of("phases", ArrayImgs.unsignedBytes(2048, 2049, 1),
            VoxelSize.isotropic(1)), new TreeMap<>());
        assertThrows(IllegalArgumentException.class, () -> PoreTruth.of(phases, Progress.NONE));
    }
}
