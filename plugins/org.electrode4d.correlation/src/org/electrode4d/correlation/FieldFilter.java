// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * Replaces nodes that failed, or are not to be trusted (see {@link BadNodes}), by values made of good nodes around
 * them. Replaced nodes carry {@link NodeStatus#FILLED} from then on (1 in SPAM's files), without correlation
 * coefficient, residual, iterations and uncertainty, and never serve as a source: no later filter, composition or file
 * makes a measured node of them. Good nodes stay CONVERGED; they change only if a smoothing median is asked for, which
 * keeps what is known of their windows. Where no node is good at all the field stays as it is.
 *
 * <p>Difference to SPAM's filter: displacements of neighbours are extrapolated with their own F before they are
 * averaged, so that affine deformations are restored exactly also at the border; and the median leaves a node's status.
 */
public final class FieldFilter {

    private static final double FIRST_PART = 0.5;

    private final DeformationField field;
    private final FilterSettings settings;
    private final BadNodes.Reason[] reasons;
    private final NearestNodes nearest;
    private final Map<BadNodes.Reason, Integer> replaced = new EnumMap<>(BadNodes.Reason.class);
    private final DeformationField filtered;

    private FieldFilter(final DeformationField measured, final FilterSettings settings, final Progress progress) {
        this.settings = settings;
        reasons = settings.bad().reasons(measured, progress.part(0, FIRST_PART));
        nearest = new NearestNodes(measured.grid(), this::isGood);
        field = settings.medianRadius() == 0 ? measured
            : new SmoothingMedian(measured, this::isGood, settings.medianRadius()).apply();
        filtered = fill(progress.part(FIRST_PART, 1));
    }

    /**
     * Filters a field; nodes that are filled already are filled anew. O(nodes); in holes O(nodes nearer than the good
     * ones) for each.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static FieldFilter of(final DeformationField field, final FilterSettings settings,
        final Progress progress) {
        return new FieldFilter(field, settings, progress);
    }

    /** {@code of(field, settings, Progress.NONE).filtered()}. */
    public static DeformationField apply(final DeformationField field, final FilterSettings settings) {
        return of(field, settings, Progress.NONE).filtered();
    }

    /** The field with its bad nodes filled. */
    public DeformationField filtered() {
        return filtered;
    }

    /** How many nodes were replaced for a reason. */
    public int replaced(final BadNodes.Reason reason) {
        return replaced.getOrDefault(reason, 0);
    }

    /** How many nodes are bad, but were left as they are because no node is good. */
    public int leftAsTheyAre() {
        final int bad = (int)Arrays.stream(reasons).filter(reason -> reason != BadNodes.Reason.NONE).count();
        return bad - replaced.values().stream().mapToInt(Integer::intValue).sum();
    }

    private boolean isGood(final int node) {
        return reasons[node] == BadNodes.Reason.NONE;
    }

    private DeformationField fill(final Progress progress) {
        final DeformationField.Builder builder = field.toBuilder();
        for (int node = 0; node < reasons.length; node++) {
            if (!isGood(node)) {
                progress.check();
                final Optional<Transformation> map = replacement(node);
                if (map.isPresent()) {
                    builder.set(node, NodeResult.of(map.get(), NodeStatus.FILLED));
                    replaced.merge(reasons[node], 1, Integer::sum);
                }
            }
        }
        progress.report(1, "Replacing nodes");
        return builder.build();
    }

    private Optional<Transformation> replacement(final int node) {
        final boolean fit = settings.method() == FilterSettings.Method.LOCAL_QUADRATIC_FIT;
        final List<Integer> sources = nearest.around(node, fit
            ? Math.max(settings.neighbours(), QuadraticFit.LEAST_NODES) : settings.neighbours());
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(switch (settings.method()) {
            case INVERSE_DISTANCE -> inverseDistance(node, sources);
            case MEDIAN -> median(node, sources);
            case LOCAL_QUADRATIC_FIT -> QuadraticFit.of(field, sources, field.grid().position(node))
                .orElseGet(() -> inverseDistance(node, sources));
        });
    }

    private Transformation inverseDistance(final int node, final List<Integer> sources) {
        final Point at = field.grid().position(node);
        final double[] sum = new double[12];
        double total = 0;
        for (final int source : sources) {
            final double weight = 1 / nearest.distance(source, at);
            final double[] map = extrapolated(source, at);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * map[i];
            }
            total += weight;
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= total;
        }
        return transformation(sum);
    }

    private Transformation median(final int node, final List<Integer> sources) {
        final List<double[]> maps = new ArrayList<>();
        for (final int source : sources) {
            maps.add(extrapolated(source, field.grid().position(node)));
        }
        return transformation(Medians.ofComponents(maps));
    }

    private double[] extrapolated(final int source, final Point to) {
        return SumSource.parameters(field.transformation(source).recentred(field.grid().position(source), to));
    }

    private static Transformation transformation(final double[] parameters) {
        return Transformation.of(Arrays.copyOf(parameters, 9),
            new Point(parameters[9], parameters[10], parameters[11]));
    }
}
