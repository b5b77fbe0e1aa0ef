// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.electrode4d.volume.statistics.OrderStatistics;

/**
 * How a strain component is distributed over a region. Points without strain do not count. Mean and standard deviation
 * weigh every other point by the share of its cell that is in the region; numbers, extremes, percentiles and histogram
 * are those of the points of whose cell at least half is. A region without shares has whole points.
 *
 * @param region name of the region
 * @param component what is described
 * @param points number of points that count
 * @param missing number of points of the region without strain
 * @param mean NaN without points
 * @param standardDeviation with {@code points - 1}, with weights w sqrt(sum w (x - mean)^2 / (W - sum w^2 / W)),
 *     W = sum w; NaN for fewer than two points
 * @param minimum NaN without points
 * @param maximum NaN without points
 * @param percentiles the {@link #PERCENTILES}, interpolated linearly between order statistics (Hyndman and Fan's type
 *     7, as NumPy and Excel do); NaN without points
 * @param histogram of the values
 */
public record StrainStatistics(String region, StrainComponent component, int points, int missing, double mean,
    double standardDeviation, double minimum, double maximum, double[] percentiles,
    HistogramBins.Counts histogram) {

    private static final double HALF = 0.5 - 1e-9;

    /** The parts of all values, in percent, that percentiles are given for. */
    public static final List<Integer> PERCENTILES = List.of(5, 25, 50, 75, 95);

    /**
     * The statistics of every region and component: O(points log points) per component and region.
     *
     * @param bins of the histogram of a component
     * @return in the order of the regions, and of the components within a region
     */
    public static List<StrainStatistics> of(final StrainField strain, final Collection<StrainComponent> components,
        final List<StrainRegion> regions, final Function<StrainComponent, HistogramBins> bins) {
        final List<double[]> values = values(strain, components);
        final List<StrainStatistics> statistics = new ArrayList<>();
        for (final StrainRegion region : regions) {
            int i = 0;
            for (final StrainComponent component : components) {
                final double[] all = values.get(i++);
                statistics.add(of(region, component, all, bins.apply(component)));
            }
        }
        return statistics;
    }

    /** The components of each point are computed together: they share its polar decomposition. */
    private static List<double[]> values(final StrainField strain, final Collection<StrainComponent> components) {
        final List<double[]> values = new ArrayList<>();
        components.forEach(component -> values.add(new double[strain.grid().size()]));
        for (int point = 0; point < strain.grid().size(); point++) {
            final StrainState state = strain.state(point);
            int i = 0;
            for (final StrainComponent component : components) {
                values.get(i++)[point] = component.of(state);
            }
        }
        return values;
    }

    private static StrainStatistics of(final StrainRegion region, final StrainComponent component, final double[] all,
        final HistogramBins bins) {
        final int[] inside = region.points().stream().filter(point -> region.share(point) >= HALF).toArray();
        final double[] sorted = Arrays.stream(inside).mapToDouble(point -> all[point])
            .filter(value -> !Double.isNaN(value)).sorted().toArray();
        final double[] percentiles = PERCENTILES.stream()
            .mapToDouble(part -> OrderStatistics.quantile(sorted, part / 100.0)).toArray();
        final double[] moments = moments(region, all);
        return new StrainStatistics(region.name(), component, sorted.length, inside.length - sorted.length, moments[0],
            moments[1], OrderStatistics.quantile(sorted, 0), OrderStatistics.quantile(sorted, 1), percentiles,
            bins.count(sorted));
    }

    /** Mean and standard deviation. */
    private static double[] moments(final StrainRegion region, final double[] all) {
        final int[] known =
            region.points().stream().filter(point -> region.share(point) > 0 && !Double.isNaN(all[point])).toArray();
        double weights = 0;
        double sum = 0;
        double squaredWeights = 0;
        for (final int point : known) {
            final double weight = region.share(point);
            weights += weight;
            squaredWeights += weight * weight;
            sum += weight * all[point];
        }
        final double mean = sum / weights;
        double squares = 0;
        for (final int point : known) {
            squares += region.share(point) * (all[point] - mean) * (all[point] - mean);
        }
        return new double[]{mean,
            known.length > 1 ? Math.sqrt(squares / (weights - squaredWeights / weights)) : Double.NaN};
    }
}
