// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Spheres full of Gaussian blobs, each with a rigid motion of its own about its centre. Round blobs of a rigid body
 * only move, hence both states are rendered by formula.
 */
record Grains(Shape shape, double radius, List<Grain> grains) {

    private static final int BLOBS = 160;
    private static final double SIGMA = 1.5;

    /** A sphere with its motion. */
    record Grain(int label, Point centre, Transformation motion) {
    }

    VolumePair pair() {
        return new VolumePair(render("reference", false), render("deformed", true));
    }

    private Volume render(final String name, final boolean moved) {
        final float[] values = new float[(int)shape.voxels()];
        for (final Grain grain : grains) {
            final SplittableRandom random = new SplittableRandom(grain.label);
            for (int blob = 0; blob < BLOBS; blob++) {
                final Point at = inSphere(random).times(radius - 2 * SIGMA).plus(grain.centre);
                final double amplitude = 5000 * (2 * random.nextDouble() - 1);
                stamp(moved ? grain.motion.apply(at, grain.centre) : at, amplitude, values);
            }
        }
        return Volume.of(name, ArrayImgs.floats(values, shape.x(), shape.y(), shape.z()), VoxelSize.isotropic(0.5));
    }

    private static Point inSphere(final SplittableRandom random) {
        Point p;
        do {
            p = new Point(2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1);
        } while (p.norm() > 1);
        return p;
    }

    private void stamp(final Point at, final double amplitude, final float[] values) {
        final int reach = (int)Math.ceil(5 * SIGMA);
        for (int z = Math.max(0, (int)at.z() - reach); z <= Math.min(shape.z() - 1, at.z() + reach); z++) {
            for (int y = Math.max(0, (int)at.y() - reach); y <= Math.min(shape.y() - 1, at.y() + reach); y++) {
                for (int x = Math.max(0, (int)at.x() - reach); x <= Math.min(shape.x() - 1, at.x() + reach); x++) {
                    final double d = at.distance(new Point(x, y, z));
                    values[index(x, y, z)] += (float)(amplitude * Math.exp(-d * d / (2 * SIGMA * SIGMA)));
                }
            }
        }
    }

    /** 16-bit: the label of the grain whose sphere holds a voxel. */
    Volume labels() {
        return labels(Grain::label);
    }

    /** @param number of a grain, 0 for none */
    Volume labels(final ToIntFunction<Grain> number) {
        final short[] ids = new short[(int)shape.voxels()];
        for (int z = 0; z < shape.z(); z++) {
            for (int y = 0; y < shape.y(); y++) {
                for (int x = 0; x < shape.x(); x++) {
                    for (final Grain grain : grains) {
                        if (grain.centre.distance(new Point(x, y, z)) <= radius) {
                            ids[index(x, y, z)] = (short)number.applyAsInt(grain);
                        }
                    }
                }
            }
        }
        return Volume.of("labels", ArrayImgs.unsignedShorts(ids, shape.x(), shape.y(), shape.z()),
            VoxelSize.isotropic(0.5));
    }

    private int index(final int x, final int y, final int z) {
        return (int)((z * shape.y() + y) * shape.x() + x);
    }
}
