// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.morphology.Components;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectedComponentsTest {

    @TempDir
    Path folder;

    /** Three blocks, the first two with a common edge, the last two with a common corner, and a voxel by itself. */
    private static boolean blocks(final int x, final int y, final int z) {
        return in(x, 1) && in(y, 1) && in(z, 1) || in(x, 1) && in(y, 3) && in(z, 3)
            || in(x, 3) && in(y, 5) && in(z, 5) || x == 6 && y == 1 && z == 6;
    }

    private static boolean in(final int at, final int first) {
        return at == first || at == first + 1;
    }

    @ParameterizedTest
    @CsvSource({"FACES, 4", "EDGES, 3", "CORNERS, 2"})
    void edgesAndCornersConnectWhereTheyShould(final Connectivity connectivity, final int count) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Components components = ConnectedComponents.of(
                Bodies.mask(new Shape(8, 8, 8), ConnectedComponentsTest::blocks), connectivity, scratch,
                Progress.NONE);
            assertEquals(count, components.count());
            assertEquals(512 - 25, components.sizes()[0]);
            assertEquals(1, components.sizes()[count], "the voxel by itself comes last");
        }
    }

    @Test
    void labelsAreInTheOrderOfTheirFirstVoxels() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Components components = ConnectedComponents.of(Bodies.image(
                "..#.#",
                "#...#",
                "##.##"), Connectivity.FACES, scratch, Progress.NONE);
            assertArrayEquals(new int[] {0, 0, 1, 0, 2, 3, 0, 0, 0, 2, 3, 3, 0, 2, 2},
                Bodies.labels(components.labels().volume()));
            assertArrayEquals(new long[] {7, 1, 4, 3}, components.sizes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noiseIsLabelledAsByFlooding(final Connectivity connectivity) throws IOException {
        for (final double share : new double[] {0.1, 0.3, 0.6}) {
            final Volume mask = Bodies.noise(new Shape(23, 11, 37), VoxelSize.isotropic(1), share, 5);
            assertArrayEquals(Bruteforce.components(mask, connectivity), inScratch(mask, connectivity, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"FACES, 13500", "EDGES, 1", "CORNERS, 1"})
    void aCheckerBoardIsAsManyAsItHasVoxels(final Connectivity connectivity, final int count) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Volume board = Bodies.mask(new Shape(30, 30, 30), (x, y, z) -> (x + y + z) % 2 == 0);
            assertEquals(count, ConnectedComponents.of(board, connectivity, scratch, Progress.NONE).count());
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1"})
    void emptyAndFullMasksHaveNoneAndOne(final boolean inside, final int count) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            for (final Shape shape : new Shape[] {new Shape(1, 1, 1), new Shape(5, 1, 1), new Shape(3, 4, 40)}) {
                final Components components = ConnectedComponents.of(Bodies.mask(shape, (x, y, z) -> inside),
                    Connectivity.CORNERS, scratch, Progress.NONE);
                assertEquals(count, components.count());
                assertEquals(inside ? 0 : shape.voxels(), components.sizes()[0]);
            }
        }
    }

    @Test
    void equalLabelsBelongTogetherWhereTheyTouch() throws IOException {
        final Random random = new Random(2);
        final byte[] values = new byte[12 * 9 * 35];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)random.nextInt(3);
        }
        final Volume labels =
            Volume.of("labels", ArrayImgs.unsignedBytes(values, 12, 9, 35), VoxelSize.isotropic(1));
        for (final Connectivity connectivity : Connectivity.values()) {
            try (ScratchSpace scratch = ScratchSpace.open()) {
                assertArrayEquals(Bruteforce.components(labels, connectivity), Bodies.labels(
                    ConnectedComponents.ofLabels(labels, connectivity, scratch, Progress.NONE).labels().volume()));
            }
        }
    }

    @Test
    void anyIntegerButNoFloatIsAMask() throws IOException {
        final Shape shape = new Shape(2, 1, 1);
        for (final VoxelType type : VoxelType.values()) {
            try (ScratchSpace scratch = ScratchSpace.open()) {
                final PlaneStore store = scratch.create(shape, type);
                final Object values = type.newArray(2);
                Array.setByte(values, 1, (byte)-1);
                store.store(0, values);
                final Volume mask = store.volume("scan", VoxelSize.isotropic(1));
                if (type.isInteger()) {
                    assertEquals(1, ConnectedComponents.of(mask, Connectivity.FACES, scratch, Progress.NONE).count());
                } else {
                    assertTrue(assertThrows(VolumeException.class, () -> ConnectedComponents.of(mask,
                        Connectivity.FACES, scratch, Progress.NONE)).getMessage().contains("scan is of type FLOAT32"));
                }
            }
        }
    }

    @Test
    void someComponentsMayBeKept() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Components all = ConnectedComponents.of(Bodies.image(
                "#.##.#",
                "..##.#"), Connectivity.FACES, scratch, Progress.NONE);
            final Components large = all.keep(label -> all.sizes()[label] > 1);
            assertArrayEquals(new long[] {6, 4, 2}, large.sizes());
            assertArrayEquals(new int[] {0, 0, 1, 1, 0, 2, 0, 0, 1, 1, 0, 2}, Bodies.labels(large.labels().volume()));
            assertArrayEquals(new int[] {0, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1}, Bodies.labels(large.mask()));
        }
    }

    @Test
    void namesOfPhasesAreNoNamesOfComponents() throws IOException {
        final Volume named = Bodies.image("#").withMetadata(Map.of("label 1", "graphite", "Step", "3"));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final LabelVolume labels =
                ConnectedComponents.of(named, Connectivity.FACES, scratch, Progress.NONE).labels();
            assertEquals(Map.of(), labels.names());
            assertEquals(Map.of("Step", "3"), labels.volume().metadata());
        }
    }

    @Test
    void neitherThreadsNorFilesChangeAnything() throws IOException {
        final Volume mask = Bodies.noise(new Shape(31, 17, 100), VoxelSize.isotropic(1), 0.3, 3);
        final int[] expected =
            Parallelization.runSingleThreaded(() -> inScratch(mask, Connectivity.EDGES, Long.MAX_VALUE));
        assertArrayEquals(expected,
            Parallelization.runWithNumThreads(4, () -> inScratch(mask, Connectivity.EDGES, Long.MAX_VALUE)));
        assertArrayEquals(expected,
            Parallelization.runWithNumThreads(4, () -> inScratch(mask, Connectivity.EDGES, 0)));
    }

    private int[] inScratch(final Volume mask, final Connectivity connectivity, final long heap) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open(heap, folder)) {
            final Components components = ConnectedComponents.of(mask, connectivity, scratch, Progress.NONE);
            return Bodies.labels(components.labels().volume());
        }
    }
}
