// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntPredicate;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * The connected components of a mask, or other objects that are numbered without gaps.
 *
 * @param labels INT32, 1 to {@link #count()}, those of connected components in raster order of their first voxels (x
 *        fastest), 0 outside
 * @param sizes voxels by label; {@code sizes[0]} is the background
 */
public record Components(LabelVolume labels, long[] sizes) {

    /**
     * Each label of a volume as one object, whether its voxels are connected or not, numbered 1, 2, ... in the order of
     * the labels. Reads the volume twice.
     *
     * @throws org.electrode4d.volume.VolumeException for FLOAT32, or for a label that is negative or too
     *     large for a table ({@link Relabelling#inSequence})
     */
    public static Components ofLabels(final LabelVolume labels, final Progress progress) {
        final Relabelling.Sequence sequence = Relabelling.sequence(labels, progress.part(0, 0.5));
        final Progress second = progress.part(0.5, 1);
        final AtomicLongArray counts = new AtomicLongArray(sequence.count() + 1);
        Blocks.forEach(Slabs.of(labels.volume().shape(), Slabs.PLANES), second, "Sizes",
            slab -> count(sequence.labels(), slab, counts, second));
        final long[] sizes = new long[counts.length()];
        Arrays.setAll(sizes, counts::get);
        return new Components(sequence.labels(), sizes);
    }

    private static void count(final LabelVolume sequence, final Block slab, final AtomicLongArray counts,
        final Progress progress) {
        final int[] plane = new int[slab.sizeX() * slab.sizeY()];
        for (long z = slab.minZ(); z < slab.endZ(); z++) {
            progress.check();
            sequence.read(PlaneMask.plane(sequence.volume(), z), plane);
            int begin = 0;
            for (int i = 1; i <= plane.length; i++) {
                if (i == plane.length || plane[i] != plane[begin]) {
                    counts.addAndGet(plane[begin], i - begin);
                    begin = i;
                }
            }
        }
    }

    public int count() {
        return sizes.length - 1;
    }

    /**
     * Some of the components, numbered 1, 2, ... in the same order; the others become background. Computed on demand.
     *
     * @param kept whether a label stays
     */
    public Components keep(final IntPredicate kept) {
        final int[] table = new int[sizes.length];
        final long[] left = new long[sizes.length];
        final SortedMap<Integer, String> names = new TreeMap<>();
        left[0] = sizes[0];
        int next = 0;
        for (int label = 1; label < sizes.length; label++) {
            if (kept.test(label)) {
                table[label] = ++next;
                if (labels.names().containsKey(label)) {
                    names.put(next, labels.names().get(label));
                }
            }
            left[table[label]] += sizes[label];
        }
        return new Components(new LabelVolume(Relabelling.of(labels, table), names), Arrays.copyOf(left, next + 1));
    }

    /** UINT8, 1 where any component is, else 0; computed on demand. */
    public Volume mask() {
        final Volume volume = labels.volume();
        return PlaneMask.of(volume, (z, inside) -> {
            final int[] plane = new int[inside.length];
            labels.read(PlaneMask.plane(volume, z), plane);
            for (int i = 0; i < plane.length; i++) {
                inside[i] = (byte)(plane[i] == 0 ? 0 : 1);
            }
        });
    }
}
