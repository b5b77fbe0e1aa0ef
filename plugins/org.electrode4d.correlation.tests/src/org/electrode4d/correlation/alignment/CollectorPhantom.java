// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import java.util.SplittableRandom;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * An electrode on a collector that fills the last slices: pores (grey 0.1) and particles (0.6) of some five voxels,
 * copper (1) with grains, and a rough surface between them. The electrode swells away from the collector; then the
 * whole moves rigidly. Every state is computed from formulas, none is interpolated from another.
 *
 * @param grains deviation of the copper's grey values; 0 for a smooth metal
 * @param roughness of the surface, voxels; 0 for a flat one
 * @param noise standard deviation, another one in every state
 */
record CollectorPhantom(double grains, double roughness, double noise) {

    static final Shape SHAPE = new Shape(64, 64, 96);
    static final double SURFACE = 72;
    static final VoxelSize SIZE = VoxelSize.isotropic(0.5);
    private static final double BLUR = 0.7;

    static Point centre() {
        return new Point((SHAPE.x() - 1) / 2.0, (SHAPE.y() - 1) / 2.0, (SHAPE.z() - 1) / 2.0);
    }

    /**
     * @param drift about the middle of the volume, voxels
     * @param strain of the electrode, for instance 0.4
     */
    Volume state(final String name, final Transformation drift, final double strain) {
        final Transformation back = drift.inverse();
        final float[] values = new float[(int)SHAPE.voxels()];
        final SplittableRandom random = new SplittableRandom(name.hashCode());
        int i = 0;
        for (int z = 0; z < SHAPE.z(); z++) {
            for (int y = 0; y < SHAPE.y(); y++) {
                for (int x = 0; x < SHAPE.x(); x++) {
                    final Point p = back.apply(new Point(x, y, z), centre());
                    double gauss = 0;
                    for (int k = 0; k < 4 && noise > 0; k++) {
                        gauss += random.nextDouble() - 0.5;
                    }
                    values[i++] = (float)(10_000 * (grey(p, strain) + noise * Math.sqrt(3) * gauss));
                }
            }
        }
        return Volume.of(name, ArrayImgs.floats(values, SHAPE.x(), SHAPE.y(), SHAPE.z()), SIZE);
    }

    private double grey(final Point p, final double strain) {
        final double surface = SURFACE + roughness * texture(p.x() / 9, p.y() / 9, 0.5, 3);
        final double height = surface - p.z();
        final double copper = 1 / (1 + Math.exp(height / (0.55 * BLUR)));
        final double z = SURFACE - height / (1 + (height > 0 ? strain : 0));
        final double particles = 0.1 + 0.5 / (1 + Math.exp(-12 * texture(p.x() / 5, p.y() / 5, z / 5, 1)));
        return copper * (1 + 2.5 * grains * texture(p.x() / 5, p.y() / 5, p.z() / 5, 2)) + (1 - copper) * particles;
    }

    /** Random values on a lattice, between -1 and 1, interpolated with two continuous derivatives. */
    static double texture(final double x, final double y, final double z, final long seed) {
        final long cx = (long)Math.floor(x);
        final long cy = (long)Math.floor(y);
        final long cz = (long)Math.floor(z);
        double sum = 0;
        for (int k = 0; k < 8; k++) {
            final double wx = weight(x - cx, k & 1);
            final double wy = weight(y - cy, k >> 1 & 1);
            final double wz = weight(z - cz, k >> 2);
            sum += wx * wy * wz * lattice(cx + (k & 1), cy + (k >> 1 & 1), cz + (k >> 2), seed);
        }
        return sum;
    }

    private static double weight(final double t, final int far) {
        final double fade = t * t * t * (t * (6 * t - 15) + 10);
        return far == 1 ? fade : 1 - fade;
    }

    private static double lattice(final long x, final long y, final long z, final long seed) {
        long h = x * 0x9e3779b97f4a7c15L ^ y * 0xc2b2ae3d27d4eb4fL ^ z * 0x165667b19e3779f9L
            ^ seed * 0x27d4eb2f165667c5L;
        h = (h ^ h >>> 31) * 0xbf58476d1ce4e5b9L;
        h = (h ^ h >>> 29) * 0x94d049bb133111ebL;
        return (h >>> 11) * 0x1.0p-52 - 1;
    }

    /** The largest error of a map at the corners of the collector, in voxels. */
    static double error(final Transformation found, final Transformation truth) {
        double largest = 0;
        for (int k = 0; k < 8; k++) {
            final Point corner = corner(k);
            largest = Math.max(largest, found.apply(corner, centre()).distance(truth.apply(corner, centre())));
        }
        return largest;
    }

    /** The largest error along the normal of the collector, which is z of T0. */
    static double errorAcross(final Transformation found, final Transformation truth) {
        double largest = 0;
        for (int k = 0; k < 4; k++) {
            final Point corner = new Point((k & 1) * 63.0, (k >> 1) * 63.0, SURFACE);
            final Point back = truth.inverse().apply(found.apply(corner, centre()), centre());
            largest = Math.max(largest, Math.abs(back.z() - corner.z()));
        }
        return largest;
    }

    private static Point corner(final int k) {
        return new Point((k & 1) * 63.0, (k >> 1 & 1) * 63.0, (k >> 2) == 0 ? SURFACE : 95);
    }
}
