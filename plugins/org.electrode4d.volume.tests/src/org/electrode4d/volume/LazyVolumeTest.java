// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.LazyVolume.Layout;
import org.junit.jupiter.api.Test;

class LazyVolumeTest {

    private static final Shape SHAPE = new Shape(5, 4, 3);
    private static final VoxelSize SIZE = VoxelSize.isotropic(1);

    /** Each voxel holds x + 10 y + 100 z. */
    private static void digits(final Block block, final float[] values) {
        int index = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                for (long x = block.minX(); x < block.endX(); x++) {
                    values[index++] = x + 10 * y + 100 * z;
                }
            }
        }
    }

    @Test
    void valuesDoNotDependOnTheBlocks() {
        final float[] expected = new float[60];
        digits(Block.of(SHAPE), expected);
        for (int edge = 1; edge <= 6; edge++) {
            final float[] values = new float[60];
            LazyVolume.of("digits", SHAPE, SIZE, edge, LazyVolumeTest::digits).read(Block.of(SHAPE), values);
            assertArrayEquals(expected, values);
        }
    }

    @Test
    void nothingIsComputedBeforeSomebodyLooksAndThenOnce() {
        final AtomicInteger chunks = new AtomicInteger();
        final Volume volume = LazyVolume.of("counted", SHAPE, SIZE, 4, (block, values) -> {
            chunks.incrementAndGet();
            digits(block, values);
        });
        assertEquals(0, chunks.get());
        final float[] value = new float[1];
        volume.read(new Block(1, 2, 0, 1, 1, 1), value);
        volume.read(new Block(2, 2, 0, 1, 1, 1), value);
        assertEquals(22, value[0]);
        assertEquals(1, chunks.get());
        assertEquals(134, volume.image().getAt(4, 3, 1).getRealDouble());
    }

    @Test
    void aLoadersErrorReachesTheReaderAndIsNotRemembered() {
        final AtomicInteger attempts = new AtomicInteger();
        final Volume volume = LazyVolume.load("file", new Layout(SHAPE, VoxelType.UINT8, 8, 8, 8), SIZE, chunk -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IOException("/scans/a.tif is gone");
            }
            return new byte[chunk.voxels()];
        });
        final float[] value = new float[1];
        final Block first = new Block(0, 0, 0, 1, 1, 1);
        final var error = assertThrows(UncheckedIOException.class, () -> volume.read(first, value));
        assertEquals("/scans/a.tif is gone", error.getMessage());
        volume.read(first, value);
        assertEquals(0, value[0]);
    }

    @Test
    void volumesComputedFromVolumesShareTheCacheWithoutWaitingForThemselves() {
        Volume volume = LazyVolume.of("level 0", SHAPE, SIZE, 2, LazyVolumeTest::digits);
        for (int level = 1; level <= 20; level++) {
            final Volume source = volume;
            volume = LazyVolume.of("level " + level, SHAPE, SIZE, 2, (block, values) -> {
                Blocks.forEach(List.of(block, block, block), Progress.NONE, "", b -> source.read(b, values));
                values[0]++;
            });
        }
        final Volume last = volume;
        final List<Float> firsts = Parallelization.runWithNumThreads(4,
            () -> Blocks.map(Blocks.tile(SHAPE, 1), Progress.NONE, "", block -> {
                final float[] value = new float[1];
                last.read(block, value);
                return value[0];
            }));
        assertEquals(20, firsts.get(0));
        assertEquals(1, firsts.get(1));
    }

    @Test
    void theCacheKeepsToItsBound() {
        final ChunkCache cache = new ChunkCache(1000);
        final Object owner = new Object();
        final AtomicInteger loads = new AtomicInteger();
        for (int i = 0; i < 50; i++) {
            cache.get(owner, i, () -> new byte[100 + 0 * loads.incrementAndGet()], array -> array.length);
        }
        assertTrue(cache.bytes() <= 1000, () -> cache.bytes() + " bytes");
        assertEquals(50, loads.get());
        cache.get(owner, 49, () -> new byte[100 + 0 * loads.incrementAndGet()], array -> array.length);
        assertTrue(loads.get() <= 51);
        cache.clear();
        assertEquals(0, cache.bytes());
        assertEquals(1000, cache.maximumBytes());
    }

    @Test
    void ownersDoNotSeeEachOthersChunks() {
        final ChunkCache cache = new ChunkCache(1000);
        assertEquals("a", cache.get(new Object(), 0, () -> "a", text -> 1));
        assertEquals("b", cache.get(new Object(), 0, () -> "b", text -> 1));
    }
}
