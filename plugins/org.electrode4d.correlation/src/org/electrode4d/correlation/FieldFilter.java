// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Point;

/**
 * Replaces nodes that failed, or correlate badly, by values made of converged nodes around them. Replaced nodes carry
 * {@link NodeStatus#FILLED} from then on (1 in SPAM's files), without correlation coefficient, residual and iterations,
 * and never serve as a source. Where no node converged at all the field stays as it is.
 *
 * <p>Difference to SPAM's filter: displacements of neighbours are extrapolated with their own F before they are
 * averaged, so that affine deformations are restored exactly also at the border.
 */
public final class FieldFilter {

    private final DeformationField field;
    private final FilterSettings settings;
    private final boolean[] good;
    private final NearestNodes nearest;

    private FieldFilter(final DeformationField field, final FilterSettings settings) {
        this.field = field;
        this.settings = settings;
        good = new boolean[field.grid().size()];
        for (int node = 0; node < good.length; node++) {
            good[node] = field.status(node) == NodeStatus.CONVERGED && !(field.zncc(node) < settings.minimumZncc())
                && field.transformation(node).isFinite();
        }
        nearest = new NearestNodes(field.grid(), node -> good[node]);
    }

    /** A field whose bad nodes are filled; nodes that are filled already are filled anew. O(nodes). */
    public static DeformationField apply(final DeformationField field, final FilterSettings settings) {
        final FieldFilter filter = new FieldFilter(field, settings);
        final DeformationField.Builder builder = field.toBuilder();
        for (int node = 0; node < filter.good.length; node++) {
            if (!filter.good[node]) {
                final int bad = node;
                filter.replacement(node).ifPresent(map -> builder.set(bad, NodeResult.of(map, NodeStatus.FILLED)));
            }
        }
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
        final double[] median = new double[12];
        for (int i = 0; i < median.length; i++) {
            final int entry = i;
            final double[] sorted = maps.stream().mapToDouble(map -> map[entry]).sorted().toArray();
            median[i] = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }
        return transformation(median);
    }

    private double[] extrapolated(final int source, final Point to) {
        return SumSource.parameters(field.transformation(source).recentred(field.grid().position(source), to));
    }

    private static Transformation transformation(final double[] parameters) {
        return Transformation.of(Arrays.copyOf(parameters, 9),
            new Point(parameters[9], parameters[10], parameters[11]));
    }
}
