// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.Test;

class TextureRendererTest {

    private static final double TOLERANCE = 3e-6;

    private static final Shape SHAPE = new Shape(50, 40, 30);

    /** A single body in an otherwise empty space. */
    private record Single(Profile profile, Point centre, double size, double amplitude) implements TextureField {

        @Override
        public Bodies touching(final Bounds box) {
            final Bodies bodies = new Bodies();
            bodies.add(centre.x(), centre.y(), centre.z(), size, amplitude);
            return bodies;
        }
    }

    private static float[] render(final TextureField field, final Deformation deformation, final Block block) {
        final float[] values = new float[block.voxels()];
        new TextureRenderer(field, deformation).render(block, values);
        return values;
    }

    @Test
    void blobIsAGaussian() {
        final TextureField blob = new Single(new GaussianProfile(), new Point(10, 20, 30), 2, -1.5);
        final float[] row = render(blob, Deformations.identity(), new Block(8, 20, 31, 5, 1, 1));
        // r² = 4 + 1, 1 + 1, 0 + 1, ... and 2 sigma² = 8
        final float[] expected = {(float)(-1.5 * Math.exp(-5 / 8.0)), (float)(-1.5 * Math.exp(-2 / 8.0)),
            (float)(-1.5 * Math.exp(-1 / 8.0)), (float)(-1.5 * Math.exp(-2 / 8.0)),
            (float)(-1.5 * Math.exp(-5 / 8.0))};
        assertArrayEquals(expected, row, (float)TOLERANCE);
    }

    @Test
    void blobMovesWithTheMaterial() {
        final TextureField blob = new Single(new GaussianProfile(), new Point(10, 20, 30), 2, 1);
        final Deformation shift = Deformations.translation(new Point(0.5, -3, 2));
        final float[] row = render(blob, shift, new Block(9, 17, 32, 4, 1, 1));
        // centre at (10.5, 17, 32)
        assertArrayEquals(new float[] {(float)Math.exp(-2.25 / 8), (float)Math.exp(-0.25 / 8),
            (float)Math.exp(-0.25 / 8), (float)Math.exp(-2.25 / 8)}, row, (float)TOLERANCE);
    }

    @Test
    void sphereIsOneInsideAndHalfOnItsSurface() {
        final TextureField sphere = new Single(new SphereProfile(0.5), new Point(10, 0, 0), 6, 1);
        final float[] row = render(sphere, Deformations.identity(), new Block(10, 0, 0, 10, 1, 1));
        // at radius 6.5 and 7, one and two blurs outside: (1 - erf(1/sqrt(2))) / 2 and so on
        assertArrayEquals(new float[] {1, 1, 1, 1, 0.9999683f, 0.9772499f, 0.5f, 0.0227501f, 3.167e-5f, 0}, row,
            (float)TOLERANCE);
    }

    @Test
    void stretchedSphereBecomesAnEllipsoid() {
        final TextureField sphere = new Single(new SphereProfile(0.5), new Point(20, 20, 15), 5, 1);
        final Deformation twice = Deformations.affine(new double[] {2, 0, 0, 0, 1, 0, 0, 0, 1}, Point.ORIGIN,
            new Point(20, 20, 15));
        assertEquals(0.5f, render(sphere, twice, new Block(30, 20, 15, 1, 1, 1))[0], TOLERANCE);
        assertEquals(0.5f, render(sphere, twice, new Block(20, 25, 15, 1, 1, 1))[0], TOLERANCE);
    }

    @Test
    void overwritesWhatWasThere() {
        final TextureField blob = new Single(new GaussianProfile(), new Point(1000, 0, 0), 2, 1);
        final float[] values = {7, 7};
        new TextureRenderer(blob, Deformations.identity()).render(new Block(0, 0, 0, 2, 1, 1), values);
        assertArrayEquals(new float[] {0, 0}, values);
    }

    @Property(tries = 40)
    void voxelShowsTheMaterialPointThatIsThere(@ForAll("textures") final Texture texture,
        @ForAll("deformations") final Deformation deformation, @ForAll("blocks") final Block block) {
        final TextureField field = texture.field();
        final float[] values = render(field, deformation, block);
        for (int i = 0; i < values.length; i += 37) {
            final Point voxel = new Point(block.minX() + i % block.sizeX(),
                block.minY() + i / block.sizeX() % block.sizeY(), block.minZ() + i / block.sizeX() / block.sizeY());
            // about 50 blobs reach a voxel, each off by up to 2e-6 of either sign
            assertEquals(field.value(deformation.inverse(voxel)), values[i], 1e-5);
        }
    }

    @Property(tries = 40)
    void blocksFitTogetherToTheLastBit(@ForAll("textures") final Texture texture,
        @ForAll("deformations") final Deformation deformation, @ForAll("blocks") final Block block) {
        final TextureField field = texture.field();
        final float[] whole = render(field, deformation, Block.of(SHAPE));
        final Block part = block.clip(SHAPE);
        final float[] values = render(field, deformation, part);
        for (int i = 0; i < values.length; i++) {
            final long x = part.minX() + i % part.sizeX();
            final long y = part.minY() + i / part.sizeX() % part.sizeY();
            final long z = part.minZ() + i / part.sizeX() / part.sizeY();
            assertEquals(whole[(int)((z * SHAPE.y() + y) * SHAPE.x() + x)], values[i]);
        }
    }

    @Provide
    Arbitrary<Texture> textures() {
        return Arbitraries.longs().flatMap(seed -> Arbitraries.of(BlobTexture.of(seed), SphereTexture.of(seed)));
    }

    @Provide
    Arbitrary<Block> blocks() {
        return Combinators.combine(Arbitraries.integers().between(0, 45), Arbitraries.integers().between(0, 35),
            Arbitraries.integers().between(0, 25), Arbitraries.integers().between(1, 20))
            .as((x, y, z, size) -> new Block(x, y, z, size, size + 3, size + 1));
    }

    @Provide
    Arbitrary<Deformation> deformations() {
        final Point centre = Deformations.centre(SHAPE);
        final double s = Math.sqrt(0.5);
        return Arbitraries.of(
            Deformations.identity(),
            DeformationCase.SHIFT.in(SHAPE),
            DeformationCase.AFFINE.in(SHAPE),
            DeformationCase.GRADIENT.in(SHAPE),
            DeformationCase.JUMP.in(SHAPE),
            Deformations.rigid(new Point(20, -30, 50), new Point(3.3, 1.7, -2.2), centre),
            Deformations.affine(new double[] {0.7, 0.1, 0, 0.05, 1.2, -0.1, 0.2, 0, 1.5}, new Point(1, 2, 3), centre),
            Deformations.axialGradient(-0.4, 30),
            Deformations.jump(new Point(0, 0, 2), new Point(s, s, 0), centre, 3),
            DeformationCase.GRADIENT.in(SHAPE).andThen(Deformations.rigid(new Point(3, 5, 7), Point.ORIGIN, centre)));
    }
}
