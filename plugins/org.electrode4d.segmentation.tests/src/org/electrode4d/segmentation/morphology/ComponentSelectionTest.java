// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.Components;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;
import org.junit.jupiter.api.Test;

class ComponentSelectionTest {

    @Test
    void whatIsSmallOrCutOffIsLeftOut() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Components all = ConnectedComponents.of(Bodies.image(
                "##.....",
                "...##..",
                ".#.....",
                "...##.#",
                "......."), Connectivity.FACES, scratch, Progress.NONE);
            final ComponentSelection whole = ComponentSelection.of(all, 2, true, Progress.NONE);
            assertEquals(2, whole.tooSmall(), "also the small one at the border");
            assertEquals(1, whole.atBorder());
            assertArrayEquals(new long[] {31, 2, 2}, whole.kept().sizes());
            final ComponentSelection large = ComponentSelection.of(all, 2, false, Progress.NONE);
            assertEquals(3, large.kept().count());
            assertEquals(0, large.atBorder());
        }
    }

    @Test
    void labelsMayBeObjectsInPieces() {
        final Volume volume = Volume.of("particles", ArrayImgs.shorts(new short[] {9, 0, 9, 4, 4, 0, 9, 2}, 8, 1, 1),
            VoxelSize.isotropic(1));
        final Components objects = Components
            .ofLabels(new LabelVolume(volume, new TreeMap<>(Map.of(9, "largest", 4, "middle"))), Progress.NONE);
        assertArrayEquals(new long[] {2, 1, 2, 3}, objects.sizes());
        final Components kept = ComponentSelection.of(objects, 2, false, Progress.NONE).kept();
        assertArrayEquals(new int[] {2, 0, 2, 1, 1, 0, 2, 0}, Bodies.labels(kept.labels().volume()));
        assertEquals(Map.of(1, "middle", 2, "largest"), kept.labels().names());
    }
}
