// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.Connectivity;
import org.junit.jupiter.api.Test;

class SmallObjectsTest {

    private static final Volume IMAGE = Bodies.image(
        "##...#",
        "##.#..",
        ".....#",
        "#...##");

    private static int[] removed(final Connectivity connectivity, final long smallest) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return Bodies.labels(SmallObjects.remove(IMAGE, connectivity, smallest, scratch, Progress.NONE));
        }
    }

    @Test
    void whatIsAsLargeAsWantedStays() throws IOException {
        assertArrayEquals(Bodies.labels(Bodies.image(
            "##....",
            "##....",
            ".....#",
            "....##")), removed(Connectivity.FACES, 3));
        assertArrayEquals(Bodies.labels(IMAGE), removed(Connectivity.FACES, 1));
    }

    @Test
    void sizesInMicrometresAreAtLeastWhatWasWanted() {
        final VoxelSize size = new VoxelSize(0.1, 0.1, 0.2);
        assertEquals(500, SmallObjects.voxelsOfVolume(1, size), "also where 1 / 0.002 is not exactly 500");
        assertEquals(501, SmallObjects.voxelsOfVolume(1.001, size));
        assertEquals(262, SmallObjects.voxelsOfDiameter(1, size));
        assertEquals(0, SmallObjects.voxelsOfVolume(0, size));
    }

    @Test
    void aVolumeThatIsNoNumberIsRefused() {
        assertThrows(SegmentationException.class,
            () -> SmallObjects.voxelsOfVolume(Double.NaN, VoxelSize.isotropic(1)));
        assertThrows(SegmentationException.class, () -> SmallObjects.voxelsOfDiameter(-1, VoxelSize.isotropic(1)));
    }
}
