// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

final class LabelMatchingTest {

    private static Volume row(final int... values) {
        return Volume.of("row", ArrayImgs.ints(values, values.length, 1, 1), VoxelSize.isotropic(0.5));
    }

    private static LabelMatching match(final Volume measured, final Volume truth, final double least) {
        return LabelMatching.of(LabelVolume.of(measured), LabelVolume.of(truth), least, Progress.NONE);
    }

    @Test
    void eachIsTheOneThatTheOtherSharesMostWith() {
        final LabelMatching matching = match(row(8, 8, 8, 8, 5, 5, 0, 9, 7), row(3, 3, 3, 6, 6, 6, 6, 0, 7), 0);
        assertEquals(List.of(new LabelMatch(5, 6, 0.5), new LabelMatch(7, 7, 1), new LabelMatch(8, 3, 0.75)),
            matching.matches());
        assertEquals(Set.of(9), matching.unmatchedMeasured());
        assertEquals(Set.of(), matching.unmatchedTruth());
    }

    @Test
    void aFragmentAndAMergedParticleHaveNoPartner() {
        final LabelMatching split = match(row(4, 4, 4, 2, 2), row(1, 1, 1, 1, 1), 0);
        assertEquals(List.of(new LabelMatch(4, 1, 0.6)), split.matches());
        assertEquals(Set.of(2), split.unmatchedMeasured());
        final LabelMatching merged = match(row(1, 1, 1, 1, 1), row(4, 4, 4, 2, 2), 0);
        assertEquals(List.of(new LabelMatch(1, 4, 0.6)), merged.matches());
        assertEquals(Set.of(2), merged.unmatchedTruth());
    }

    @Test
    void ofEqualOnesTheLowerLabelIsTaken() {
        assertEquals(List.of(new LabelMatch(3, 5, 0.5)), match(row(3, 3, 9, 9), row(5, 5, 5, 5), 0).matches());
    }

    @Test
    void particlesThatShareTooLittleAreNotMatched() {
        final LabelMatching matching = match(row(4, 4, 4, 0, 0), row(1, 1, 1, 1, 1), 0.7);
        assertEquals(List.of(), matching.matches());
        assertEquals(Set.of(4), matching.unmatchedMeasured());
        assertEquals(Set.of(1), matching.unmatchedTruth());
    }

    @Test
    void croppedVolumesAreComparedByTheirPlace() {
        final Volume cropped = row(7, 7, 2, 2, 2).withOrigin(new Point(1, 0, 0));
        assertEquals(List.of(new LabelMatch(7, 4, 1)), match(cropped, row(0, 0, 4, 4), 0).matches());
    }

    @Test
    void voxelsOfAnotherSizeAreRefused() {
        assertEquals("row has voxels of 0.5 x 0.5 x 0.5 µm, but row of 1.0 x 1.0 x 1.0 µm. Both need the same voxel "
            + "size: resample one.", assertThrows(SegmentationException.class,
                () -> match(row(1), row(1).withVoxelSize(VoxelSize.isotropic(1)), 0)).getMessage());
    }
}
