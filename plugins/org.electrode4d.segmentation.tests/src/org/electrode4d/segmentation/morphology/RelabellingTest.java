// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.Components;
import org.electrode4d.volume.morphology.Relabelling;
import org.electrode4d.volume.morphology.Slabs;
import org.junit.jupiter.api.Test;

class RelabellingTest {

    private static LabelVolume labels(final int... values) {
        final Volume volume = Volume.of("labels", ArrayImgs.ints(values, values.length, 1, 1),
            VoxelSize.isotropic(1));
        return new LabelVolume(volume, new TreeMap<>(Map.of(7, "silicon", 8, "nowhere")));
    }

    @Test
    void gapsAreClosedAndNamesGoAlong() {
        final LabelVolume closed = Relabelling.inSequence(labels(0, 70000, 7, 7, 3, 0), Progress.NONE);
        assertArrayEquals(new int[] {0, 3, 2, 2, 1, 0}, Bodies.labels(closed.volume()));
        assertEquals(Map.of(2, "silicon"), closed.names());
    }

    @Test
    void whatTheTableDoesNotHoldBecomesBackground() {
        assertArrayEquals(new int[] {0, 5, 0, 0}, Bodies.labels(Relabelling.of(labels(0, 1, 2, -1), new int[] {0, 5})));
    }

    @Test
    void negativeLabelsHaveNoPlaceInASequence() {
        assertTrue(assertThrows(VolumeException.class,
            () -> Relabelling.inSequence(labels(1, -4), Progress.NONE)).getMessage().contains("-4"));
    }

    @Test
    void labelsTooLargeForATableAreToBeNumberedAnew() {
        assertTrue(assertThrows(VolumeException.class,
            () -> Relabelling.inSequence(labels(1, Integer.MAX_VALUE), Progress.NONE)).getMessage()
            .contains("has label 2147483647. Number the objects anew with Connected Components"));
    }

    @Test
    void eachLabelIsAnObjectOfItsOwn() {
        final Components objects = Components.ofLabels(labels(0, 9, 9, 4, 0, 9, 0), Progress.NONE);
        assertArrayEquals(new long[] {3, 1, 3}, objects.sizes());
        assertArrayEquals(new int[] {0, 2, 2, 1, 0, 2, 0}, Bodies.labels(objects.labels().volume()));
    }

    @Test
    void asManyLabelsAsVoxelsAreCountedInOneGo() {
        final int[] values = new int[500_000];
        Arrays.setAll(values, i -> i / 2);
        final long[] sizes = assertTimeoutPreemptively(Duration.ofSeconds(20),
            () -> Components.ofLabels(labels(values), Progress.NONE).sizes());
        assertEquals(250_000, sizes.length);
        assertTrue(Arrays.stream(sizes).allMatch(size -> size == 2));
    }

    @Test
    void anIntCountsTheVoxelsOfASlab() {
        assertEquals(List.of(0L, 5L, 10L),
            Slabs.of(new Shape(20_000, 20_000, 12), Slabs.PLANES).stream().map(Block::minZ).toList());
        assertEquals(1, Slabs.of(new Shape(11_585, 11_585, 16), Slabs.PLANES).size());
    }
}
