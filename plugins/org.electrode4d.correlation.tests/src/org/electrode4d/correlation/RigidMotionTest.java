// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;

final class RigidMotionTest {

    private static final VoxelSize FLAT = new VoxelSize(1, 1, 2);

    @Test
    void aRotationOfFlatVoxelsIsRigidInMicrometres() {
        final double[] r = Polar.rotation(10, 0, 0);
        final double[] f = RigidMotion.toVoxels(r, FLAT);
        assertArrayEquals(r, RigidMotion.toMicrometres(f, FLAT), 1e-12);
        final RigidMotion motion = RigidMotion.of(RigidMode.RIGID, FLAT);
        assertArrayEquals(f, motion.restrict(Transformation.of(f, Point.ORIGIN)).f(), 1e-9);
        final double[] about = motion.withModes(EnumSet.of(RigidMode.ABOUT_X)).basis()[0];
        assertEquals(-2, about[6], 1e-12, "y changes with z by the ratio of the voxels");
        assertEquals(0.5, about[9], 1e-12, "z changes with y by its inverse");
    }

    @Test
    void modesFollowTheAxesOfTheFrame() {
        final RigidMotion turned = new RigidMotion(EnumSet.of(RigidMode.Z), VoxelSize.isotropic(0.5),
            List.of(0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0));
        final double[] along = turned.basis()[0];
        assertEquals(2, along[3], 1e-12, "a µm along z of the frame is two voxels along x");
        assertEquals(0, along[7] + along[11], 1e-12);
    }

    @Test
    void aRegionIsFoundWithTheModesThatAreFreeAndNoOthers() {
        final Shape shape = new Shape(48, 48, 40);
        final Transformation map = Transformation.of(new Point(0, 0, 2), new double[] {1, 1, 1, 0, 0, 0},
            new Point(1.5, -0.75, 0));
        final VolumePair pair = new Blobs(shape).pair(map);
        final byte[] inside = new byte[(int)shape.voxels()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (byte)(i / 48 / 48 >= 10 && i / 48 / 48 < 25 ? 1 : 0);
        }
        final Region region = Region.of(Volume.of("slab", ArrayImgs.unsignedBytes(inside, 48, 48, 40),
            pair.reference().voxelSize()), Progress.NONE).orElseThrow();
        assertEquals(new Block(0, 0, 10, 48, 48, 15), region.box());
        assertEquals(48 * 48 * 15, region.voxels());
        final RigidMotion motion = RigidMotion.of(RigidMode.IN_PLANE, pair.reference().voxelSize());
        final RegionMatch match = RegionRegistration.register(pair, region, motion, List.of(Transformation.IDENTITY),
            ConvergenceSettings.registration(), Progress.NONE);
        assertTrue(match.isConverged());
        assertEquals(0, map.displacement().distance(match.map().displacement()), 0.01);
        assertArrayEquals(map.f(), match.map().f(), 1e-4);
        final RegionEvidence evidence = RegionEvidence.of(pair, region, match.map(), motion, Progress.NONE);
        assertEquals(RigidMode.RIGID, evidence.determined(RigidMode.RIGID, 0.005, 2));
        assertTrue(evidence.zncc() > 0.999);
    }

    @Test
    void anEmptyMaskIsNoRegion() {
        assertEquals(Optional.empty(), Region.of(Volume.of("nothing", ArrayImgs.unsignedBytes(4, 4, 4),
            VoxelSize.isotropic(1)), Progress.NONE));
    }

    @Test
    void whatLiesOutsideIsNaNOrANumberInAnyType() {
        final Volume ramp = Volume.of("ramp", ArrayImgs.unsignedShorts(shorts(), 8, 8, 8), VoxelSize.isotropic(1));
        final Volume moved = AlignedVolume.of(ramp, Transformation.translation(2, 0, 0), Accuracy.FAST);
        assertArrayEquals(new float[] {20, 30, 40, 50, 60, 70, Float.NaN, Float.NaN}, row(moved), 1e-3f);
        assertArrayEquals(new float[] {20, 30, 40, 50, 60, 70, 7, 7},
            row(AlignedVolume.filled(moved, 7, VoxelType.UINT16)), 0);
        assertArrayEquals(new float[] {20, 30, 40, 50, 60, 70, 0, 0},
            row(AlignedVolume.filled(moved, Float.NaN, VoxelType.UINT16)), 0);
    }

    @Test
    void whatLiesOutsideCanGoOnAsTheBorderIs() {
        final Volume ramp = Volume.of("ramp", ArrayImgs.unsignedShorts(shorts(), 8, 8, 8), VoxelSize.isotropic(1));
        assertArrayEquals(new float[] {20, 30, 40, 50, 60, 70, 70, 70},
            row(AlignedVolume.continued(ramp, Transformation.translation(2, 0, 0), Accuracy.FAST)), 1e-3f);
        assertArrayEquals(new float[] {0, 0, 0, 0, 10, 20, 30, 40},
            row(AlignedVolume.continued(ramp, Transformation.translation(-3, 9, -9), Accuracy.EXACT)), 1e-3f);
    }

    private static short[] shorts() {
        final short[] values = new short[512];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short)(10 * (i % 8));
        }
        return values;
    }

    private static float[] row(final Volume volume) {
        final float[] row = new float[8];
        volume.read(new Block(0, 3, 3, 8, 1, 1), row);
        return row;
    }
}
