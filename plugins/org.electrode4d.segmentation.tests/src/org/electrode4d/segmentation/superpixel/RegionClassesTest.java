// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrode4d.segmentation.GreyImages;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.LabelVolume;
import org.junit.jupiter.api.Test;

class RegionClassesTest {

    private static final List<RegionRule> RULES =
        RegionRule.parse("Silicon: mean > 160; SD < 12\nPore: mean <= 4e1\n\nGraphite:");

    private static Optional<String> classify(final List<RegionRule> rules, final double mean, final double sd) {
        return RegionRule.classify(rules, feature -> Map.of("mean", mean, "sd", sd).get(feature));
    }

    @Test
    void theFirstRuleThatHoldsCounts() {
        assertEquals(Optional.of("Silicon"), classify(RULES, 161, 11));
        assertEquals(Optional.of("Graphite"), classify(RULES, 160, 11));
        assertEquals(Optional.of("Graphite"), classify(RULES, 161, 12));
        assertEquals(Optional.of("Pore"), classify(RULES, 40, 50));
        assertEquals(Optional.empty(), classify(RULES.subList(0, 1), 40, 50));
    }

    @Test
    void noValueFulfilsNoCondition() {
        assertEquals(Optional.of("Graphite"), classify(RULES, Double.NaN, Double.NaN));
    }

    @Test
    void rulesThatAreNotUnderstoodAreQuoted() {
        assertEquals("The condition 'mean 160' of the rule 'Si: mean 160' is not understood: a feature, one of < <= > "
            + ">= =, and a number are expected, as in 'mean > 160'.",
            assertThrows(SegmentationException.class, () -> RegionRule.parse("Si: mean 160")).getMessage());
        for (final String wrong : List.of("", "mean > 4", ": mean > 4", "Si: mean >< 3", "Si: > 3", "Si: mean > x")) {
            assertThrows(SegmentationException.class, () -> RegionRule.parse(wrong), wrong);
        }
    }

    @Test
    void regionsBecomePhases() {
        final RegionClasses classes = new RegionClasses(List.of("Pore", "Silicon"));
        classes.set(2, "Silicon");
        classes.set(5000, "Graphite");
        classes.set(1, "Pore");
        final LabelVolume phases =
            classes.of(LabelVolume.of(GreyImages.image(new int[] {1, 2, 0, 3, 2})));
        assertArrayEquals(new int[] {1, 2, 0, 0, 2}, GreyImages.values(phases.volume()));
        assertEquals(Map.of(1, "Pore", 2, "Silicon", 3, "Graphite"), phases.names());
    }

    @Test
    void labelsStartAtOneAndClassesEndAt255() {
        final RegionClasses classes = new RegionClasses(List.of());
        assertThrows(SegmentationException.class, () -> classes.set(0, "Pore"));
        assertThrows(SegmentationException.class, () -> classes.set(1_500_000_000, "Pore"));
        assertThrows(SegmentationException.class, () -> classes.set(Integer.MAX_VALUE, "Pore"));
        for (int i = 1; i <= 255; i++) {
            classes.set(i, "class " + i);
        }
        assertThrows(SegmentationException.class, () -> classes.set(1, "class 256"));
    }
}
