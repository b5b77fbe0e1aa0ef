// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * The translation of small volumes by trying all: the zero-mean normalised cross-correlation of sample points of the
 * reference with the deformed volume, for every whole-voxel offset in range. O(offsets x samples).
 */
final class TranslationSearch {

    private static final int SAMPLES = 20_000;
    private static final double LEAST_OVERLAP = 1.0 / 3;

    private final Patch reference;
    private final Patch deformed;
    private final int nx;
    private final int ny;
    private final int nz;
    private final int stride;

    private record Candidate(double zncc, int x, int y, int z) {
        long distance() {
            return (long)x * x + (long)y * y + (long)z * z;
        }
    }

    private TranslationSearch(final VolumePair pair) {
        reference = whole(pair.reference());
        deformed = whole(pair.deformed());
        nx = reference.block().sizeX();
        ny = reference.block().sizeY();
        nz = reference.block().sizeZ();
        stride = Math.max(1, (int)Math.ceil(Math.cbrt((double)nx * ny * nz / SAMPLES)));
    }

    private static Patch whole(final Volume volume) {
        return Patch.load(volume, Block.of(volume.shape()), Optional.empty(), Progress.NONE);
    }

    /**
     * @param range part of the extent along every axis to search to either side
     * @return displacement of the best offset, in voxels; of equal ones the smallest
     */
    static Point best(final VolumePair pair, final double range, final Progress progress) {
        final TranslationSearch search = new TranslationSearch(pair);
        final int rangeY = (int)(range * search.ny);
        final int rangeZ = (int)(range * search.nz);
        final int rows = 2 * rangeY + 1;
        final List<Candidate> best = new ArrayList<>(Blocks.map(rows * (2 * rangeZ + 1), progress,
            "Searching the translation",
            i -> search.alongX((int)(range * search.nx), i % rows - rangeY, i / rows - rangeZ)));
        best.add(search.candidate(0, 0, 0));
        final Candidate first = best.stream().max(Comparator.comparingDouble(Candidate::zncc)
            .thenComparing(Comparator.comparingLong(Candidate::distance).reversed())).orElseThrow();
        return new Point(first.x, first.y, first.z);
    }

    private Candidate alongX(final int range, final int y, final int z) {
        Candidate best = candidate(-range, y, z);
        for (int x = -range + 1; x <= range; x++) {
            final Candidate next = candidate(x, y, z);
            best = next.zncc > best.zncc || next.zncc == best.zncc && next.distance() < best.distance() ? next : best;
        }
        return best;
    }

    private Candidate candidate(final int dx, final int dy, final int dz) {
        final double[] sums = new double[6];
        final float[] f = reference.values();
        final float[] g = deformed.values();
        final int shift = (dz * ny + dy) * nx + dx;
        long tried = 0;
        for (int z = stride / 2; z < nz; z += stride) {
            for (int y = stride / 2; y < ny; y += stride) {
                final boolean inside = y + dy >= 0 && y + dy < ny && z + dz >= 0 && z + dz < nz;
                for (int x = stride / 2; x < nx; x += stride) {
                    tried++;
                    if (inside && x + dx >= 0 && x + dx < nx) {
                        final int at = (z * ny + y) * nx + x;
                        add(f[at], g[at + shift], sums);
                    }
                }
            }
        }
        return new Candidate(sums[0] < LEAST_OVERLAP * tried ? -1 : zncc(sums), dx, dy, dz);
    }

    private static void add(final double f, final double g, final double[] sums) {
        if (f == f && g == g) {
            sums[0]++;
            sums[1] += f;
            sums[2] += g;
            sums[3] += f * f;
            sums[4] += g * g;
            sums[5] += f * g;
        }
    }

    private static double zncc(final double[] s) {
        final double product = (s[3] - s[1] * s[1] / s[0]) * (s[4] - s[2] * s[2] / s[0]);
        return product > 0 ? (s[5] - s[1] * s[2] / s[0]) / Math.sqrt(product) : -1;
    }
}
