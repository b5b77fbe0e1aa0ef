// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Optional;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * The translation of a window within a range, by trying all: zero-mean normalised cross-correlation with the deformed
 * volume, the products by Fourier transform, mean and contrast of every place by running sums (Lewis, Vision Interface
 * 1995). The window keeps the deformation of its start value; its place's contrast is that of the box around it. Voxels
 * without numbers count as the mean. Where window and range together are wider than {@value #MOST_CELLS} voxels both
 * are averaged over cubes first. The best place is refined by a parabola along every axis.
 *
 * <p>O(n log n) for n voxels, at most some 80³, averaged; 20 MB per thread.
 */
final class WindowSearch {

    private static final int MOST_CELLS = 80;
    /** The part of a window that must be in the deformed volume. */
    private static final double LEAST_INSIDE = 0.5;
    /** Contrast below this part of the surroundings' is rounding. */
    private static final double LEAST_CONTRAST = 1e-6;

    private final LevelVolumes volumes;
    private final NodeTask task;
    private final int bin;
    private final int[] half;
    private final int[] halfRegion;
    private final Progress progress;

    /** @param range voxels to either side of where the start value puts the window; its F must be invertible */
    WindowSearch(final LevelVolumes volumes, final NodeTask task, final int range, final Progress progress) {
        this.volumes = volumes;
        this.task = task;
        this.progress = progress;
        final double halfWindow = task.frame().high().x();
        final int[] reach = new int[3];
        int largest = 0;
        for (int axis = 0; axis < 3; axis++) {
            double stretched = 0;
            for (int column = 0; column < 3; column++) {
                stretched += Math.abs(task.start().f(axis, column)) * halfWindow;
            }
            reach[axis] = (int)Math.ceil(Math.min(stretched, 2 * halfWindow));
            largest = Math.max(largest, reach[axis]);
        }
        bin = (2 * (largest + range) + MOST_CELLS) / MOST_CELLS;
        half = new int[3];
        halfRegion = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            half[axis] = Math.max(1, reach[axis] / bin);
            halfRegion[axis] = half[axis] + (range + bin - 1) / bin;
        }
    }

    /** A place of the window: cells of shift, from the smallest. */
    private record Place(double zncc, int x, int y, int z) {
    }

    /** The start value moved to where the window fits best; status NOT_RUN. Empty where there is nothing to compare. */
    Optional<NodeResult> run() {
        final SearchBox template = SearchBox.template(volumes, task, half, bin);
        final double filled = template.filled();
        final double contrast = centre(template.means()) * filled;
        if (!(contrast > 0)) {
            return Optional.empty();
        }
        final Point at = task.centre().plus(task.start().displacement());
        final long[] centre = {Math.round(at.x()), Math.round(at.y()), Math.round(at.z())};
        final SearchBox region = SearchBox.region(volumes, centre, halfRegion, bin, progress);
        final double[] scores = scores(template, contrast, region);
        return best(scores).map(place -> result(place, scores, centre));
    }

    /** Subtracts the mean of the numbers and makes the others zero; the sum of squares that is left. */
    private static double centre(final float[] values) {
        double sum = 0;
        int count = 0;
        for (final float value : values) {
            if (value == value) {
                sum += value;
                count++;
            }
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == values[i] ? (float)(values[i] - sum / count) : 0;
            squares += (double)values[i] * values[i];
        }
        return squares;
    }

    /** ZNCC of every place, x fastest; -1 where too little is inside or has no contrast. */
    private double[] scores(final SearchBox template, final double contrast, final SearchBox region) {
        final int[] extent = {region.extent(0), region.extent(1), region.extent(2)};
        final int[] width = {template.extent(0), template.extent(1), template.extent(2)};
        final double[] values = new double[region.means().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = region.means()[i] == region.means()[i] ? 1 : 0;
        }
        final BoxSums counts = BoxSums.of(values, extent, width);
        final double all = centre(region.means());
        for (int i = 0; i < values.length; i++) {
            values[i] = region.means()[i];
        }
        final BoxSums sums = BoxSums.of(values, extent, width);
        for (int i = 0; i < values.length; i++) {
            values[i] *= values[i];
        }
        final BoxSums squares = BoxSums.of(values, extent, width);
        final CrossCorrelation products = products(template, region);
        final double voxels = (double)width[0] * width[1] * width[2];
        final double least = LEAST_CONTRAST * all * voxels / values.length;
        final double[] scores = new double[counts.sums().length];
        for (int i = 0; i < scores.length; i++) {
            final double spread = squares.sums()[i] - sums.sums()[i] * sums.sums()[i] / voxels;
            final boolean usable = counts.sums()[i] >= LEAST_INSIDE * voxels && spread > least;
            scores[i] = usable ? products.at(i % counts.nx(), i / counts.nx() % counts.ny(),
                i / counts.nx() / counts.ny()) / Math.sqrt(contrast * spread) : -1;
        }
        return scores;
    }

    private CrossCorrelation products(final SearchBox template, final SearchBox region) {
        final CrossCorrelation products = new CrossCorrelation(CrossCorrelation.extent(region.extent(0)),
            CrossCorrelation.extent(region.extent(1)), CrossCorrelation.extent(region.extent(2)), progress);
        for (int i = 0; i < region.means().length; i++) {
            products.setRegion(i % region.extent(0), i / region.extent(0) % region.extent(1),
                i / region.extent(0) / region.extent(1), region.means()[i]);
        }
        for (int i = 0; i < template.means().length; i++) {
            products.setTemplate(i % template.extent(0), i / template.extent(0) % template.extent(1),
                i / template.extent(0) / template.extent(1), template.means()[i]);
        }
        products.run();
        return products;
    }

    private int places(final int axis) {
        return 2 * (halfRegion[axis] - half[axis]) + 1;
    }

    /** The largest value; of equal ones the nearest to the start, then the first. */
    private Optional<Place> best(final double[] scores) {
        Place best = new Place(-1, 0, 0, 0);
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= best.zncc && scores[i] > -1) {
                final Place place = new Place(scores[i], i % places(0), i / places(0) % places(1),
                    i / places(0) / places(1));
                best = place.zncc > best.zncc || distance(place) < distance(best) ? place : best;
            }
        }
        return best.zncc > -1 ? Optional.of(best) : Optional.empty();
    }

    private int distance(final Place place) {
        final int x = place.x - places(0) / 2;
        final int y = place.y - places(1) / 2;
        final int z = place.z - places(2) / 2;
        return x * x + y * y + z * z;
    }

    private NodeResult result(final Place place, final double[] scores, final long[] centre) {
        final int at = (place.z * places(1) + place.y) * places(0) + place.x;
        final double x = place.x - places(0) / 2 + vertex(scores, at, 1, place.x, places(0));
        final double y = place.y - places(1) / 2 + vertex(scores, at, places(0), place.y, places(1));
        final double z = place.z - places(2) / 2 + vertex(scores, at, places(0) * places(1), place.z, places(2));
        final Point found = new Point(centre[0] + x * bin, centre[1] + y * bin, centre[2] + z * bin);
        return new NodeResult(Transformation.of(task.start().f(), found.minus(task.centre())), NodeStatus.NOT_RUN,
            place.zncc, Double.NaN, 0, Double.NaN, NodeResult.UNKNOWN);
    }

    /** Where the parabola through a maximum and its two neighbours is highest, -0.5 to 0.5; 0 at the rim. */
    private static double vertex(final double[] scores, final int at, final int step, final int index,
        final int places) {
        if (index == 0 || index == places - 1 || scores[at - step] == -1 || scores[at + step] == -1) {
            return 0;
        }
        final double bend = scores[at - step] - 2 * scores[at] + scores[at + step];
        return bend < 0 ? (scores[at - step] - scores[at + step]) / (2 * bend) : 0;
    }
}
