// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.electrode4d.segmentation.SegmentationException;

/**
 * How sizes of particles are distributed, by number and by volume.
 *
 * <p>Quantiles are interpolated between sizes: the i-th size from below stands for the part
 * {@code (w_1 + ... + w_(i-1) + w_i / 2) / (w_1 + ... + w_n)}, straight lines join these points, and beyond the first
 * and the last of them the smallest and the largest size are given. With equal weights this is Hazen's definition (type
 * 5 of R. J. Hyndman and Y. Fan, Am. Stat. 50 (1996) 361-365; "hazen" in numpy). Programs that take the step function
 * differ by up to half a particle.
 */
public final class SizeDistribution {

    private final double[] sizes;
    private final double[] volumes;

    private SizeDistribution(final double[] sizes, final double[] volumes) {
        final int[] order = IntStream.range(0, sizes.length).boxed().sorted(Comparator.comparingDouble(i -> sizes[i]))
            .mapToInt(Integer::intValue).toArray();
        this.sizes = IntStream.of(order).mapToDouble(i -> sizes[i]).toArray();
        this.volumes = IntStream.of(order).mapToDouble(i -> volumes[i]).toArray();
    }

    /**
     * @param sizes of the particles, such as equivalent diameters; finite, above zero
     * @param volumes of the same particles; finite, above zero
     * @throws SegmentationException for values that are none
     */
    public static SizeDistribution of(final double[] sizes, final double[] volumes) {
        if (sizes.length != volumes.length) {
            throw new SegmentationException("There are " + sizes.length + " sizes, but " + volumes.length
                + " volumes. Each particle needs both.");
        }
        for (int i = 0; i < sizes.length; i++) {
            if (!(sizes[i] > 0 && volumes[i] > 0) || Double.isInfinite(sizes[i]) || Double.isInfinite(volumes[i])) {
                throw new SegmentationException("A particle of size " + sizes[i] + " and volume " + volumes[i]
                    + " is none: both must be finite and above zero.");
            }
        }
        return new SizeDistribution(sizes, volumes);
    }

    /** How many particles there are. With none, all numbers are NaN. */
    public int count() {
        return sizes.length;
    }

    public double smallest() {
        return sizes.length == 0 ? Double.NaN : sizes[0];
    }

    public double largest() {
        return sizes.length == 0 ? Double.NaN : sizes[sizes.length - 1];
    }

    private double weight(final SizeWeighting weighting, final int i) {
        return weighting == SizeWeighting.NUMBER ? 1 : volumes[i];
    }

    private double total(final SizeWeighting weighting) {
        return IntStream.range(0, sizes.length).mapToDouble(i -> weight(weighting, i)).sum();
    }

    /**
     * The size that a part of the particles is smaller than.
     *
     * @param part 0 to 1; 0.5 gives d50
     */
    public double quantile(final SizeWeighting weighting, final double part) {
        if (sizes.length == 0) {
            return Double.NaN;
        }
        final double wanted = part * total(weighting);
        double below = 0;
        double place = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sizes.length; i++) {
            final double weight = weight(weighting, i);
            final double next = below + weight / 2;
            if (next >= wanted) {
                return i == 0 ? sizes[0]
                    : sizes[i - 1] + (sizes[i] - sizes[i - 1]) * (wanted - place) / (next - place);
            }
            place = next;
            below += weight;
        }
        return largest();
    }

    /** Span, (d90 - d10) / d50: the width of the distribution. */
    public double span(final SizeWeighting weighting) {
        return (quantile(weighting, 0.9) - quantile(weighting, 0.1)) / quantile(weighting, 0.5);
    }

    /** By number the arithmetic mean; by volume each size counts with the volume of its particle. */
    public double mean(final SizeWeighting weighting) {
        return sizes.length == 0 ? Double.NaN : IntStream.range(0, sizes.length)
            .mapToDouble(i -> weight(weighting, i) * sizes[i]).sum() / total(weighting);
    }

    /**
     * By number with {@code n - 1} in the denominator, NaN for a single particle; by volume the width of the
     * distribution of volume, with the volume of all in the denominator.
     */
    public double standardDeviation(final SizeWeighting weighting) {
        final double mean = mean(weighting);
        final double squares = IntStream.range(0, sizes.length)
            .mapToDouble(i -> weight(weighting, i) * (sizes[i] - mean) * (sizes[i] - mean)).sum();
        return Math.sqrt(squares / (weighting == SizeWeighting.NUMBER ? sizes.length - 1 : total(weighting)));
    }

    /** Sauter mean, sum d³ / sum d²: the ball that has the ratio of volume and surface of all balls of these sizes. */
    public double sauterMean() {
        return IntStream.range(0, sizes.length).mapToDouble(i -> sizes[i] * sizes[i] * sizes[i]).sum()
            / IntStream.range(0, sizes.length).mapToDouble(i -> sizes[i] * sizes[i]).sum();
    }

    /**
     * Counts sizes in bins. A size on an edge belongs to the bin above it, at the last edge to the last bin.
     *
     * @param edges ascending, at least two; sizes outside are in no bin
     */
    public List<SizeBin> histogram(final double[] edges) {
        final int bins = edges.length - 1;
        final long[] particles = new long[bins];
        final double[] volume = new double[bins];
        for (int i = 0; i < sizes.length; i++) {
            int bin = bins - 1;
            while (bin >= 0 && sizes[i] < edges[bin]) {
                bin--;
            }
            if (bin >= 0 && sizes[i] <= edges[bins]) {
                particles[bin]++;
                volume[bin] += volumes[i];
            }
        }
        final double allVolume = total(SizeWeighting.VOLUME);
        return IntStream.range(0, bins).mapToObj(bin -> new SizeBin(edges[bin], edges[bin + 1], particles[bin],
            (double)particles[bin] / sizes.length, volume[bin] / allVolume)).toList();
    }
}
