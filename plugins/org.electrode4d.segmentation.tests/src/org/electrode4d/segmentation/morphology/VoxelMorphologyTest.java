// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.morphology.VolumeBorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoxelMorphologyTest {

    @Test
    void aVoxelBecomesTheElement() {
        final Volume voxel = Bodies.image(".......", ".......", ".......", "...#...", ".......", ".......", ".......");
        final Volume cross = Bodies.image(".......", "...#...", "..###..", ".#####.", "..###..", "...#...", ".......");
        final Volume cube = Bodies.image(".......", ".#####.", ".#####.", ".#####.", ".#####.", ".#####.", ".......");
        assertArrayEquals(Bodies.labels(cross), Bodies.labels(
            VoxelMorphology.of(VoxelElement.CROSS, 2).apply(MorphologicalOperation.DILATION, voxel)));
        assertArrayEquals(Bodies.labels(cube), Bodies.labels(
            VoxelMorphology.of(VoxelElement.CUBE, 2).apply(MorphologicalOperation.DILATION, voxel)));
    }

    @ParameterizedTest
    @CsvSource({"CROSS, 1", "CROSS, 3", "CUBE, 2"})
    void erosionIsTheDilationOfTheOutside(final VoxelElement element, final int radius) {
        final Volume mask = Bodies.noise(new Shape(70, 9, 66), VoxelSize.isotropic(1), 0.98, 2);
        final Volume outside = Bodies.noise(new Shape(70, 9, 66), VoxelSize.isotropic(1), 0.98, 2);
        final int[] inverted = Bodies.labels(outside);
        final byte[] bytes = new byte[inverted.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)(1 - inverted[i]);
        }
        final VoxelMorphology morphology = VoxelMorphology.of(element, radius);
        final int[] eroded = Bodies.labels(morphology.apply(MorphologicalOperation.EROSION, mask));
        final int[] dilated = Bodies.labels(morphology.apply(MorphologicalOperation.DILATION,
            Volume.of("outside", ArrayImgs.unsignedBytes(bytes, 70, 9, 66), VoxelSize.isotropic(1))));
        int kept = 0;
        for (int i = 0; i < eroded.length; i++) {
            assertEquals(1 - dilated[i], eroded[i]);
            kept += eroded[i];
        }
        assertTrue(kept > 0 && kept < eroded.length);
    }

    @Test
    void labelsOfAnySizeAreInside() {
        final Volume mask = Volume.of("labels",
            ArrayImgs.unsignedShorts(new short[] {0, 0, 300, 0, 256, 0, 0}, 7, 1, 1), VoxelSize.isotropic(1));
        final Volume closed = VoxelMorphology.of(VoxelElement.CUBE, 1).apply(MorphologicalOperation.CLOSING, mask);
        assertEquals(VoxelType.UINT8, closed.type());
        assertArrayEquals(new int[] {0, 0, 1, 1, 1, 0, 0}, Bodies.labels(closed));
    }

    @Test
    void namesOfLabelsAreNotThoseOfTheMask() throws IOException {
        final Volume phases =
            new LabelVolume(Bodies.image("..##.."), new TreeMap<>(Map.of(1, "Graphite"))).named();
        assertEquals(Map.of(), VoxelMorphology.of(VoxelElement.CROSS, 1)
            .apply(MorphologicalOperation.DILATION, phases).metadata());
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertEquals(Map.of(), BallMorphology.of(1, VolumeBorder.OPEN, scratch)
                .apply(MorphologicalOperation.OPENING, phases, Progress.NONE).metadata());
            assertEquals(Map.of(), Watershed.of(TouchingParticles.of(phases), WatershedSettings.of(1), scratch,
                Progress.NONE).labels().volume().metadata());
        }
    }

    @Test
    void anOpeningOfGreyValuesRemovesBrightSpots() {
        final Volume grey = Volume.of("grey", ArrayImgs.floats(new float[] {1, 9, 1, 5, 6, 7, 1, 2}, 8, 1, 1),
            VoxelSize.isotropic(1));
        final VoxelMorphology cube = VoxelMorphology.of(VoxelElement.CUBE, 1);
        assertArrayEquals(new float[] {1, 1, 1, 5, 5, 5, 1, 1},
            Bodies.floats(cube.applyToGrey(MorphologicalOperation.OPENING, grey)));
        assertArrayEquals(new float[] {9, 9, 6, 6, 6, 7, 2, 2},
            Bodies.floats(cube.applyToGrey(MorphologicalOperation.CLOSING, grey)));
    }

    @Test
    void whatCannotBeDoneIsAnError() {
        assertTrue(assertThrows(SegmentationException.class, () -> VoxelMorphology.of(VoxelElement.CUBE, 51))
            .getMessage().contains("51 voxels"));
        assertThrows(SegmentationException.class, () -> VoxelMorphology.of(VoxelElement.CROSS, 1)
            .applyToGrey(MorphologicalOperation.OPENING, Bodies.image("#")));
    }
}
