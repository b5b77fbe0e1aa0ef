// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumSet;
import java.util.Set;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeFace;
import org.junit.jupiter.api.Test;

class BorderContactTest {

    private static final EnumSet<VolumeFace> ALL = EnumSet.allOf(VolumeFace.class);

    private static BorderContact contact(final Volume labels, final int count) {
        return BorderContact.of(LabelVolume.of(labels), count, Progress.NONE);
    }

    @Test
    void eachFaceIsToldFromTheOthers() {
        final Shape shape = new Shape(5, 6, 40);
        for (final VolumeFace face : VolumeFace.values()) {
            final int[] at = {2, 3, 20};
            at[face.ordinal() / 2] = face.ordinal() % 2 == 0 ? 0 : (int)shape.along(face.ordinal() / 2) - 1;
            final Volume voxel = Bodies.mask(shape, (x, y, z) -> x == at[0] && y == at[1] && z == at[2]);
            assertEquals(Set.of(face), contact(voxel, 1).faces(1));
        }
    }

    @Test
    void aVoxelInACornerTouchesThreeFacesAndABodyMayTouchAll() {
        final Shape shape = new Shape(4, 5, 6);
        assertEquals(Set.of(VolumeFace.FIRST_X, VolumeFace.LAST_Y, VolumeFace.LAST_Z),
            contact(Bodies.mask(shape, (x, y, z) -> x == 0 && y == 4 && z == 5), 1).faces(1));
        assertEquals(ALL, contact(Bodies.mask(shape, (x, y, z) -> true), 1).faces(1));
        assertFalse(contact(Bodies.mask(shape, (x, y, z) -> x == 1 && y == 1 && z == 1), 1).touches(1));
    }

    @Test
    void anImageHasFourSides() {
        final BorderContact image = contact(Bodies.image(
            "###",
            "...",
            "..."), 1);
        assertEquals(Set.of(VolumeFace.FIRST_X, VolumeFace.LAST_X, VolumeFace.FIRST_Y), image.faces(1));
    }
}
