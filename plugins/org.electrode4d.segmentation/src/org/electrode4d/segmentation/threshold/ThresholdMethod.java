// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.electrode4d.segmentation.SegmentationException;

/** How thresholds are found in a histogram. */
public sealed interface ThresholdMethod {

    /**
     * The thresholds, ascending; one less than classes.
     *
     * @throws SegmentationException if the voxels have too few different values
     */
    double[] thresholds(GreyCounts grey);

    /** How many classes it makes. */
    int classes();

    /** Its name for people. */
    String label();

    /** Otsu's method with two classes, and multi-Otsu with more. */
    static ThresholdMethod otsu(final int classes) {
        return new OtsuMethod(classes);
    }

    /** The iterative threshold, or several. */
    static ThresholdMethod ridlerCalvard(final int classes) {
        return new RidlerCalvardMethod(classes);
    }

    /**
     * Thresholds that are given.
     *
     * @throws SegmentationException if there are none, or they are no finite numbers in ascending order
     */
    static ThresholdMethod fixed(final double... thresholds) {
        return new FixedMethod(thresholds.clone());
    }

    /** See {@link Otsu}. */
    record OtsuMethod(int classes) implements ThresholdMethod {

        @Override
        public double[] thresholds(final GreyCounts grey) {
            return Otsu.thresholds(grey, classes);
        }

        @Override
        public String label() {
            return classes == 2 ? "Otsu" : "Multi-Otsu with " + classes + " classes";
        }
    }

    /** See {@link RidlerCalvard}. */
    record RidlerCalvardMethod(int classes) implements ThresholdMethod {

        @Override
        public double[] thresholds(final GreyCounts grey) {
            return RidlerCalvard.thresholds(grey, classes);
        }

        @Override
        public String label() {
            return classes == 2 ? "Ridler-Calvard" : "Ridler-Calvard with " + classes + " classes";
        }
    }

    /** The same thresholds for every histogram. */
    record FixedMethod(double[] values) implements ThresholdMethod {

        /** Checks the thresholds. */
        public FixedMethod {
            if (values.length == 0) {
                throw new SegmentationException("At least one threshold must be given.");
            }
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i]) || i > 0 && values[i] <= values[i - 1]) {
                    throw new SegmentationException("Thresholds must be numbers in ascending order, but they are "
                        + text(values) + ".");
                }
            }
        }

        @Override
        public double[] thresholds(final GreyCounts grey) {
            return values.clone();
        }

        @Override
        public int classes() {
            return values.length + 1;
        }

        @Override
        public String label() {
            return "Fixed at " + text(values);
        }

        private static String text(final double[] values) {
            return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(", "));
        }
    }
}
