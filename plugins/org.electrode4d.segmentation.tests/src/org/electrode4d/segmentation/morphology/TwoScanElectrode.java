// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.filter.Gaussian;

/**
 * A small electrode: graphite balls of radius 5 to 9 voxels, silicon balls of 3 to 5, and carbon-binder domain (CBD) on
 * both where a random field is high. 0 pore, 1 graphite, 2 CBD, 3 silicon.
 */
final class TwoScanElectrode {

    static final int N = 48;
    static final VoxelSize SIZE = VoxelSize.isotropic(0.02);
    private final byte[] labels = new byte[N * N * N];

    TwoScanElectrode(final long seed) {
        final Random random = new Random(seed);
        balls(random, 60, 5, 9, (byte)1);
        balls(random, 60, 3, 5, (byte)3);
        final byte[] solid = labels.clone();
        final float[] field = field(seed + 1);
        for (int i = 0; i < labels.length; i++) {
            if (solid[i] == 0 && field[i] > 0.35 && isNear(solid, i, 3)) {
                labels[i] = 2;
            }
        }
    }

    private void balls(final Random random, final int tries, final double least, final double most, final byte label) {
        for (int k = 0; k < tries; k++) {
            final double[] c = {random.nextDouble() * N, random.nextDouble() * N, random.nextDouble() * N};
            final double r = least + (most - least) * random.nextDouble();
            if (isFree(c, r + 1)) {
                for (int i = 0; i < labels.length; i++) {
                    labels[i] = distance(i, c) <= r ? label : labels[i];
                }
            }
        }
    }

    private boolean isFree(final double[] centre, final double radius) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0 && distance(i, centre) <= radius) {
                return false;
            }
        }
        return true;
    }

    private static double distance(final int i, final double[] c) {
        return Math.sqrt(Math.pow(i % N - c[0], 2) + Math.pow(i / N % N - c[1], 2) + Math.pow(i / N / N - c[2], 2));
    }

    private static float[] field(final long seed) {
        final Random random = new Random(seed);
        final float[] noise = new float[N * N * N];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float)random.nextGaussian();
        }
        final float[] smooth = read(Gaussian.of(volume("field", noise), 2));
        double squares = 0;
        for (final float value : smooth) {
            squares += value * value;
        }
        final float deviation = (float)Math.sqrt(squares / smooth.length);
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] /= deviation;
        }
        return smooth;
    }

    private static boolean isNear(final byte[] solid, final int at, final int reach) {
        for (int dz = -reach; dz <= reach; dz++) {
            for (int dy = -reach; dy <= reach; dy++) {
                for (int dx = -reach; dx <= reach; dx++) {
                    final int x = at % N + dx;
                    final int y = at / N % N + dy;
                    final int z = at / N / N + dz;
                    if (dx * dx + dy * dy + dz * dz <= reach * reach && x >= 0 && y >= 0 && z >= 0 && x < N && y < N
                        && z < N && solid[(z * N + y) * N + x] != 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    static Volume volume(final String name, final float[] values) {
        return Volume.of(name, ArrayImgs.floats(values, N, N, N), SIZE);
    }

    static float[] read(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    Volume truth() {
        return Volume.of("truth", ArrayImgs.unsignedBytes(labels, N, N, N), SIZE);
    }

    /** Blur of 0.6 voxel; all solids are nearly as bright as each other. */
    Volume sharp() {
        return scan("sharp", new double[] {6000, 22_000, 20_000, 24_000}, 0.6, 1200);
    }

    /** Blur of 1.5 voxels; every class has its own grey value. */
    Volume contrast() {
        return scan("contrast", new double[] {9000, 18_000, 31_000, 52_000}, 1.5, 800);
    }

    private Volume scan(final String name, final double[] greys, final double blur, final double noise) {
        final float[] values = new float[labels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)greys[labels[i]];
        }
        final float[] seen = read(Gaussian.of(volume(name, values), blur));
        final Random random = new Random(name.hashCode());
        for (int i = 0; i < seen.length; i++) {
            seen[i] += (float)(noise * random.nextGaussian());
        }
        return volume(name, seen);
    }

    double dice(final Volume found, final int label) {
        final float[] values = read(found);
        double both = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            both += values[i] == label && labels[i] == label ? 2 : 0;
            sum += (values[i] == label ? 1 : 0) + (labels[i] == label ? 1 : 0);
        }
        return both / sum;
    }
}
