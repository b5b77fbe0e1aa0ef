// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.electrode4d.segmentation.SegmentationException;

/**
 * How two scans are segmented together.
 *
 * @param solid grey value of the sharp scan above which is solid; empty for Otsu's
 * @param classes of solid, from dark to bright in the scan of contrast, one to 20
 * @param thresholds grey values of the scan of contrast between the classes, ascending, one fewer than classes; empty
 *     for those of multi-Otsu over the solid
 * @param rim width in µm within which a voxel between something darker and something brighter is doubtful: about the
 *     resolution of the scan of contrast; 0 for no doubt
 * @param blur standard deviation in µm by which the scan of contrast is less sharp, to take the pores out of it; 0 to
 *     leave it as it is
 */
public record TwoScanSettings(OptionalDouble solid, List<SolidClass> classes, List<Double> thresholds, double rim,
    double blur) {

    private static final int MOST = 20;

    /** @throws SegmentationException for settings that do not go together */
    public TwoScanSettings {
        classes = List.copyOf(classes);
        thresholds = List.copyOf(thresholds);
        if (classes.isEmpty() || classes.size() > MOST) {
            throw new SegmentationException("There must be 1 to " + MOST + " classes of solid, not " + classes.size()
                + ".");
        }
        final List<String> names = classes.stream().map(SolidClass::name).toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw new SegmentationException("Every class of solid needs a name of its own, but they are called "
                + names.stream().collect(Collectors.joining(", ")) + ".");
        }
        if (!thresholds.isEmpty() && thresholds.size() != classes.size() - 1) {
            throw new SegmentationException(classes.size() + " classes need " + (classes.size() - 1)
                + " thresholds between them, but there are " + thresholds.size() + ": " + thresholds + ".");
        }
        for (int i = 0; i < thresholds.size(); i++) {
            if (!Double.isFinite(thresholds.get(i)) || i > 0 && thresholds.get(i) <= thresholds.get(i - 1)) {
                throw new SegmentationException("Thresholds must ascend, because classes are ordered from dark to "
                    + "bright, but are " + thresholds + ".");
            }
        }
        require(rim, "rim");
        require(blur, "blur");
    }

    private static void require(final double length, final String what) {
        if (!(length >= 0) || Double.isInfinite(length)) {
            throw new SegmentationException("The " + what + " must be a number of µm that is not negative, but is "
                + length + ".");
        }
    }
}
