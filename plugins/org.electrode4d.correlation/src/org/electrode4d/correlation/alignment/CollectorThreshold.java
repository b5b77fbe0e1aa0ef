// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.electrode4d.correlation.ElectrodeDepth.Collector;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Grey value between the collector, the brightest phase, and all else: the threshold of Otsu (IEEE Trans. Syst. Man
 * Cybern. 9, 1979, 62) over all grey values, repeated on what is brighter for as long as nine tenths of the voxels that
 * are known for collector stay above. The last threshold is placed in the middle of the means of its two classes.
 * Works on a sample of about 2^20 voxels in whole planes, O(n log n).
 */
public final class CollectorThreshold {

    private static final int SAMPLE = 1 << 20;
    private static final double COLLECTOR_SHARE = 0.9;
    private static final int FACE_PLANES = 2;
    private static final int LARGEST_DEPTH = 4;

    private final float[] all;

    private CollectorThreshold(final float[] all) {
        this.all = all;
    }

    /** At which face the collector is, and from which grey value on a voxel belongs to it. */
    public record Found(Collector end, double threshold) {
    }

    /**
     * Looks for a collector that touches a face across z.
     *
     * @param end the face, if it is known; otherwise the one whose outermost two planes are brighter
     * @return empty if less than nine tenths of the face are brighter than Otsu's threshold
     */
    public static Optional<Found> atFace(final Volume volume, final Optional<Collector> end, final Progress progress) {
        final float[] first = face(volume, Collector.FIRST_SLICE);
        final float[] last = face(volume, Collector.LAST_SLICE);
        final Collector at = end.orElse(mean(last) >= mean(first) ? Collector.LAST_SLICE : Collector.FIRST_SLICE);
        final OptionalDouble threshold = new CollectorThreshold(sample(volume, progress))
            .above(at == Collector.LAST_SLICE ? last : first);
        return threshold.isPresent() ? Optional.of(new Found(at, threshold.getAsDouble())) : Optional.empty();
    }

    /**
     * The threshold above which the voxels of a mask are.
     *
     * @return empty if the mask is not the brightest phase
     */
    public static OptionalDouble ofMask(final Volume volume, final Volume mask, final Progress progress) {
        final float[] inside = masked(volume, mask, progress.part(0.5, 1));
        return new CollectorThreshold(sample(volume, progress.part(0, 0.5))).above(inside);
    }

    private OptionalDouble above(final float[] collector) {
        OptionalDouble found = OptionalDouble.empty();
        int from = 0;
        for (int depth = 0; depth < LARGEST_DEPTH; depth++) {
            final double threshold = otsu(from);
            final long kept = above(collector, threshold);
            if (!(threshold == threshold) || kept < COLLECTOR_SHARE * collector.length || kept == 0) {
                break;
            }
            found = OptionalDouble.of(threshold);
            from = (int)(all.length - above(all, threshold));
        }
        return found;
    }

    private static long above(final float[] values, final double threshold) {
        long count = 0;
        for (final float value : values) {
            count += value > threshold ? 1 : 0;
        }
        return count;
    }

    /** Between the means of the two classes with the largest variance between them; NaN if all values are one. */
    private double otsu(final int from) {
        double total = 0;
        for (int i = from; i < all.length; i++) {
            total += all[i];
        }
        final double n = all.length - (double)from;
        double sum = 0;
        double best = -1;
        double threshold = Double.NaN;
        for (int i = from; i < all.length - 1; i++) {
            sum += all[i];
            final double low = i - from + 1.0;
            if (all[i] < all[i + 1]) {
                final double difference = (total - sum) / (n - low) - sum / low;
                final double between = low * (n - low) * difference * difference;
                if (between > best) {
                    best = between;
                    threshold = ((total - sum) / (n - low) + sum / low) / 2;
                }
            }
        }
        return threshold;
    }

    private static double mean(final float[] values) {
        double sum = 0;
        for (final float value : values) {
            sum += value;
        }
        return values.length == 0 ? Double.NEGATIVE_INFINITY : sum / values.length;
    }

    /** The numbers of the two planes at a face; planes that are not numbers for the most part are passed over. */
    private static float[] face(final Volume volume, final Collector end) {
        final Shape shape = volume.shape();
        final List<float[]> planes = new ArrayList<>();
        for (long i = 0; i < shape.z() && planes.size() < FACE_PLANES; i++) {
            final float[] plane = plane(volume, end == Collector.FIRST_SLICE ? i : shape.z() - 1 - i, 1);
            if (plane.length > shape.x() * shape.y() / 2) {
                planes.add(plane);
            }
        }
        return joined(planes);
    }

    private static float[] sample(final Volume volume, final Progress progress) {
        final Shape shape = volume.shape();
        final long plane = shape.x() * shape.y();
        final int planes = (int)Math.max(1, Math.min(shape.z(), Math.max(64, SAMPLE / plane)));
        final int step = (int)Math.max(1, planes * plane / SAMPLE);
        final float[] all = joined(Blocks.map(planes, progress, "Looking at " + volume.name(),
            i -> plane(volume, (2 * i + 1) * shape.z() / (2 * planes), step)));
        Arrays.sort(all);
        return all;
    }

    /**
     * Some 2^22 of the numbers inside. Steps count the voxels inside and not those of the plane, where a mask of a few
     * columns might lie between two steps.
     */
    static float[] masked(final Volume volume, final Volume mask, final Progress progress) {
        final Shape shape = volume.shape();
        final long plane = shape.x() * shape.y();
        final int planes = (int)Math.min(shape.z(), Math.max(256, 4 * SAMPLE / plane));
        final int step = (int)Math.max(1, planes * plane / (4L * SAMPLE));
        return joined(Blocks.map(planes, progress, "Looking at " + mask.name(), i -> {
            final long z = (2 * i + 1) * shape.z() / (2 * planes);
            final float[] inside = new float[(int)plane];
            mask.read(new Block(0, 0, z, (int)shape.x(), (int)shape.y(), 1), inside);
            final float[] values = new float[(int)plane];
            volume.read(new Block(0, 0, z, (int)shape.x(), (int)shape.y(), 1), values);
            for (int k = 0; k < values.length; k++) {
                values[k] = inside[k] != 0 ? values[k] : Float.NaN;
            }
            return numbers(numbers(values, 1), step);
        }));
    }

    private static float[] plane(final Volume volume, final long z, final int step) {
        final Shape shape = volume.shape();
        final float[] values = new float[(int)(shape.x() * shape.y())];
        volume.read(new Block(0, 0, z, (int)shape.x(), (int)shape.y(), 1), values);
        return numbers(values, step);
    }

    private static float[] numbers(final float[] values, final int step) {
        int count = 0;
        for (int i = 0; i < values.length; i += step) {
            if (Math.abs(values[i]) <= Float.MAX_VALUE) {
                values[count++] = values[i];
            }
        }
        return Arrays.copyOf(values, count);
    }

    private static float[] joined(final List<float[]> parts) {
        final float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (final float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
