// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

final class InitialAlignmentTest {

    private static final Shape SHAPE = new Shape(48, 44, 40);

    private static VolumePair empty(final VoxelSize size, final Point origin) {
        final Volume volume = Volume.of("empty", ArrayImgs.bytes(11, 11, 11), size).withOrigin(origin);
        return new VolumePair(volume, volume);
    }

    @Test
    void micrometresBecomeVoxels() {
        final VolumePair pair = empty(VoxelSize.isotropic(0.5), Point.ORIGIN);
        final Transformation map = InitialTransformation.none().withTranslation(new Point(1, -2, 3)).about(pair);
        assertEquals(Transformation.translation(2, -4, 6), map);
    }

    @Test
    void aRotationAboutZLeadsFromXToY() {
        final Transformation map = InitialTransformation.none().withRotation(new Point(0, 0, 90))
            .about(empty(VoxelSize.isotropic(2), Point.ORIGIN));
        assertArrayEquals(new double[] {0, -1, 0, 1, 0, 0, 0, 0, 1}, map.f(), 1e-12);
        assertEquals(0, map.displacement().norm(), 1e-12, "the middle stays where it is");
    }

    @Test
    void voxelsThatAreNoCubesTurnAsTheSampleDoes() {
        final Transformation map = InitialTransformation.none().withRotation(new Point(90, 0, 0))
            .about(empty(new VoxelSize(1, 1, 4), Point.ORIGIN));
        final Point middle = new Point(5, 5, 5);
        assertEquals(0, map.apply(new Point(5, 9, 5), middle).distance(new Point(5, 5, 6)), 1e-12,
            "4 µm along y become 4 µm along z, which is one voxel");
    }

    @Test
    void theCentreStaysWhereItIs() {
        final VolumePair pair = empty(VoxelSize.isotropic(0.5), new Point(100, 0, 0));
        final Transformation map = InitialTransformation.none().withRotation(new Point(3, -20, 45))
            .withStretch(1.1, 0.9, 1.2, 0.05, 0.0, 0.0).withCentre(new Point(101, 2, 0.5)).about(pair);
        final Point centre = new Point(2, 4, 1);
        assertEquals(0, map.apply(centre, pair.centre()).distance(centre), 1e-12);
        assertEquals(1.2 * (1.1 * 0.9 - 0.05 * 0.05), map.determinant(), 1e-12);
    }

    @Test
    void impossibleNumbersAreNamed() {
        final InitialTransformation none = InitialTransformation.none();
        final IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
            () -> none.withStretch(1.0, 1.0, 0.0, 0.0, 0.0, 0.0));
        assertTrue(e.getMessage().startsWith("A stretch of [1.0, 1.0, 0.0, 0.0, 0.0, 0.0]"), e::getMessage);
        assertThrows(IllegalArgumentException.class, () -> none.withStretch(1.0, 1.0, 1.0, 1.5, 0.0, 0.0));
        assertThrows(IllegalArgumentException.class, () -> none.withStretch(1.0, 1.0));
        assertThrows(IllegalArgumentException.class, () -> none.withTranslation(new Point(Double.NaN, 0, 0)));
    }

    @Test
    void theRightTransformationMakesBothAlike() {
        final InitialTransformation wanted = InitialTransformation.none().withTranslation(new Point(0.4, -0.25, 0.1))
            .withRotation(new Point(0, 0, 5)).withStretch(1.0, 1.0, 1.05, 0.0, 0.0, 0.0);
        final Blobs blobs = new Blobs(SHAPE);
        final Transformation map = wanted.about(new VolumePair(blobs.reference(), blobs.reference()));
        final InitialAlignment alignment = InitialAlignment.of(blobs.pair(map), map, Progress.NONE);
        assertTrue(alignment.znccBefore() < 0.3, () -> "before " + alignment.znccBefore());
        assertTrue(alignment.field().zncc(0) > 0.99, () -> "after " + alignment.field().zncc(0));
        assertEquals(NodeStatus.NOT_RUN, alignment.field().status(0));
        assertEquals(map, alignment.field().transformation(0));
        assertEquals(map, alignment.field().at(alignment.field().grid().position(0)), "it can be started from");
    }

    @Test
    void withoutATransformationNothingChanges() {
        final InitialAlignment alignment = InitialAlignment.of(new Blobs(SHAPE)
            .pair(Transformation.translation(2, 0, 0)), Transformation.IDENTITY, Progress.NONE);
        assertEquals(alignment.znccBefore(), alignment.field().zncc(0));
        assertNotEquals(1, alignment.znccBefore(), 0.05);
    }

    @Test
    void aTransformationOutOfTheVolumeIsLikeNothing() {
        final InitialAlignment alignment = InitialAlignment.of(new Blobs(SHAPE).pair(Transformation.IDENTITY),
            Transformation.translation(100, 0, 0), Progress.NONE);
        assertTrue(Double.isNaN(alignment.field().zncc(0)));
        assertEquals(1, alignment.znccBefore(), 1e-6);
    }

    @Test
    void largeVolumesAreSeenAveraged() {
        final Volume large = Volume.of("large", ArrayImgs.bytes(512, 384, 96), VoxelSize.isotropic(0.5))
            .withOrigin(new Point(3, 0, 0));
        final InitialAlignment alignment = InitialAlignment.of(new VolumePair(large, large),
            Transformation.translation(4, 0, 0), Progress.NONE);
        assertEquals(new Shape(256, 192, 48), alignment.overview().shape());
        assertEquals(new Point(3.25, 0.25, 0.25), alignment.overview().reference().origin());
        assertEquals(new Shape(256, 192, 48), alignment.aligned().shape());
        assertTrue(Double.isNaN(alignment.znccBefore()), "it is flat");
    }

    /** Half a turn is beyond what a search of translations can find. */
    @Test
    void aRegistrationFindsWhatItIsLedTo() {
        final Blobs blobs = new Blobs(SHAPE);
        final Transformation turned = Transformation.of(new Point(0, 0, 178), new double[] {1, 1, 1.02, 0, 0, 0},
            new Point(1.5, -2, 0.5));
        final VolumePair pair = blobs.pair(turned);
        final RegistrationSettings settings = RegistrationSettings.defaults();
        final DeformationField alone = GlobalRegistration.register(pair, settings.withConvergence(
            settings.convergence().withMaximumIterations(20).withAccuracy(Accuracy.FAST)), Progress.NONE);
        assertTrue(alone.status(0) != NodeStatus.CONVERGED || alone.zncc(0) < 0.5);
        final Transformation byEye = Transformation.of(new Point(0, 0, 180), new double[] {1, 1, 1, 0, 0, 0},
            Point.ORIGIN);
        final DeformationField led = GlobalRegistration.register(pair, settings, Optional.of(byEye), Progress.NONE);
        assertEquals(NodeStatus.CONVERGED, led.status(0));
        assertArrayEquals(turned.f(), led.f(0), 1e-4);
    }

    @Test
    void aStartThatMisleadsOrSaysNothingDoesNoHarm() {
        final Transformation map = Transformation.translation(3.25, 0.5, -1.75);
        final VolumePair pair = new Blobs(SHAPE).pair(map);
        final double[] nothing = new double[9];
        Arrays.fill(nothing, Double.NaN);
        for (final Transformation start : new Transformation[] {Transformation.translation(-20, 10, 5),
            Transformation.of(nothing, Point.ORIGIN)}) {
            final DeformationField found = GlobalRegistration.register(pair, RegistrationSettings.defaults(),
                Optional.of(start), Progress.NONE);
            assertEquals(NodeStatus.CONVERGED, found.status(0));
            assertEquals(0, map.displacement().distance(found.displacement(0)), 2e-3);
        }
    }
}
