// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Progress;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * Circular cross-correlation of two real boxes by one complex Fourier transform there (one box is the real, the other
 * the imaginary part) and one back. Lines are transformed one by one in the calling thread, always in the same order:
 * the bits do not depend on threads. O(n log n).
 */
final class CrossCorrelation {

    private final int nx;
    private final int ny;
    private final int nz;
    private final float[] data;
    private final float[] line;
    private final Progress progress;

    /** Extents as {@link #extent} gives them; both boxes are zero. */
    CrossCorrelation(final int nx, final int ny, final int nz, final Progress progress) {
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        this.progress = progress;
        data = new float[Math.multiplyExact(Math.multiplyExact(2 * nx, ny), nz)];
        line = new float[2 * Math.max(nx, Math.max(ny, nz))];
    }

    /** The smallest extent from {@code least} on that transforms fast: 2^a 3^b 5^c. */
    static int extent(final int least) {
        int extent = Math.max(2, least);
        while (!isSmooth(extent)) {
            extent++;
        }
        return extent;
    }

    private static boolean isSmooth(final int number) {
        int rest = number;
        for (final int prime : new int[] {2, 3, 5}) {
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        return rest == 1;
    }

    private int index(final int x, final int y, final int z) {
        return 2 * ((z * ny + y) * nx + x);
    }

    /** A value of the box that is searched. */
    void setRegion(final int x, final int y, final int z, final float value) {
        data[index(x, y, z)] = value;
    }

    /** A value of the box that is looked for. */
    void setTemplate(final int x, final int y, final int z, final float value) {
        data[index(x, y, z) + 1] = value;
    }

    /** After {@link #run}: sum of template(i) region(i + shift), indices circular. */
    float at(final int x, final int y, final int z) {
        return data[index(x, y, z)];
    }

    /** To be called once, after both boxes are set. */
    void run() {
        transform(true);
        for (int z = 0; z < nz; z++) {
            progress.check();
            for (int y = 0; y < ny; y++) {
                for (int x = 0; x < nx; x++) {
                    multiply(index(x, y, z), index((nx - x) % nx, (ny - y) % ny, (nz - z) % nz));
                }
            }
        }
        transform(false);
    }

    /**
     * At a frequency and its negative, the sum A = R + i T becomes R conj(T): 2 R = A(k) + conj A(-k),
     * 2 i T = A(k) - conj A(-k).
     */
    private void multiply(final int k, final int mirror) {
        if (mirror < k) {
            return;
        }
        final float rr = (data[k] + data[mirror]) / 2;
        final float ri = (data[k + 1] - data[mirror + 1]) / 2;
        final float tr = (data[k + 1] + data[mirror + 1]) / 2;
        final float ti = (data[mirror] - data[k]) / 2;
        data[k] = rr * tr + ri * ti;
        data[k + 1] = ri * tr - rr * ti;
        data[mirror] = data[k];
        data[mirror + 1] = k == mirror ? data[k + 1] : -data[k + 1];
    }

    private void transform(final boolean forward) {
        final FloatFFT_1D fftX = new FloatFFT_1D(nx);
        final FloatFFT_1D fftY = new FloatFFT_1D(ny);
        final FloatFFT_1D fftZ = new FloatFFT_1D(nz);
        for (int z = 0; z < nz; z++) {
            progress.check();
            for (int y = 0; y < ny; y++) {
                line(fftX, index(0, y, z), 2, nx, forward);
            }
            for (int x = 0; x < nx; x++) {
                line(fftY, index(x, 0, z), 2 * nx, ny, forward);
            }
        }
        for (int y = 0; y < ny; y++) {
            progress.check();
            for (int x = 0; x < nx; x++) {
                line(fftZ, index(x, y, 0), 2 * nx * ny, nz, forward);
            }
        }
    }

    private void line(final FloatFFT_1D fft, final int first, final int step, final int length,
        final boolean forward) {
        for (int i = 0; i < length; i++) {
            line[2 * i] = data[first + i * step];
            line[2 * i + 1] = data[first + i * step + 1];
        }
        if (forward) {
            fft.complexForward(line);
        } else {
            fft.complexInverse(line, true);
        }
        for (int i = 0; i < length; i++) {
            data[first + i * step] = line[2 * i];
            data[first + i * step + 1] = line[2 * i + 1];
        }
    }
}
