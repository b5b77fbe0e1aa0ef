// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * The thresholds of a volume, the same everywhere or of each slice across z, and what they make of it:
 *
 * <pre>{@code
 * Thresholds thresholds = Thresholds.of(scan, null, ThresholdMethod.otsu(3), Progress.NONE);
 * Volume phases = thresholds.phases(scan, null);
 * }</pre>
 *
 * <p>Class k of K, from 1, has the values {@code t(k-1) < x <= t(k)}: a voxel is above a threshold where {@code x > t}.
 * Voxels outside of a mask, voxels that are not finite numbers, and slices without thresholds have no class: they are
 * 0. Numbers of voxels by class are exact for 8 and 16 bit; for other types those within 1/65536 of the range of values
 * from a threshold may be counted on its other side.
 */
public final class Thresholds {

    /** One entry for all slices, or one per slice; no thresholds where none were found. */
    private final List<double[]> bySlice;
    private final List<long[]> voxels;
    private final ThresholdMethod method;
    private final boolean sliceWise;

    private Thresholds(final ThresholdMethod method, final boolean sliceWise, final int slices) {
        this.method = method;
        this.sliceWise = sliceWise;
        bySlice = new ArrayList<>(slices);
        voxels = new ArrayList<>(slices);
    }

    /**
     * The same for all slices, from a histogram.
     *
     * @throws SegmentationException if the voxels have too few different values
     */
    public static Thresholds of(final GreyCounts grey, final ThresholdMethod method) {
        final Thresholds thresholds = new Thresholds(method, false, 1);
        thresholds.add(grey, method.thresholds(grey));
        return thresholds;
    }

    /**
     * The same for all slices; reads the volume once, or twice where it is not of 8 or 16 bit.
     *
     * @param mask finds them from the voxels where it is not 0; null for all
     * @throws SegmentationException if there is no voxel, or they have too few different values
     */
    public static Thresholds of(final Volume volume, final Volume mask, final ThresholdMethod method,
        final Progress progress) {
        return of(GreyCounts.of(volume, mask, progress), method);
    }

    /**
     * Of each slice across z by itself; memory for one histogram. Slices with too few values, or none inside of the
     * mask, have no thresholds: see {@link #undecided()}.
     *
     * @param mask as in {@link #of(Volume, Volume, ThresholdMethod, Progress)}
     * @throws SegmentationException if no slice has thresholds
     */
    public static Thresholds ofSlices(final Volume volume, final Volume mask, final ThresholdMethod method,
        final Progress progress) {
        if (mask != null) {
            Masks.requireAlike(volume, Masks.requireIntegers(mask, "the mask"));
        }
        final int slices = Math.toIntExact(volume.shape().z());
        final Thresholds thresholds = new Thresholds(method, true, slices);
        for (int z = 0; z < slices; z++) {
            progress.check();
            final Progress part = progress.part((double)z / slices, (z + 1.0) / slices);
            thresholds.addSlice(slice(volume, z), mask == null ? null : slice(mask, z), part);
        }
        if (thresholds.undecided().size() == slices) {
            throw new SegmentationException("No slice of " + volume.name() + " has a threshold: " + method.label()
                + " needs at least " + method.classes() + " different values in a slice"
                + (mask == null ? "." : ", inside of the mask " + mask.name() + "."));
        }
        return thresholds;
    }

    private static Volume slice(final Volume volume, final long z) {
        final Shape shape = volume.shape();
        return volume.crop(new Block(0, 0, z, (int)shape.x(), (int)shape.y(), 1));
    }

    private void addSlice(final Volume slice, final Volume mask, final Progress progress) {
        try {
            final GreyCounts grey = GreyCounts.of(slice, mask, progress);
            add(grey, method.thresholds(grey));
        } catch (IllegalArgumentException e) {
            // nothing but too few values is left to fail here; the slice is reported as undecided
            bySlice.add(new double[0]);
            voxels.add(new long[method.classes()]);
        }
    }

    private void add(final GreyCounts grey, final double[] found) {
        bySlice.add(found);
        final long[] counts = new long[found.length + 1];
        int from = 0;
        for (int k = 0; k < counts.length; k++) {
            final int to = k < found.length ? grey.below(found[k]) : grey.bins();
            counts[k] = grey.voxels(from, to);
            from = to;
        }
        voxels.add(counts);
    }

    /** How they were found. */
    public ThresholdMethod method() {
        return method;
    }

    /** Whether each slice has its own. */
    public boolean isSliceWise() {
        return sliceWise;
    }

    /** The thresholds of a slice, ascending; none where the slice is undecided. */
    public double[] at(final long z) {
        return bySlice.get(sliceWise ? (int)z : 0).clone();
    }

    /** Number of voxels of each class in a slice, or in the whole volume where thresholds are not slice by slice. */
    public long[] voxels(final long z) {
        return voxels.get(sliceWise ? (int)z : 0).clone();
    }

    /** Number of voxels of each class in the whole volume. */
    public long[] voxels() {
        final long[] sum = new long[method.classes()];
        for (final long[] counts : voxels) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += counts[k];
            }
        }
        return sum;
    }

    /** The thresholds; where they are slice by slice, the mean over all slices that have some. */
    public double[] mean() {
        final double[] sum = new double[method.classes() - 1];
        int slices = 0;
        for (final double[] thresholds : bySlice) {
            for (int i = 0; i < thresholds.length; i++) {
                sum[i] += thresholds[i];
            }
            slices += thresholds.length > 0 ? 1 : 0;
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= slices;
        }
        return sum;
    }

    /** The slices for which no threshold was found: all one value, or nothing inside of the mask. */
    public List<Integer> undecided() {
        return IntStream.range(0, bySlice.size()).filter(z -> bySlice.get(z).length == 0).boxed().toList();
    }

    /** Classes, 1 to K, without a single voxel: a phase that is missing, or a fixed threshold out of range. */
    public List<Integer> emptyClasses() {
        final long[] counts = voxels();
        return IntStream.rangeClosed(1, counts.length).filter(k -> counts[k - 1] == 0).boxed().toList();
    }

    /**
     * The classes of a volume, 1 to K, as UINT8 on demand.
     *
     * @param mask outside of which the class is 0; null for none
     */
    public Volume phases(final Volume volume, final Volume mask) {
        return new ClassVolume(volume, mask, this::at).classes(1, method.classes());
    }

    /** A mask, UINT8 on demand: 1 where the value is above the highest threshold. */
    public Volume above(final Volume volume, final Volume mask) {
        return new ClassVolume(volume, mask, this::at).classes(method.classes(), method.classes());
    }

    /** A mask, UINT8 on demand: 1 where the value is not above the lowest threshold. */
    public Volume below(final Volume volume, final Volume mask) {
        return new ClassVolume(volume, mask, this::at).classes(1, 1);
    }
}
