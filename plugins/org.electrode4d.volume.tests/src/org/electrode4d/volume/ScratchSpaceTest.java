// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchSpaceTest {

    private static final long ROOM = 1 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, ROOM})
    void whatWasStoredIsRead(final long heap) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open(heap, folder)) {
            final PlaneStore store = scratch.create(new Shape(2, 2, 3), VoxelType.INT32);
            store.store(1, new int[] {1, -2, 3, 1_000_000_007});
            assertArrayEquals(new int[] {0, 0, 0, 0}, (int[])store.load(0));
            assertArrayEquals(new int[] {1, -2, 3, 1_000_000_007}, (int[])store.load(1));
            final int[] all = new int[12];
            store.volume("all", VoxelSize.isotropic(0.5)).readNative(Block.of(store.shape()), all);
            assertArrayEquals(new int[] {0, 0, 0, 0, 1, -2, 3, 1_000_000_007, 0, 0, 0, 0}, all);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeSurvivesAFile(final VoxelType type) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open(0, folder)) {
            // more than one buffer, and no multiple of it
            final PlaneStore store = scratch.create(new Shape(1021, 1033, 1), type);
            final Object values = type.newArray(store.planeVoxels());
            for (int i = 0; i < store.planeVoxels(); i++) {
                java.lang.reflect.Array.setByte(values, i, (byte)(i % 101));
            }
            store.store(0, values);
            final float[] read = new float[store.planeVoxels()];
            store.volume("all", VoxelSize.isotropic(1)).read(Block.of(store.shape()), read);
            for (int i = 0; i < read.length; i++) {
                assertEquals(i % 101, read[i], 0);
            }
        }
    }

    @Test
    void whatDoesNotFitIntoMemoryGoesToFilesThatVanish() throws IOException {
        final Shape most = new Shape(256, 256, 12);
        try (ScratchSpace scratch = ScratchSpace.open(ROOM, folder)) {
            final PlaneStore first = scratch.create(most, VoxelType.UINT8);
            assertInstanceOf(MemoryPlanes.class, first);
            assertInstanceOf(FilePlanes.class, scratch.create(most, VoxelType.UINT8));
            scratch.release(first);
            assertInstanceOf(MemoryPlanes.class, scratch.create(most, VoxelType.UINT8));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
        try (ScratchSpace scratch = ScratchSpace.open(ROOM, folder)) {
            assertInstanceOf(MemoryPlanes.class, scratch.create(most, VoxelType.UINT8), "closing frees the memory");
        }
    }

    @Test
    void whatIsClosedCannotBeRead() throws IOException {
        final PlaneStore file;
        final PlaneStore memory;
        final Volume volume;
        try (ScratchSpace files = ScratchSpace.open(0, folder); ScratchSpace heap = ScratchSpace.open(ROOM, folder)) {
            file = files.create(new Shape(4, 4, 4), VoxelType.FLOAT32);
            memory = heap.create(new Shape(4, 4, 4), VoxelType.FLOAT32);
            volume = memory.volume("ones", VoxelSize.isotropic(1));
        }
        assertTrue(assertThrows(UncheckedIOException.class, () -> file.load(0)).getMessage().contains(".scratch"));
        assertThrows(IllegalStateException.class, () -> memory.load(0));
        assertThrows(IllegalStateException.class, () -> volume.read(Block.of(volume.shape()), new float[64]));
    }
}
