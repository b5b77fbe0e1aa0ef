// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Texture of Gaussian blobs, rendered analytically in either state: no image is ever interpolated. */
final class Blobs {

    private static final double MARGIN = 12;
    private static final double SPACING = 4.5;
    private final Shape shape;
    private final double[] blobs;
    private final double noise;

    /** @param noise standard deviation, independent in every volume; the texture's is about 5000 */
    Blobs(final Shape shape, final double noise) {
        this.shape = shape;
        this.noise = noise;
        final double[] extent = {shape.x() + 2 * MARGIN, shape.y() + 2 * MARGIN, shape.z() + 2 * MARGIN};
        final int count = (int)(extent[0] * extent[1] * extent[2] / Math.pow(SPACING, 3));
        final SplittableRandom random = new SplittableRandom(7);
        blobs = new double[5 * count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < 3; k++) {
                blobs[5 * i + k] = random.nextDouble() * extent[k] - MARGIN;
            }
            blobs[5 * i + 3] = 1.5 + random.nextDouble() * 0.7;
            blobs[5 * i + 4] = random.nextDouble() * 2 - 1;
        }
    }

    Blobs(final Shape shape) {
        this(shape, 0);
    }

    Shape shape() {
        return shape;
    }

    Volume reference() {
        return render("reference", X -> X, X -> X, 28000, 11000);
    }

    /** Affine about the middle of the volume. */
    Volume deformed(final Transformation map) {
        final Point centre = new Point((shape.x() - 1) / 2.0, (shape.y() - 1) / 2.0, (shape.z() - 1) / 2.0);
        final Transformation inverse = map.inverse();
        return render("deformed", X -> map.apply(X, centre), x -> inverse.apply(x, centre), 28000, 11000);
    }

    VolumePair pair(final Transformation map) {
        return new VolumePair(reference(), deformed(map));
    }

    /** The volume with other voxels; the array is changed in place by {@code change}. */
    static Volume changed(final Volume volume, final Consumer<float[]> change) {
        final float[] values = values(volume);
        change.accept(values);
        final Shape s = volume.shape();
        return Volume.of(volume.name(), ArrayImgs.floats(values, s.x(), s.y(), s.z()), volume.voxelSize());
    }

    static float[] values(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    /** @param forward moves every blob's centre; the nearby shape comes from {@code inverse} */
    Volume render(final String name, final UnaryOperator<Point> forward, final UnaryOperator<Point> inverse,
        final double offset, final double gain) {
        final float[] values = new float[(int)shape.voxels()];
        for (int i = 0; i < blobs.length; i += 5) {
            stamp(i, forward, inverse, values);
        }
        final Random random = new Random(name.hashCode());
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)(offset + gain * values[i] + (noise > 0 ? noise * random.nextGaussian() : 0));
        }
        return Volume.of(name, ArrayImgs.floats(values, shape.x(), shape.y(), shape.z()), VoxelSize.isotropic(0.05));
    }

    private void stamp(final int i, final UnaryOperator<Point> forward, final UnaryOperator<Point> inverse,
        final float[] values) {
        final Point centre = new Point(blobs[i], blobs[i + 1], blobs[i + 2]);
        final Point at = forward.apply(centre);
        final double sigma = blobs[i + 3];
        final int reach = (int)Math.ceil(5.5 * sigma);
        for (int z = Math.max(0, (int)at.z() - reach); z <= Math.min(shape.z() - 1, at.z() + reach); z++) {
            for (int y = Math.max(0, (int)at.y() - reach); y <= Math.min(shape.y() - 1, at.y() + reach); y++) {
                for (int x = Math.max(0, (int)at.x() - reach); x <= Math.min(shape.x() - 1, at.x() + reach); x++) {
                    final Point d = inverse.apply(new Point(x, y, z)).minus(centre);
                    final double e = d.dot(d) / (2 * sigma * sigma);
                    if (e < 12) {
                        values[(int)((z * shape.y() + y) * shape.x() + x)] += (float)(blobs[i + 4] * Math.exp(-e));
                    }
                }
            }
        }
    }
}
