// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class LabelVolumeTest {

    private static final VoxelSize SIZE = VoxelSize.isotropic(1);

    @Test
    void labelsHaveNames() {
        final TreeMap<Integer, String> names = new TreeMap<>();
        names.put(0, "pore");
        names.put(200, "silicon");
        final LabelVolume phases = new LabelVolume(
            Volume.of("phases", ArrayImgs.unsignedBytes(new byte[] {0, (byte)200, 3}, 3, 1, 1), SIZE), names);
        final int[] labels = new int[3];
        phases.read(new Block(0, 0, 0, 3, 1, 1), labels);
        assertArrayEquals(new int[] {0, 200, 3}, labels);
        assertEquals("silicon", phases.name(200));
        assertEquals("Label 3", phases.name(3));
    }

    @Test
    void largeLabelsStayExact() {
        final LabelVolume particles = new LabelVolume(
            Volume.of("particles", ArrayImgs.ints(new int[] {16_777_217}, 1, 1, 1), SIZE), new TreeMap<>());
        final int[] label = new int[1];
        particles.read(new Block(0, 0, 0, 1, 1, 1), label);
        assertEquals(16_777_217, label[0]);
    }

    @Test
    void fractionsAreNoLabels() {
        final Volume grey = Volume.of("grey", ArrayImgs.floats(1, 1, 1), SIZE);
        final var error = assertThrows(IllegalArgumentException.class, () -> new LabelVolume(grey, new TreeMap<>()));
        assertEquals("Labels are integers, but grey is of type FLOAT32.", error.getMessage());
    }

    @Test
    void namesTravelInTheMetadata() {
        final Volume volume = Volume.of("phases", ArrayImgs.unsignedBytes(1, 1, 1), SIZE)
            .withMetadata(Map.of("Potential [V]", "4.2", "label x", "no label"));
        final Volume named = new LabelVolume(volume, new TreeMap<>(Map.of(0, "pore", -3, "hole"))).named();
        assertEquals(Map.of("Potential [V]", "4.2", "label 0", "pore", "label -3", "hole"), named.metadata());
        assertEquals(Map.of(0, "pore", -3, "hole"), LabelVolume.of(named).names());
    }

    @Test
    void severalLabelsAreOneMask() {
        final LabelVolume phases = LabelVolume.of(
            Volume.of("phases", ArrayImgs.unsignedBytes(new byte[] {0, 1, 2, 3}, 4, 1, 1), SIZE));
        final float[] inside = new float[4];
        LabelMask.of(phases, 3, 1).read(new Block(0, 0, 0, 4, 1, 1), inside);
        assertArrayEquals(new float[] {0, 1, 0, 1}, inside);
        assertThrows(IllegalArgumentException.class, () -> LabelMask.of(phases));
    }
}
