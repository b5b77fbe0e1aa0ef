// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.util.Arrays;
import org.electrode4d.volume.Block;

/** Non-local means of a block. Every shift is done for all voxels at once, row by row. */
final class MeansBlock {

    /** Weights below {@code exp(-16)} are as good as none. */
    private static final float FARTHEST = 16;
    /** Squarings after the polynomial: the argument is divided by 2 to this power. */
    private static final int SQUARINGS = 6;
    /** Values that are worked on at a time: they stay in the processor's first cache. */
    private static final int PIECE = 2048;

    private final MeansSettings settings;
    private final Block block;
    private final Block halo;
    private final float[] values;
    /** 1 where there is a number, 0 else; null where all are. */
    private final float[] valid;
    private final float[] numerator;
    private final float[] denominator;
    private final float[] first;
    private final float[] second;
    private final float[] sums = new float[PIECE];
    private final float[] ahead = new float[PIECE];
    private final float[] further = new float[PIECE];

    MeansBlock(final MeansSettings settings, final Block block, final Block halo, final float[] values) {
        this.settings = settings;
        this.block = block;
        this.halo = halo;
        this.values = values;
        valid = valid(values);
        numerator = new float[block.voxels()];
        denominator = new float[block.voxels()];
        first = new float[halo.voxels()];
        second = new float[halo.voxels()];
    }

    /** Takes what is not a number out of the values. */
    private static float[] valid(final float[] values) {
        float[] valid = null;
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                if (valid == null) {
                    valid = new float[values.length];
                    Arrays.fill(valid, 1);
                }
                valid[i] = 0;
                values[i] = 0;
            }
        }
        return valid;
    }

    float[] denoise() {
        start();
        final int search = settings.search();
        final int searchZ = settings.searchZ();
        for (int z = 0; z <= searchZ; z++) {
            for (int y = z == 0 ? 0 : -search; y <= search; y++) {
                for (int x = z == 0 && y == 0 ? 1 : -search; x <= search; x++) {
                    add(new Shift(x, y, z));
                }
            }
        }
        for (int i = 0; i < numerator.length; i++) {
            numerator[i] /= denominator[i];
        }
        return numerator;
    }

    /** Every voxel has itself with weight 1; one that is no number ends as 0 / 0. */
    private void start() {
        for (int z = 0; z < block.sizeZ(); z++) {
            for (int y = 0; y < block.sizeY(); y++) {
                final int from = inHalo(0, y, z);
                final int to = (z * block.sizeY() + y) * block.sizeX();
                for (int x = 0; x < block.sizeX(); x++) {
                    numerator[to + x] = values[from + x];
                    denominator[to + x] = valid == null ? 1 : valid[from + x];
                }
            }
        }
    }

    /** Index of a voxel of the block among the values. */
    private int inHalo(final int x, final int y, final int z) {
        return ((z + settings.haloZ()) * halo.sizeY() + y + settings.halo()) * halo.sizeX() + x + settings.halo();
    }

    /**
     * The voxels whose weight with their partner is needed: those of the block and those whose partner is in it.
     * Relative to the block.
     */
    private record Shift(int x, int y, int z) {
        int fromX() {
            return Math.min(0, -x);
        }

        int fromY() {
            return Math.min(0, -y);
        }

        int fromZ() {
            return Math.min(0, -z);
        }
    }

    private void add(final Shift shift) {
        final int sizeX = block.sizeX() + Math.abs(shift.x);
        final int sizeY = block.sizeY() + Math.abs(shift.y);
        final int sizeZ = block.sizeZ() + Math.abs(shift.z);
        final int patch = settings.patch();
        final int wideX = sizeX + 2 * patch;
        final int wideY = sizeY + 2 * patch;
        final int wideZ = sizeZ + 2 * settings.patchZ();
        differences(shift, wideX, wideY, wideZ, first);
        sum(first, 1, wideX * wideY * wideZ, 2 * patch + 1, second);
        sum(second, wideX, wideX * wideY * wideZ, 2 * patch + 1, first);
        sum(first, wideX * wideY, wideX * wideY * wideZ, 2 * settings.patchZ() + 1, second);
        final float scale = (float)(1 / (settings.filter() * settings.filter() * settings.patchVoxels()));
        weigh(second, ((sizeZ - 1) * wideY + sizeY - 1) * wideX + sizeX, scale);
        average(shift, wideX, wideY);
    }

    /** What the voxels of the wide region differ by from their partners, without the noise. */
    private void differences(final Shift shift, final int wideX, final int wideY, final int wideZ,
        final float[] target) {
        final float noise = (float)(2 * settings.noise() * settings.noise());
        final int step = (shift.z * halo.sizeY() + shift.y) * halo.sizeX() + shift.x;
        for (int z = 0; z < wideZ; z++) {
            for (int y = 0; y < wideY; y++) {
                final int from = inHalo(shift.fromX() - settings.patch(), shift.fromY() - settings.patch() + y,
                    shift.fromZ() - settings.patchZ() + z);
                final int to = (z * wideY + y) * wideX;
                for (int x = 0; x < wideX; x++) {
                    final float difference = values[from + x] - values[from + x + step];
                    target[to + x] = difference * difference - noise;
                }
                if (valid != null) {
                    for (int x = 0; x < wideX; x++) {
                        target[to + x] *= valid[from + x] * valid[from + x + step];
                    }
                }
            }
        }
    }

    /**
     * Sums of so many values a stride apart, an odd number, beginning at each; what lies at the ends of rows is not
     * meant to be used. In pieces whose operands are moved to index 0, which is what the compiler makes vector
     * instructions of.
     */
    private void sum(final float[] source, final int stride, final int length, final int count, final float[] target) {
        final int end = length - (count - 1) * stride;
        for (int from = 0; from < end; from += PIECE) {
            final int size = Math.min(PIECE, end - from);
            System.arraycopy(source, from, sums, 0, size);
            for (int k = 1; k < count; k += 2) {
                System.arraycopy(source, from + k * stride, ahead, 0, size);
                System.arraycopy(source, from + (k + 1) * stride, further, 0, size);
                add(sums, ahead, further, size);
            }
            System.arraycopy(sums, 0, target, from, size);
        }
    }

    private static void add(final float[] sums, final float[] a, final float[] b, final int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += a[i] + b[i];
        }
    }

    /** exp(-x) as (1 - y + y^2/2 - y^3/6 + y^4/24)^64 with y = x/64: exact to 1e-5 where it is not tiny. */
    private static void weigh(final float[] sums, final int count, final float scale) {
        for (int i = 0; i < count; i++) {
            final float y = Math.min(Math.max(sums[i] * scale, 0), FARTHEST) * (1f / (1 << SQUARINGS));
            float power = 1 - y * (1 - y * (0.5f - y * (1f / 6 - y * (1f / 24))));
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            sums[i] = power * power;
        }
    }

    /** Adds to each voxel of the block its partner ahead, and the one that it is the partner of. */
    private void average(final Shift shift, final int wideX, final int wideY) {
        final int step = (shift.z * halo.sizeY() + shift.y) * halo.sizeX() + shift.x;
        for (int z = 0; z < block.sizeZ(); z++) {
            for (int y = 0; y < block.sizeY(); y++) {
                final int voxel = inHalo(0, y, z);
                final int to = (z * block.sizeY() + y) * block.sizeX();
                final int own = ((z - shift.fromZ()) * wideY + y - shift.fromY()) * wideX - shift.fromX();
                addRow(own, voxel + step, to);
                addRow(own - (shift.z * wideY + shift.y) * wideX - shift.x, voxel - step, to);
            }
        }
    }

    private void addRow(final int weight, final int partner, final int to) {
        if (valid == null) {
            for (int x = 0; x < block.sizeX(); x++) {
                numerator[to + x] += second[weight + x] * values[partner + x];
                denominator[to + x] += second[weight + x];
            }
            return;
        }
        final int own = inHalo(0, to / block.sizeX() % block.sizeY(), to / block.sizeX() / block.sizeY());
        for (int x = 0; x < block.sizeX(); x++) {
            final float used = second[weight + x] * valid[partner + x] * valid[own + x];
            numerator[to + x] += used * values[partner + x];
            denominator[to + x] += used;
        }
    }
}
