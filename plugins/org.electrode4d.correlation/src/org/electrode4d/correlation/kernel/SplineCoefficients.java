// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;

/**
 * Coefficients of the cubic B-spline that passes through the voxels of a patch, with one layer more all around.
 * Computed once per patch by exact recursive filters along x, y and z (Unser, IEEE Signal Processing Magazine 16(6),
 * 1999, box 2), O(1) per voxel.
 *
 * <p>Beyond its faces the patch goes on point-symmetrically, s(-k) = 2 s(0) - s(k), which gives the natural spline. The
 * usual mirror image forces the slope to zero at a face, and with it errors of a tenth of the contrast.
 *
 * <p>Within a patch the influence of a face fades by 0.268 per voxel: {@link #HALO} voxels away it is below the
 * resolution of a float, so that sampling there does not depend on how a volume is cut into patches.
 */
public final class SplineCoefficients {

    /** Voxels from a cut face of a patch after which coefficients are those of the uncut volume. */
    public static final int HALO = 12;

    private static final float POLE = (float)(Math.sqrt(3) - 2);
    private static final float GAIN = 6;
    private static final int LINES_PER_TASK = 64;
    /** Rows that are filtered along x together. */
    private static final int ROWS = 4;
    /** Rows that are filtered across together: what is copied of them stays in the processor's first cache. */
    private static final int ROWS_ACROSS = 16;

    private final Patch patch;
    private final int nx;
    private final int ny;
    private final int nz;
    private final float[] c;

    private SplineCoefficients(final Patch patch) {
        this.patch = patch;
        final Block b = patch.block();
        nx = b.sizeX();
        ny = b.sizeY();
        nz = b.sizeZ();
        c = new float[Math.multiplyExact(Math.multiplyExact(nx + 2, ny + 2), nz + 2)];
    }

    /**
     * Filters a patch on the ambient executor. Holes are filled with the mean first; samplers must not use values
     * beside them.
     *
     * @param patch at least two voxels along every axis
     */
    public static SplineCoefficients of(final Patch patch, final Progress progress) {
        final SplineCoefficients s = new SplineCoefficients(patch);
        final float[] values = patch.filled();
        Blocks.map(s.nz, progress, "Preparing the spline", z -> s.filterPlane(values, z));
        final int tasks = (s.ny + LINES_PER_TASK - 1) / LINES_PER_TASK;
        Blocks.map(tasks, progress, "Preparing the spline", task -> s.filterAcross(task * LINES_PER_TASK));
        s.extendPlane(0, 1, 2);
        s.extendPlane(s.nz + 1, s.nz, s.nz - 1);
        return s;
    }

    Patch patch() {
        return patch;
    }

    /** The coefficients, with one layer more than the patch on every side. */
    float[] values() {
        return c;
    }

    private int row(final int y, final int z) {
        return (z * (ny + 2) + y) * (nx + 2);
    }

    /** Along x and y in one plane; the result is unused. */
    private boolean filterPlane(final float[] values, final int z) {
        final int width = nx + 2;
        final int first = row(1, z + 1);
        for (int y = 0; y < ny; y++) {
            System.arraycopy(values, (z * ny + y) * nx, c, first + y * width + 1, nx);
        }
        for (int y = 0; y < ny; y += ROWS) {
            if (y + ROWS <= ny) {
                filterRows(first + y * width + 1, width);
            } else {
                for (int rest = y; rest < ny; rest++) {
                    filter(new Lines(first + rest * width + 1, 1, nx, 1));
                }
            }
        }
        for (int at = first + 1; at < first + ny * width; at += width) {
            c[at - 1] = 2 * c[at] - c[at + 1];
            c[at + nx] = 2 * c[at + nx - 1] - c[at + nx - 2];
        }
        filter(new Lines(first, width, ny, width));
        extend(first - width, first, first + width, width);
        final int last = first + (ny - 1) * width;
        extend(last + width, last, last - width, width);
        return true;
    }

    /** Four rows at once along x: one value waits for the one before it, but rows do not wait for each other. */
    private void filterRows(final int row, final int width) {
        final int[] rows = {row, row + width, row + 2 * width, row + 3 * width};
        for (final int at : rows) {
            start(new Lines(at, 1, nx, 1));
        }
        float a0 = c[rows[0]];
        float a1 = c[rows[1]];
        float a2 = c[rows[2]];
        float a3 = c[rows[3]];
        for (int i = row + 1; i < row + nx; i++) {
            a0 = GAIN * c[i] + POLE * a0;
            a1 = GAIN * c[i + width] + POLE * a1;
            a2 = GAIN * c[i + 2 * width] + POLE * a2;
            a3 = GAIN * c[i + 3 * width] + POLE * a3;
            c[i] = a0;
            c[i + width] = a1;
            c[i + 2 * width] = a2;
            c[i + 3 * width] = a3;
        }
        for (final int at : rows) {
            c[at + nx - 1] = (c[at + nx - 1] - POLE * c[at + nx - 2]) / GAIN;
        }
        a0 = c[rows[0] + nx - 1];
        a1 = c[rows[1] + nx - 1];
        a2 = c[rows[2] + nx - 1];
        a3 = c[rows[3] + nx - 1];
        for (int i = row + nx - 2; i >= row; i--) {
            a0 = POLE * (a0 - c[i]);
            a1 = POLE * (a1 - c[i + width]);
            a2 = POLE * (a2 - c[i + 2 * width]);
            a3 = POLE * (a3 - c[i + 3 * width]);
            c[i] = a0;
            c[i + width] = a1;
            c[i + 2 * width] = a2;
            c[i + 3 * width] = a3;
        }
    }

    /** Along z, for some rows. */
    private boolean filterAcross(final int firstRow) {
        final int begin = firstRow == 0 ? 0 : firstRow + 1;
        final int end = firstRow + LINES_PER_TASK >= ny ? ny + 2 : firstRow + LINES_PER_TASK + 1;
        for (int y = begin; y < end; y += ROWS_ACROSS) {
            filter(new Lines(row(y, 1), row(0, 1), nz, Math.min(ROWS_ACROSS, end - y) * (nx + 2)));
        }
        return true;
    }

    private void extendPlane(final int to, final int face, final int inner) {
        extend(row(0, to), row(0, face), row(0, inner), row(0, 1));
    }

    /** The layer beyond a face: the second derivative is zero at the face. */
    private void extend(final int to, final int face, final int inner, final int length) {
        for (int i = 0; i < length; i++) {
            c[to + i] = 2 * c[face + i] - c[inner + i];
        }
    }

    /** Lines that start beside each other at {@code first} and run with {@code step}. */
    private record Lines(int first, int step, int length, int width) {
    }

    /**
     * Causal, then anticausal filter, over all lines at once so that the inner loop is contiguous. At a face of the
     * natural spline the coefficient is the voxel's value itself. Neighbouring values are copied side by side, because
     * a loop over two parts of one array does not become vector instructions.
     */
    private void filter(final Lines l) {
        start(l);
        final int last = l.first + (l.length - 1) * l.step;
        final float[] line = new float[l.width];
        final float[] before = new float[l.width];
        System.arraycopy(c, l.first, before, 0, l.width);
        for (int at = l.first + l.step; at <= last; at += l.step) {
            System.arraycopy(c, at, line, 0, l.width);
            follow(line, before);
            System.arraycopy(before, 0, c, at, l.width);
        }
        for (int i = last; i < last + l.width; i++) {
            c[i] = (c[i] - POLE * c[i - l.step]) / GAIN;
        }
        System.arraycopy(c, last, before, 0, l.width);
        for (int at = last - l.step; at >= l.first; at -= l.step) {
            System.arraycopy(c, at, line, 0, l.width);
            goBack(line, before);
            System.arraycopy(before, 0, c, at, l.width);
        }
    }

    private static void follow(final float[] line, final float[] before) {
        for (int i = 0; i < line.length; i++) {
            before[i] = GAIN * line[i] + POLE * before[i];
        }
    }

    private static void goBack(final float[] line, final float[] after) {
        for (int i = 0; i < line.length; i++) {
            after[i] = POLE * (after[i] - line[i]);
        }
    }

    /** The first causal value: the point-symmetric past of the signal, which fades within a few voxels. */
    private void start(final Lines l) {
        if (l.length < 2 * HALO || l.width == 1) {
            startEach(l);
            return;
        }
        final float[] face = Arrays.copyOfRange(c, l.first, l.first + l.width);
        final float[] sum = face.clone();
        final float[] line = new float[l.width];
        float power = POLE;
        for (int k = 1; k < 2 * HALO; k++) {
            System.arraycopy(c, l.first + k * l.step, line, 0, l.width);
            addMirrored(power, face, line, sum);
            power *= POLE;
        }
        for (int i = 0; i < l.width; i++) {
            c[l.first + i] = GAIN * sum[i];
        }
    }

    private static void addMirrored(final float power, final float[] face, final float[] line, final float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += power * (2 * face[i] - line[i]);
        }
    }

    private void startEach(final Lines l) {
        for (int i = l.first; i < l.first + l.width; i++) {
            float sum = c[i];
            float power = POLE;
            for (int k = 1; k < 2 * HALO; k++) {
                sum += power * (2 * c[i] - extended(i, k, l));
                power *= POLE;
            }
            c[i] = GAIN * sum;
        }
    }

    /** The k-th value of a line, beyond its end point-symmetric about the end. */
    private float extended(final int first, final int k, final Lines l) {
        if (k < l.length) {
            return c[first + k * l.step];
        }
        final int period = 2 * l.length - 2;
        final float end = c[first + (l.length - 1) * l.step];
        final int phase = k % period;
        final float value = phase < l.length ? c[first + phase * l.step]
            : 2 * end - c[first + (period - phase) * l.step];
        return value + k / period * 2 * (end - c[first]);
    }
}
