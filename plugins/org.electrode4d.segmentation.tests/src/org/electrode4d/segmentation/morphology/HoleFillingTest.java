// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.electrode4d.segmentation.morphology.HoleFilling.Holes;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.Connectivity;
import org.junit.jupiter.api.Test;

class HoleFillingTest {

    private static final Volume IMAGE = Bodies.image(
        "######.",
        "#.##..#",
        "####..#",
        "######.",
        "#.#....");

    private static int[] filled(final Volume mask, final Holes holes) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return Bodies.labels(HoleFilling.of(mask, holes, scratch, Progress.NONE).mask());
        }
    }

    private static long inside(final int[] mask) {
        long count = 0;
        for (final int voxel : mask) {
            count += voxel;
        }
        return count;
    }

    @Test
    void whatIsOpenAtTheBorderIsNoHole() throws IOException {
        assertArrayEquals(Bodies.labels(Bodies.image(
            "######.",
            "#######",
            "#######",
            "######.",
            "#.#....")), filled(IMAGE, Holes.ALL));
    }

    @Test
    void aHoleMayLeakThroughACorner() throws IOException {
        assertArrayEquals(Bodies.labels(Bodies.image(
            "######.",
            "####..#",
            "####..#",
            "######.",
            "#.#....")), filled(IMAGE, new Holes(Connectivity.CORNERS, false, Long.MAX_VALUE)));
    }

    @Test
    void largeHolesMayStay() throws IOException {
        assertEquals(inside(filled(IMAGE, Holes.ALL)) - 4,
            inside(filled(IMAGE, new Holes(Connectivity.FACES, false, 3))));
        assertEquals(inside(filled(IMAGE, Holes.ALL)),
            inside(filled(IMAGE, new Holes(Connectivity.FACES, false, 4))));
    }

    @Test
    void filledVoxelsAreCounted() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final HoleFilling filling = HoleFilling.of(IMAGE, Holes.ALL, scratch, Progress.NONE);
            assertEquals(2, filling.holes());
            assertEquals(5, filling.voxels());
        }
    }

    @Test
    void bodyAndBackgroundConnectInOppositeWays() {
        assertEquals(Connectivity.CORNERS, HoleFilling.background(Connectivity.FACES));
        assertEquals(Connectivity.FACES, HoleFilling.background(Connectivity.EDGES));
        assertEquals(Connectivity.FACES, HoleFilling.background(Connectivity.CORNERS));
    }

    @Test
    void aTubeIsFilledOnlyPlaneByPlane() throws IOException {
        final Volume tube = Bodies.mask(new Shape(5, 5, 40), (x, y, z) -> x != 2 || y != 2);
        assertEquals(24 * 40, inside(filled(tube, Holes.ALL)));
        assertEquals(25 * 40, inside(filled(tube, new Holes(Connectivity.FACES, true, Long.MAX_VALUE))));
        assertEquals(25 * 40, inside(filled(tube, new Holes(Connectivity.CORNERS, true, 1))));
    }

    @Test
    void aHollowBallBecomesFull() throws IOException {
        final Volume shell = Bodies.mask(new Shape(21, 21, 21), (x, y, z) -> shell(x - 10, y - 10, z - 10));
        final Volume ball = Bodies.mask(new Shape(21, 21, 21), (x, y, z) -> radius(x - 10, y - 10, z - 10) <= 9);
        assertArrayEquals(Bodies.labels(ball), filled(shell, Holes.ALL));
    }

    private static boolean shell(final int x, final int y, final int z) {
        return radius(x, y, z) <= 9 && radius(x, y, z) > 6;
    }

    private static double radius(final int x, final int y, final int z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    @Test
    void emptyAndFullMasksStayWhatTheyAre() throws IOException {
        assertEquals(0, inside(filled(Bodies.mask(new Shape(3, 3, 3), (x, y, z) -> false), Holes.ALL)));
        assertEquals(27, inside(filled(Bodies.mask(new Shape(3, 3, 3), (x, y, z) -> true), Holes.ALL)));
    }
}
