// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.electrode4d.segmentation.GreyImages;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.Test;

class MultistageThresholdTest {

    /** Pore about 40, intermediate about 90, graphite about 120, silicon about 220. */
    private static final Volume SCAN = GreyImages.image(
        new int[] {40, 42, 38, 41, 88, 92, 120, 122, 118, 121},
        new int[] {40, 220, 218, 90, 120, 119, 123, 117, 120, 120});

    private static final int[] PHASES =
        {1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 1, 4, 4, 2, 3, 3, 3, 3, 3, 3};

    private static MultistageThreshold run(final Volume scan, final String stages) {
        return MultistageThreshold.of(GreyCounts.of(scan, null, Progress.NONE), Stage.parse(stages));
    }

    @Test
    void findsPoreAndSiliconFirstAndThenWhatIsBetween() {
        final MultistageThreshold threshold = run(SCAN, Stage.FOUR_PHASES);
        final LabelVolume phases = threshold.phases(SCAN, null);
        assertArrayEquals(PHASES, GreyImages.values(phases.volume()));
        assertEquals(Map.of(1, "Pore", 2, "Intermediate", 3, "Graphite", 4, "Silicon"), phases.names());
        final StageResult second = threshold.stages().get(1);
        assertEquals(88, second.grey().value(0), "the second stage sees what the first left");
        assertArrayEquals(new long[] {3, 10}, second.voxels());
        assertEquals(92, second.to(0));
        assertEquals(117, second.from(1));
    }

    @Test
    void methodsCanBeChosen() {
        assertArrayEquals(PHASES, GreyImages.values(run(SCAN,
            "Pore < 60 < * < 200 < Silicon; Intermediate < otsu < Graphite").phases(SCAN, null).volume()));
        assertArrayEquals(PHASES, GreyImages.values(run(SCAN,
            "Pore < otsu < Intermediate < otsu < Graphite < otsu < Silicon").phases(SCAN, null).volume()));
    }

    @Test
    void aPhaseCanBeAddedTo() {
        final LabelVolume phases =
            run(SCAN, "Solid < 60 < *\n* < 200 < Solid\nIntermediate < 100 < -").phases(SCAN, null);
        assertArrayEquals(new int[] {1, 1, 1, 1, 2, 2, 0, 0, 0, 0, 1, 1, 1, 2, 0, 0, 0, 0, 0, 0},
            GreyImages.values(phases.volume()));
        assertEquals(Map.of(1, "Solid", 2, "Intermediate"), phases.names());
    }

    @Test
    void whatIsLeftInTheEndIsAPhase() {
        assertEquals(Map.of("Pore", 1, "Rest", 2), run(SCAN, "Pore < 60 < *").labels());
    }

    @Test
    void outsideOfTheMaskIsNothing() {
        final Volume mask = GreyImages.image(new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, new int[10]);
        final int[] values = GreyImages.values(run(SCAN, "Pore < 60 < Solid").phases(SCAN, mask).volume());
        assertArrayEquals(new int[] {1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, values);
    }

    @Test
    void aPhaseThatIsMissingIsNamed() {
        final Volume two = GreyImages.image(new int[] {40, 40, 120, 120, 220});
        final SegmentationException failure =
            assertThrows(SegmentationException.class, () -> run(two, Stage.FOUR_PHASES));
        assertEquals("Stage 2, Intermediate < Graphite (Ridler-Calvard), has voxels with values from 120.0 to 120.0. "
            + "The method of Ridler and Calvard cannot make 2 classes of voxels that have all the same value, 120.0. "
            + "Is a phase missing?", failure.getMessage());
    }

    @Test
    void aStageAfterTheLastVoxelIsAnError() {
        final SegmentationException failure = assertThrows(SegmentationException.class,
            () -> run(SCAN, "Pore < otsu < Solid; A < otsu < B"));
        assertTrue(failure.getMessage().contains("has no voxels: the stages before it left none."),
            failure.getMessage());
    }

    @Test
    void stagesAreRead() {
        final List<Stage> stages = Stage.parse("Pore < 12.5 < * ; ;\n A b < Ridler-Calvard < C");
        assertEquals(List.of("Pore", "*"), stages.get(0).names());
        assertArrayEquals(new double[] {12.5}, stages.get(0).method().thresholds(null));
        assertEquals(List.of("A b", "C"), stages.get(1).names());
        assertEquals("A b < C (Ridler-Calvard)", stages.get(1).toString());
    }

    @Test
    void stagesThatAreNotUnderstoodAreQuoted() {
        for (final String wrong : List.of("", "Pore", "Pore < otsu", "Pore < < Solid", "Pore < ots < Solid",
            "A < 4 < B < otsu < C", "* < 4 < *", "A < 5 < B < 4 < C")) {
            final SegmentationException failure =
                assertThrows(SegmentationException.class, () -> Stage.parse(wrong), wrong);
            assertTrue(failure.getMessage().length() > 40, failure.getMessage());
        }
        assertEquals("The thresholds of the stage 'Pore < ots < Solid' are ots, but must all be numbers, all 'otsu', "
            + "or all 'ridler-calvard'. Write for instance 'Pore < otsu < *', 'Pore < ridler-calvard < * < "
            + "ridler-calvard < Silicon' or 'Pore < 80 < Solid'.",
            assertThrows(SegmentationException.class, () -> Stage.parse("Pore < ots < Solid")).getMessage());
    }
}
