// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.electrode4d.correlation.StrainSettings.Method;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class StrainTest {

    private static final Set<StrainComponent> FINITE = EnumSet.of(StrainComponent.VOLUMETRIC,
        StrainComponent.DEVIATORIC, StrainComponent.BIOT_XX, StrainComponent.BIOT_YY, StrainComponent.BIOT_ZZ,
        StrainComponent.BIOT_XY, StrainComponent.BIOT_XZ, StrainComponent.BIOT_YZ, StrainComponent.STRETCH_MINIMUM,
        StrainComponent.STRETCH_MEDIUM, StrainComponent.STRETCH_MAXIMUM, StrainComponent.GREEN_LAGRANGE_XX,
        StrainComponent.GREEN_LAGRANGE_YZ);

    private static final Transformation STRETCH = Transformation.of(new Point(5, -8, 3),
        new double[] {1.05, 0.97, 1.2, 0.02, -0.01, 0.03}, new Point(3, -2, 1));

    /** Voxels of 0.5 x 0.25 x 2 µm. */
    private static double[] inMicrometres(final Transformation map) {
        final double[] f = map.f();
        return new double[] {f[0], 2 * f[1], f[2] / 4, f[3] / 2, f[4], f[5] / 8, 4 * f[6], 8 * f[7], f[8]};
    }

    @Test
    void aRotationIsARotationWhateverTheShapeOfTheVoxels() {
        // 30 degrees about z, for voxels twice as long along x as along y
        final double cosine = Math.sqrt(3) / 2;
        final double[] voxels = {cosine, -0.5 / 2, 0, 0.5 * 2, cosine, 0, 0, 0, 1};
        final StrainField strain = Strain.of(Fields.affine(Transformation.of(voxels, Point.ORIGIN)),
            StrainSettings.defaults());
        assertEquals(30, strain.value(27, StrainComponent.ROTATION_Z), 1e-9);
        assertEquals(0, strain.value(27, StrainComponent.BIOT_XX), 1e-12);
        assertEquals(0, strain.value(27, StrainComponent.GREEN_LAGRANGE_XY), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GEERS_SPAM")
    void aHomogeneousDeformationIsExactEverywhere(final Method method) {
        final StrainField strain = Strain.of(Fields.affine(STRETCH), StrainSettings.defaults().withMethod(method));
        for (int point = 0; point < strain.grid().size(); point++) {
            assertArrayEquals(inMicrometres(STRETCH), strain.f(point), 1e-12);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GEERS_SPAM")
    void besideAFailedNodeItStaysExact(final Method method) {
        final DeformationField field = Fields.failing(Fields.affine(STRETCH), 0, 27);
        final StrainField strain = Strain.of(field, StrainSettings.defaults().withMethod(method));
        int missing = 0;
        for (int point = 0; point < strain.grid().size(); point++) {
            if (Double.isNaN(strain.f(point)[0])) {
                missing++;
            } else {
                assertArrayEquals(inMicrometres(STRETCH), strain.f(point), 1e-12);
            }
        }
        assertEquals(method == Method.Q8 ? 1 + 8 : 2, missing);
    }

    /** Row z of F for 5 % along z; the other rows stay exact, as their displacements are zero. */
    private static double[] errorOfSpam(final int x, final int y, final int z, final int... failing) {
        final NodeGrid grid = new NodeGrid(Point.ORIGIN, new Point(20, 20, 20), 5, 5, 5);
        final Transformation stretch = Transformation.of(Matrix3.diagonal(1, 1, 1.05), Point.ORIGIN);
        final DeformationField field = Fields.failing(Fields.cubic(grid, stretch), failing);
        final double[] f = Strain.of(field, StrainSettings.defaults().withMethod(Method.GEERS_SPAM))
            .f(grid.index(x, y, z));
        assertArrayEquals(new double[] {1, 0, 0, 0, 1, 0}, Arrays.copyOf(f, 6), 1e-12);
        return new double[] {f[6], f[7], f[8] - 1.05};
    }

    @Test
    void spamsFormIsExactInsideAndWrongAtTheBorder() {
        assertArrayEquals(new double[] {0, 0, 0}, errorOfSpam(2, 2, 2), 1e-12);
        assertArrayEquals(new double[] {5 / 56.0, 5 / 56.0, 1 / 7.0}, errorOfSpam(2, 2, 0), 1e-12, "face");
        assertArrayEquals(new double[] {-4 / 137.0, -4.8 / 137, -4.8 / 137}, errorOfSpam(2, 0, 0), 1e-12, "edge");
        assertArrayEquals(new double[] {-9 / 340.0, -9 / 340.0, -9 / 340.0}, errorOfSpam(0, 0, 0), 1e-12, "corner");
        final int missing = 3 * 25 + 2 * 5 + 3;
        assertEquals(7.67e-4, errorOfSpam(2, 2, 2, missing)[2], 1e-6, "beside a missing node");
    }

    @Test
    void aFoldedNodeHasNoStrainAndIsCounted() {
        final double[] mirror = Matrix3.diagonal(1, 1, -0.5);
        final DeformationField field = Fields.affine(STRETCH).toBuilder()
            .set(27, NodeResult.of(Transformation.of(mirror, Point.ORIGIN), NodeStatus.CONVERGED)).build();
        final StrainField strain = Strain.of(field, StrainSettings.defaults().withMethod(Method.CORRELATION));
        assertEquals(1, strain.folded());
        for (final StrainComponent component : StrainComponent.values()) {
            assertTrue(Double.isNaN(strain.value(27, component)), component.label());
            assertTrue(Double.isNaN(component.of(StrainState.of(mirror))), component.label());
            assertTrue(Double.isNaN(component.of(StrainState.of(new double[9]))), component.label());
        }
        assertTrue(Double.isFinite(strain.value(26, StrainComponent.VOLUMETRIC)));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CORRELATION")
    void displacementsThatFoldGiveNoStrain(final Method method) {
        final Transformation fold = Transformation.of(Matrix3.diagonal(1, -1, 1), Point.ORIGIN);
        final NodeGrid grid = new NodeGrid(Point.ORIGIN, new Point(10, 10, 10), 3, 3, 3);
        final StrainField strain = Strain.of(Fields.cubic(grid, fold), StrainSettings.defaults().withMethod(method));
        assertTrue(Double.isNaN(strain.value(strain.grid().size() / 2, StrainComponent.VOLUMETRIC)));
        assertTrue(strain.folded() > 0);
    }

    @Test
    void filledNodesCountUnlessTheyShouldNot() {
        final DeformationField field = FieldFilter.apply(Fields.failing(Fields.affine(STRETCH), 27),
            FilterSettings.defaults());
        assertArrayEquals(inMicrometres(STRETCH), Strain.of(field, StrainSettings.defaults()).f(27), 1e-12);
        assertTrue(Double.isNaN(Strain.of(field, StrainSettings.defaults().withFilled(false)).f(27)[4]));
    }

    @Test
    void aTurnIsNoStrain() {
        final StrainState turn = StrainState.of(Transformation.of(new Point(0, 30, 0), new double[] {1, 1, 1, 0, 0, 0},
            Point.ORIGIN).f());
        assertEquals(30, StrainComponent.ROTATION_Y.of(turn), 1e-9);
        for (final StrainComponent c : StrainComponent.values()) {
            if (c.name().startsWith("BIOT") || c.name().startsWith("GREEN") || c == StrainComponent.VOLUMETRIC
                || c == StrainComponent.DEVIATORIC) {
                assertEquals(0, c.of(turn), 1e-9, c.label());
            }
        }
    }

    @Test
    void aPlainStretchAlongZ() {
        final StrainState stretch = StrainState.of(Matrix3.diagonal(1, 1, 1.3));
        assertEquals(0.3, StrainComponent.VOLUMETRIC.of(stretch), 1e-12);
        assertEquals(0.3, StrainComponent.BIOT_ZZ.of(stretch), 1e-12);
        assertEquals((1.69 - 1) / 2, StrainComponent.GREEN_LAGRANGE_ZZ.of(stretch), 1e-12);
        assertEquals(1.3, StrainComponent.STRETCH_MAXIMUM.of(stretch), 1e-12);
        assertEquals(1, StrainComponent.STRETCH_MINIMUM.of(stretch), 1e-12);
        final double k = Math.pow(1.3, -1.0 / 3);
        assertEquals(Math.sqrt(2 * (k - 1) * (k - 1) + (1.3 * k - 1) * (1.3 * k - 1)),
            StrainComponent.DEVIATORIC.of(stretch), 1e-12);
        assertEquals(0.3, StrainComponent.SMALL_VOLUMETRIC.of(stretch), 1e-12);
        assertEquals(Math.sqrt(0.04 + 0.01 + 0.01), StrainComponent.SMALL_DEVIATORIC.of(stretch), 1e-12);
    }

    @Test
    void aShear() {
        final StrainState shear = StrainState.of(new double[] {1, 0.2, 0, 0, 1, 0, 0, 0, 1});
        assertEquals(0.1, StrainComponent.SMALL_XY.of(shear), 1e-12);
        assertEquals(0.1, StrainComponent.GREEN_LAGRANGE_XY.of(shear), 1e-12);
        assertEquals(0.02, StrainComponent.GREEN_LAGRANGE_YY.of(shear), 1e-12);
        assertEquals(0, StrainComponent.VOLUMETRIC.of(shear), 1e-12);
        assertEquals(-Math.toDegrees(Math.atan(0.1)), StrainComponent.ROTATION_Z.of(shear), 1e-9);
    }

    @Test
    void aSimpleShearOfAnySize() {
        final double g = 0.8;
        final StrainState shear = StrainState.of(new double[] {1, g, 0, 0, 1, 0, 0, 0, 1});
        final double c = 1 / Math.sqrt(1 + g * g / 4);
        assertEquals(c - 1, StrainComponent.BIOT_XX.of(shear), 1e-12);
        assertEquals(c * g / 2, StrainComponent.BIOT_XY.of(shear), 1e-12);
        assertEquals(c * (1 + g * g / 2) - 1, StrainComponent.BIOT_YY.of(shear), 1e-12);
        assertEquals(0, StrainComponent.BIOT_ZZ.of(shear), 1e-12);
        assertEquals(1 / c - g / 2, StrainComponent.STRETCH_MINIMUM.of(shear), 1e-12);
        assertEquals(1, StrainComponent.STRETCH_MEDIUM.of(shear), 1e-12);
        assertEquals(1 / c + g / 2, StrainComponent.STRETCH_MAXIMUM.of(shear), 1e-12);
        assertEquals(-Math.toDegrees(Math.atan(g / 2)), StrainComponent.ROTATION_Z.of(shear), 1e-9);
        assertEquals(g / 2, StrainComponent.GREEN_LAGRANGE_XY.of(shear), 1e-12);
        assertEquals(g * g / 2, StrainComponent.GREEN_LAGRANGE_YY.of(shear), 1e-12);
        assertEquals(0, StrainComponent.VOLUMETRIC.of(shear), 1e-12);
        assertEquals(Math.hypot(1 / c - g / 2 - 1, 1 / c + g / 2 - 1), StrainComponent.DEVIATORIC.of(shear), 1e-12);
        assertEquals(g / 2, StrainComponent.SMALL_XY.of(shear), 1e-12);
        assertEquals(0, StrainComponent.SMALL_YY.of(shear), 1e-12);
    }

    @Property
    void turningTheSampleChangesFiniteStrainsNotAtAll(@ForAll @DoubleRange(min = -100, max = 100) final double rx,
        @ForAll @DoubleRange(min = -100, max = 100) final double ry,
        @ForAll @DoubleRange(min = 0.4, max = 2.5) final double stretch,
        @ForAll @DoubleRange(min = -0.5, max = 0.5) final double shear) {
        final double[] u = {stretch, shear, 0, shear, 1.3, 0.1, 0, 0.1, 1};
        Assume.that(Matrix3.determinant(u) > 0.05);
        final StrainState still = StrainState.of(u);
        final StrainState turned = StrainState.of(Matrix3.multiply(Polar.rotation(rx, ry, 30), u));
        for (final StrainComponent component : FINITE) {
            assertEquals(component.of(still), component.of(turned), 1e-9, component.label());
        }
    }

    @Test
    void aTurnBy40DegreesAndAStretchAreToldApart() {
        final double[] f = Matrix3.multiply(Polar.rotation(0, 0, 40), Matrix3.diagonal(1.2, 0.9, 1.5));
        final StrainState state = StrainState.of(f);
        assertEquals(40, StrainComponent.ROTATION_Z.of(state), 1e-9);
        assertEquals(0.2, StrainComponent.BIOT_XX.of(state), 1e-12);
        assertEquals(-0.1, StrainComponent.BIOT_YY.of(state), 1e-12);
        assertEquals(0, StrainComponent.BIOT_XY.of(state), 1e-12);
        assertEquals((1.44 - 1) / 2, StrainComponent.GREEN_LAGRANGE_XX.of(state), 1e-12);
        assertEquals(1.2 * 0.9 * 1.5 - 1, StrainComponent.VOLUMETRIC.of(state), 1e-12);
        assertEquals(1.2 * Math.cos(Math.toRadians(40)) - 1, StrainComponent.SMALL_XX.of(state), 1e-12);
    }

    @Test
    void withoutANumberThereIsNoStrain() {
        final double[] f = Matrix3.identity();
        f[3] = Double.NaN;
        final StrainState state = StrainState.of(f);
        for (final StrainComponent component : EnumSet.of(StrainComponent.VOLUMETRIC, StrainComponent.BIOT_XX,
            StrainComponent.ROTATION_X, StrainComponent.DEVIATORIC, StrainComponent.GREEN_LAGRANGE_XX)) {
            assertTrue(Double.isNaN(component.of(state)), component.label());
        }
    }

    @Test
    void mapsAreVolumesOnTheGrid() {
        final DeformationField field = Fields.of(Fields.GRID, X -> Transformation.of(
            Matrix3.diagonal(1, 1, 1 + X.x()), Point.ORIGIN)).toBuilder().volumeOrigin(new Point(1, 1, 1)).build();
        final Volume map = Strain.of(field, StrainSettings.defaults().withMethod(Method.CORRELATION))
            .map(StrainComponent.BIOT_ZZ);
        assertEquals(new VoxelSize(5, 2.5, 20), map.voxelSize());
        assertEquals(new Point(3.5, 2.5, 15), map.origin());
        assertArrayEquals(new float[] {5, 15, 25, 35, 45}, Arrays.copyOf(Blobs.values(map), 5), 1e-5f);
        final Volume bricks = Strain.of(field, StrainSettings.defaults().withMethod(Method.Q8))
            .map(StrainComponent.VOLUMETRIC);
        assertEquals(new Point(6, 3.75, 25), bricks.origin());
        assertEquals("4 x 3 x 3", bricks.shape().toString());
    }

    @Test
    void tablesHaveARowPerPoint() {
        final List<StrainField.Row> rows = Strain.of(Fields.affine(STRETCH), StrainSettings.defaults())
            .table(List.of(StrainComponent.VOLUMETRIC, StrainComponent.ROTATION_X));
        assertEquals(80, rows.size());
        assertEquals(new Point(7.5, 1.5, 14), rows.get(1).micrometres());
        assertEquals(STRETCH.determinant() - 1, rows.get(79).values().get(StrainComponent.VOLUMETRIC), 1e-12);
        assertEquals("Rotation about x [°]", StrainComponent.ROTATION_X.heading());
    }

    @Test
    void aSingleLayerHasNoSlope() {
        final NodeGrid layer = new NodeGrid(Point.ORIGIN, new Point(5, 5, 5), 4, 4, 1);
        final DeformationField field = Fields.of(layer, X -> STRETCH);
        assertEquals("Slopes of displacements need two nodes along every axis, but the grid has 4 x 4 x 1. Use a "
            + "smaller node spacing, or the F of the correlation itself.", assertThrows(IllegalArgumentException.class,
                () -> Strain.of(field, StrainSettings.defaults())).getMessage());
        final DeformationField one = Fields.of(NodeGrid.single(Point.ORIGIN), X -> STRETCH);
        assertArrayEquals(inMicrometres(STRETCH), Strain.of(one, StrainSettings.defaults()).f(0));
    }
}
