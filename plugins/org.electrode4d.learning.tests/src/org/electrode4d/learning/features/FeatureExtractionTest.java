// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

import static org.electrode4d.learning.features.FeatureImages.at;
import static org.electrode4d.learning.features.FeatureImages.one;
import static org.electrode4d.learning.features.FeatureImages.volume;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureExtractionTest {

    private static final VoxelSize CUBE = VoxelSize.isotropic(1);
    private static final Shape SHAPE = new Shape(48, 48, 48);

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7, 1.6, 3.5})
    void derivativesOfAPolynomialOfSecondDegreeAreExact(final double sigma) {
        final Volume polynomial = volume(SHAPE, CUBE, (x, y, z) ->
            0.03 * (x - 24) * (x - 24) - 0.01 * (y - 24) * (y - 24) + 0.02 * (z - 24) * (z - 24) + 0.3 * x - 0.4 * y);

        final float[] gradient = at(polynomial, one(FeatureSpace.SPATIAL, sigma, FeatureKind.GRADIENT_MAGNITUDE),
            24, 24, 24);
        final float[] hessian = at(polynomial, one(FeatureSpace.SPATIAL, sigma, FeatureKind.HESSIAN), 24, 24, 24);
        final float[] laplacian = at(polynomial, one(FeatureSpace.SPATIAL, sigma, FeatureKind.LAPLACIAN), 24, 24, 24);

        final double s2 = sigma * sigma;
        assertEquals(sigma * 0.5, gradient[0], 2e-5 * sigma);
        assertArrayEquals(new float[] {(float)(0.06 * s2), (float)(0.04 * s2), (float)(-0.02 * s2)}, hessian,
            (float)(3e-5 * Math.max(1, s2)));
        assertEquals(0.08 * s2, laplacian[0], 3e-5 * Math.max(1, s2));
    }

    @Test
    void aPlaneWaveIsDampedByItsWaveNumber() {
        final double k = 2 * Math.PI / 16;
        final double sigma = 2;
        final Volume wave = volume(SHAPE, CUBE, (x, y, z) -> Math.cos(k * (x - 24)));
        final double damped = Math.exp(-k * k * sigma * sigma / 2);

        assertEquals(damped, at(wave, one(FeatureSpace.SPATIAL, sigma, FeatureKind.GAUSSIAN), 24, 24, 24)[0], 2e-3);
        assertEquals(sigma * k * damped,
            at(wave, one(FeatureSpace.SPATIAL, sigma, FeatureKind.GRADIENT_MAGNITUDE), 28, 24, 24)[0], 5e-3);
        assertEquals(-sigma * sigma * k * k * damped,
            at(wave, one(FeatureSpace.PLANAR, sigma, FeatureKind.LAPLACIAN), 24, 24, 24)[0], 1e-2);
    }

    @Test
    void aGaussianBlobWidensAsVariancesAdd() {
        final double width = 3;
        final double sigma = 2;
        final Volume blob = blob(CUBE, width);
        final double peak = Math.pow(width * width / (width * width + sigma * sigma), 1.5);
        final double curvature = -sigma * sigma / (width * width + sigma * sigma) * peak;

        assertEquals(peak, at(blob, one(FeatureSpace.SPATIAL, sigma, FeatureKind.GAUSSIAN), 24, 24, 24)[0], 2e-3);
        for (final float value : at(blob, one(FeatureSpace.SPATIAL, sigma, FeatureKind.HESSIAN), 24, 24, 24)) {
            assertEquals(curvature, value, 5e-3);
        }
        assertEquals(3 * curvature, at(blob, one(FeatureSpace.SPATIAL, sigma, FeatureKind.LAPLACIAN), 24, 24, 24)[0],
            1e-2);
    }

    /** The sample is the same, the grid is not. */
    @Test
    void featuresAreThoseOfTheSampleWhereVoxelsAreFlat() {
        for (final FeatureKind kind : FeatureKind.values()) {
            final float[] cubes = at(blob(CUBE, 4), one(FeatureSpace.SPATIAL, 2, kind), 24, 24, 24);
            final float[] flat = at(blob(new VoxelSize(1, 1, 2), 4), one(FeatureSpace.SPATIAL, 2, kind), 24, 24, 12);
            assertArrayEquals(cubes, flat, 2e-3f, kind.title());
        }
    }

    private static Volume blob(final VoxelSize size, final double width) {
        return volume(new Shape(48, 48, (long)(48 / size.z())), size, (x, y, z) ->
            Math.exp(-(square(x - 24) + square(y - 24) + square((z - 24 / size.z()) * size.z()))
                / (2 * width * width)));
    }

    private static double square(final double a) {
        return a * a;
    }

    @Test
    void theStructureTensorOfARampHasOneDirection() {
        final Volume ramp = volume(SHAPE, CUBE, (x, y, z) -> 0.3 * x + 0.4 * z);

        final float[] spatial = at(ramp, one(FeatureSpace.SPATIAL, 1.6, FeatureKind.STRUCTURE_TENSOR), 24, 24, 24);
        final float[] planar = at(ramp, one(FeatureSpace.PLANAR, 1.6, FeatureKind.STRUCTURE_TENSOR), 24, 24, 24);

        assertArrayEquals(new float[] {0.25f * 2.56f, 0, 0}, spatial, 1e-3f);
        assertArrayEquals(new float[] {0.09f * 2.56f, 0}, planar, 1e-4f);
    }

    @Test
    void aDifferenceOfGaussiansIsNearlyTheLaplacian() {
        final Volume blob = blob(CUBE, 6);

        final float difference =
            at(blob, one(FeatureSpace.SPATIAL, 1.6, FeatureKind.DIFFERENCE_OF_GAUSSIANS), 24, 24, 24)[0];
        final float laplacian = at(blob, one(FeatureSpace.SPATIAL, 1.6, FeatureKind.LAPLACIAN), 24, 24, 24)[0];

        assertEquals((1 - 0.66 * 0.66) / 2 * laplacian, difference, 0.1 * Math.abs(difference));
    }

    @ParameterizedTest
    @EnumSource(FeatureSpace.class)
    void featuresOfBlocksAreThoseOfTheWholeBitForBit(final FeatureSpace space) {
        final Volume noise = FeatureImages.noise(new Shape(33, 21, 9), new VoxelSize(1, 1, 1.5));
        final FeatureSet set = new FeatureSet(space, List.of(0.7, 2.0), EnumSet.allOf(FeatureKind.class));
        final FeatureExtraction extraction = new FeatureExtraction(noise, set, FeatureImages.AS_IT_IS);
        final float[][] whole = new float[set.size()][];
        extraction.compute(Block.of(noise.shape()), Progress.NONE,
            (feature, values) -> whole[feature] = values.clone());

        for (final Block block : Blocks.tile(noise.shape(), 10, 8, 4)) {
            extraction.compute(block, Progress.NONE, (feature, values) -> {
                for (int i = 0; i < values.length; i++) {
                    final int x = (int)block.minX() + i % block.sizeX();
                    final int y = (int)block.minY() + i / block.sizeX() % block.sizeY();
                    final int z = (int)block.minZ() + i / block.sizeX() / block.sizeY();
                    assertEquals(whole[feature][(z * 21 + y) * 33 + x], values[i], 0f);
                }
            });
        }
    }

    @Test
    void planesOnTheirOwnDoNotSeeTheirNeighbours() {
        final Volume plate = volume(new Shape(20, 20, 3), CUBE, (x, y, z) -> z == 1 ? 1 : 0);

        assertEquals(1, at(plate, one(FeatureSpace.PLANAR, 3.5, FeatureKind.GAUSSIAN), 3, 4, 1)[0], 1e-5);
        assertEquals(0, at(plate, one(FeatureSpace.PLANAR, 3.5, FeatureKind.GAUSSIAN), 3, 4, 0)[0], 0);
    }

    @Test
    void aSingleImageIsItsOwnSurroundingsAlongZ() {
        final Volume image = volume(new Shape(40, 40, 1), CUBE, (x, y, z) -> Math.sin(0.3 * x) * Math.cos(0.2 * y));

        assertEquals(at(image, one(FeatureSpace.PLANAR, 1.6, FeatureKind.LAPLACIAN), 20, 20, 0)[0],
            at(image, one(FeatureSpace.SPATIAL, 1.6, FeatureKind.LAPLACIAN), 20, 20, 0)[0], 1e-5);
    }

    @Test
    void greyValuesAreNormalisedAndWhatIsNoNumberIsTheirZero() {
        final float[] values = {7, 7, Float.NaN, 7, 7};
        final Volume line = Volume.of("line", ArrayImgs.floats(values, 5, 1, 1), CUBE);
        final float[] features = new float[5];
        new FeatureExtraction(line, one(FeatureSpace.PLANAR, 0.3, FeatureKind.GAUSSIAN), new GreyScale(5, 2))
            .compute(Block.of(line.shape()), Progress.NONE,
                (feature, smoothed) -> System.arraycopy(smoothed, 0, features, 0, 5));

        assertEquals(1, features[0], 1e-6);
        assertEquals(0, features[2], 0.01);
    }
}
