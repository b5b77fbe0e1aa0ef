// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.PlotSeries.Style;
import org.electrode4d.segmentation.threshold.GreyCounts;

/**
 * A histogram of few bins of equal width, for tables and pictures.
 *
 * @param first middle of the first bin
 * @param width of a bin
 * @param voxels in each bin
 */
record GreyBins(double first, double width, long[] voxels) {

    private static final Color INK = new Color(0x0072b2);
    private static final Color LINE = new Color(0xc8442f);
    private static final double HEADROOM = 1.1;

    /** At most so many bins, from the smallest to the largest value; at most one per value of whole numbers. */
    static GreyBins of(final GreyCounts grey, final int most) {
        final int last = grey.bins() - 1;
        final boolean exact = grey.end(0) == grey.value(0);
        final double extent = grey.value(last) - grey.value(0) + (exact ? 1 : 0);
        final int count = (int)Math.max(1, exact ? Math.min(most, extent) : extent == 0 ? 1 : most);
        final long[] voxels = new long[count];
        for (int bin = 0; bin <= last; bin++) {
            final double place = extent == 0 ? 0 : (grey.value(bin) - grey.value(0)) / extent * count;
            voxels[(int)Math.max(0, Math.min(count - 1, place))] += grey.count(bin);
        }
        final double width = extent / count;
        return new GreyBins(grey.value(0) + (exact ? (width - 1) / 2 : width / 2), width, voxels);
    }

    /** Middle of a bin. */
    double value(final int bin) {
        return first + bin * width;
    }

    /** Part of all voxels in a bin, in %. */
    double percent(final int bin) {
        return 100.0 * voxels[bin] / Math.max(1, Arrays.stream(voxels).sum());
    }

    /** A plot with upright lines at the thresholds. */
    Plot plot(final String title, final double[] thresholds) {
        final double top = HEADROOM * IntStream.range(0, voxels.length).mapToDouble(this::percent).max().orElse(1);
        final double half = width > 0 ? width / 2 : 0.5;
        final double from = Math.min(first - half, Arrays.stream(thresholds).min().orElse(first));
        final double to = Math.max(value(voxels.length - 1) + half, Arrays.stream(thresholds).max().orElse(first));
        final double[] x = new double[2 * voxels.length + 2];
        final double[] y = new double[x.length];
        for (int edge = 0; edge <= voxels.length; edge++) {
            x[2 * edge] = value(edge) - half;
            x[2 * edge + 1] = x[2 * edge];
        }
        for (int bin = 0; bin < voxels.length; bin++) {
            y[2 * bin + 1] = percent(bin);
            y[2 * bin + 2] = y[2 * bin + 1];
        }
        return new Plot(title, PlotAxis.exactly("Grey value", from, to),
            PlotAxis.exactly("Part of voxels [%]", 0, top), List.of(upright(thresholds, top),
                new PlotSeries("Voxels", INK, x, y, Style.LINE)));
    }

    private static PlotSeries upright(final double[] at, final double top) {
        final double[] x = new double[3 * at.length];
        final double[] y = new double[x.length];
        for (int i = 0; i < at.length; i++) {
            Arrays.fill(x, 3 * i, 3 * i + 3, at[i]);
            y[3 * i + 1] = top;
            y[3 * i + 2] = Double.NaN;
        }
        return new PlotSeries("Threshold", LINE, x, y, Style.LINE);
    }
}
