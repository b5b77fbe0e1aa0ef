// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import org.electrode4d.segmentation.lithiation.Boxes.Where;
import org.electrode4d.segmentation.lithiation.ParticleBox.Frame;
import org.electrode4d.segmentation.lithiation.ResidualFeatures.Paths;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

/** Skeletons of bodies, and their branches in voxels of 1 µm. */
class ThinningTest {

    private static final VoxelSize UNIT = VoxelSize.isotropic(1);

    private static Paths paths(final Shape shape, final Where body, final Where core) {
        return PathCount.of(Boxes.mask(shape, body), Boxes.mask(shape, core), new Frame(shape, UNIT), 3, Progress.NONE);
    }

    private static Paths paths(final Shape shape, final Where body) {
        return paths(shape, body, (x, y, z) -> false);
    }

    private static boolean near(final double a, final double b, final double radius) {
        return a * a + b * b <= radius * radius;
    }

    @Test
    void aStraightTubeBecomesItsAxis() {
        final Shape shape = new Shape(30, 9, 9);
        final byte[] skeleton = Thinning.of(Boxes.mask(shape, (x, y, z) -> x >= 3 && x < 27 && near(y - 4, z - 4, 3)),
            shape, Progress.NONE);
        for (int i = 0; i < skeleton.length; i++) {
            if (skeleton[i] != 0) {
                assertEquals(4, i / 30 % 9, 1);
                assertEquals(4, i / 270, 1);
            }
        }
        final Paths paths = paths(shape, (x, y, z) -> x >= 3 && x < 27 && near(y - 4, z - 4, 3));
        assertEquals(1, paths.branches());
        assertEquals(2, paths.ends());
        assertEquals(20, paths.length(), 4);
    }

    @Test
    void aLoopStaysALoop() {
        final Shape shape = new Shape(25, 25, 7);
        final Paths paths = paths(shape, (x, y, z) -> near(Math.hypot(x - 12, y - 12) - 8, z - 3, 2));
        assertEquals(1, paths.branches());
        assertEquals(0, paths.ends());
        // a chain of voxels is up to 8 % longer than the curve, and more where it wavers
        assertEquals(2 * Math.PI * 8, paths.length(), 6);
    }

    @Test
    void threeCrossingTubesAreSixBranches() {
        final Shape shape = new Shape(31, 31, 31);
        final Paths paths = paths(shape, (x, y, z) -> near(y - 15, z - 15, 2) || near(x - 15, z - 15, 2)
            || near(x - 15, y - 15, 2), (x, y, z) -> Math.abs(x - 15) + Math.abs(y - 15) + Math.abs(z - 15) < 10);
        assertEquals(6, paths.branches());
        assertEquals(6, paths.coreBranches());
        assertEquals(6, paths.ends());
        assertEquals(84, paths.length(), 12);
    }

    @Test
    void aPlateBecomesCurvesAndABallAPoint() {
        final Shape shape = new Shape(21, 21, 5);
        final byte[] plate = Thinning.of(Boxes.mask(shape, (x, y, z) -> x > 1 && x < 19 && y > 6 && y < 14 && z == 2),
            shape, Progress.NONE);
        assertEquals(11, Boxes.count(plate), 5);
        final Shape cube = new Shape(15, 15, 15);
        final byte[] ball = Thinning.of(Boxes.mask(cube, (x, y, z) -> near(x - 7, Math.hypot(y - 7, z - 7), 6)), cube,
            Progress.NONE);
        assertEquals(4, Boxes.count(ball), 3);
    }

    @Test
    void aClosedShellStaysASurfaceWithoutBranches() {
        final Shape cube = new Shape(17, 17, 17);
        final Where shell = (x, y, z) -> near(x - 8, Math.hypot(y - 8, z - 8), 7.3)
            && !near(x - 8, Math.hypot(y - 8, z - 8), 4);
        final byte[] skeleton = Thinning.of(Boxes.mask(cube, shell), cube, Progress.NONE);
        assertEquals(Topology.of(Boxes.mask(cube, shell), cube), Topology.of(skeleton, cube));
        assertEquals(0, paths(cube, shell).length(), 6);
    }

    @Test
    void curvesStayWhatTheyAreAlsoAtTheBorder() {
        final Shape shape = new Shape(9, 1, 1);
        final byte[] line = Boxes.mask(shape, (x, y, z) -> true);
        assertArrayEquals(line, Thinning.of(line, shape, Progress.NONE));
        assertEquals(8, paths(shape, (x, y, z) -> true).length());
    }

    @Test
    void shortSpursDoNotDivideABranch() {
        final Shape shape = new Shape(15, 7, 1);
        final Paths spur = paths(shape, (x, y, z) -> y == 6 || x == 7 && y >= 4);
        assertEquals(1, spur.branches());
        assertEquals(2, spur.ends());
        assertEquals(14, spur.length(), 1);
        final Paths far = paths(shape, (x, y, z) -> y == 6 || x == 7);
        assertEquals(3, far.ends());
        assertEquals(3, far.branches());
    }

    @Test
    void lengthsFollowTheEdgesOfVoxels() {
        final Shape shape = new Shape(1, 1, 5);
        final byte[] line = Boxes.mask(shape, (x, y, z) -> true);
        assertEquals(4 * 0.7, PathCount.of(line, line, new Frame(shape, new VoxelSize(0.1, 0.2, 0.7)), 0,
            Progress.NONE).length(), 1e-12);
    }

    @Test
    void itCanBeCancelled() {
        final Shape shape = new Shape(5, 5, 5);
        final Progress cancelled = new Progress() {
            @Override
            public void check() {
                throw new CancellationException("enough");
            }

            @Override
            public void report(final double fraction, final String message) {
                // not of interest
            }
        };
        assertThrows(CancellationException.class,
            () -> Thinning.of(Boxes.mask(shape, (x, y, z) -> true), shape, cancelled));
    }
}
