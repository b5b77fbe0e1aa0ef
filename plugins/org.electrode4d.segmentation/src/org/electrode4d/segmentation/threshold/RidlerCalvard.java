// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import java.util.Arrays;
import org.electrode4d.segmentation.SegmentationException;

/**
 * The iterative threshold, or isodata (T. W. Ridler and S. Calvard, IEEE Trans. Syst. Man Cybern. 8, 630, 1978): the
 * middle between the means of the two classes that it makes, {@code t = (mu0 + mu1) / 2}. The iteration starts at the
 * mean of all voxels. Both means grow with t, so the steps go one way only and end after at most as many as there are
 * grey values; of several such thresholds the one is taken that is reached first from the mean.
 *
 * <p>With K classes every threshold is the middle between the means of its neighbours. Classes are added one at a time:
 * the one with the largest sum of squared deviations is cut in two, and all thresholds move until they rest. The result
 * is a local optimum of what {@link Otsu} finds globally.
 *
 * <p>Thresholds are real numbers also for integers, and not rounded. scikit-image's {@code threshold_isodata} gives
 * the lowest of all such thresholds by default, to a bin of its histogram.
 */
public final class RidlerCalvard {

    private static final int MOST_STEPS = 100_000;

    private final GreyCounts grey;
    /** The first bin of each class, and at last the number of bins. */
    private int[] starts;

    private RidlerCalvard(final GreyCounts grey) {
        this.grey = grey;
        starts = new int[] {0, grey.bins()};
    }

    /**
     * @param classes 2 to {@link Otsu#MOST_CLASSES}
     * @return {@code classes - 1} thresholds, ascending
     * @throws SegmentationException if there are fewer different values than classes, or a class runs empty
     */
    public static double[] thresholds(final GreyCounts grey, final int classes) {
        if (classes < 2 || classes > Otsu.MOST_CLASSES) {
            throw new SegmentationException("The method of Ridler and Calvard makes 2 to " + Otsu.MOST_CLASSES
                + " classes, not " + classes + ".");
        }
        if (grey.bins() < classes) {
            throw new SegmentationException("The method of Ridler and Calvard cannot make " + classes
                + " classes of voxels that have " + grey.describeValues() + ".");
        }
        final RidlerCalvard iteration = new RidlerCalvard(grey);
        double[] thresholds = new double[0];
        while (thresholds.length < classes - 1) {
            iteration.split();
            thresholds = iteration.settle();
        }
        return thresholds;
    }

    /** Cuts the class that is least uniform at its mean. */
    private void split() {
        int widest = 0;
        double most = -1;
        for (int k = 0; k + 1 < starts.length; k++) {
            final double squares = starts[k + 1] - starts[k] < 2 ? -1 : grey.squares(starts[k], starts[k + 1]);
            if (squares > most) {
                most = squares;
                widest = k;
            }
        }
        final int cut = grey.below(grey.mean(starts[widest], starts[widest + 1]));
        final int[] more = Arrays.copyOf(starts, starts.length + 1);
        System.arraycopy(starts, widest + 1, more, widest + 2, starts.length - widest - 1);
        more[widest + 1] = Math.max(starts[widest] + 1, Math.min(cut, starts[widest + 1] - 1));
        starts = more;
    }

    /** Moves thresholds to the middle between means until nothing changes. */
    private double[] settle() {
        final double[] thresholds = new double[starts.length - 2];
        for (int step = 0; step < MOST_STEPS; step++) {
            final int[] found = starts.clone();
            for (int i = 0; i < thresholds.length; i++) {
                thresholds[i] = (grey.mean(starts[i], starts[i + 1]) + grey.mean(starts[i + 1], starts[i + 2])) / 2;
                found[i + 1] = grey.below(thresholds[i]);
            }
            requireVoxels(found);
            if (Arrays.equals(found, starts)) {
                return thresholds;
            }
            starts = found;
        }
        throw new SegmentationException("The method of Ridler and Calvard came to no end within " + MOST_STEPS
            + " steps. Take Otsu's method.");
    }

    private static void requireVoxels(final int[] starts) {
        for (int i = 1; i < starts.length; i++) {
            if (starts[i] <= starts[i - 1]) {
                throw new SegmentationException("A class of the method of Ridler and Calvard ran out of voxels with "
                    + (starts.length - 1) + " classes. Take fewer classes, or Otsu's method.");
            }
        }
    }
}
