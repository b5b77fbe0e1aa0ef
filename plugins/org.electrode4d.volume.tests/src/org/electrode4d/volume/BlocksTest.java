// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import net.imglib2.parallel.Parallelization;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BlocksTest {

    private static final List<Block> EIGHT = Blocks.tile(new Shape(4, 4, 4), 2);

    @Test
    void tilesRunAlongXFirst() {
        assertEquals(List.of(
            new Block(0, 0, 0, 2, 2, 1), new Block(2, 0, 0, 1, 2, 1),
            new Block(0, 2, 0, 2, 1, 1), new Block(2, 2, 0, 1, 1, 1)), Blocks.tile(new Shape(3, 3, 1), 2));
    }

    @Property(tries = 200)
    void tilesCoverEveryVoxelOnce(@ForAll @IntRange(min = 1, max = 9) final int x,
        @ForAll @IntRange(min = 1, max = 9) final int y, @ForAll @IntRange(min = 1, max = 9) final int z,
        @ForAll @IntRange(min = 1, max = 10) final int edge) {
        final Shape shape = new Shape(x, y, z);
        final boolean[] covered = new boolean[x * y * z];
        for (final Block block : Blocks.tile(shape, edge)) {
            assertTrue(shape.contains(block) && !block.isEmpty());
            for (long k = block.minZ(); k < block.endZ(); k++) {
                for (long j = block.minY(); j < block.endY(); j++) {
                    for (long i = block.minX(); i < block.endX(); i++) {
                        final int index = (int)((k * y + j) * x + i);
                        assertTrue(!covered[index]);
                        covered[index] = true;
                    }
                }
            }
        }
        for (final boolean voxel : covered) {
            assertTrue(voxel);
        }
    }

    @Test
    void resultsHaveTheOrderOfTheBlocks() {
        final List<Long> sequential = Blocks.map(EIGHT, Progress.NONE, "", Block::minX);
        final List<Long> parallel = Parallelization.runWithNumThreads(4,
            () -> Blocks.map(EIGHT, Progress.NONE, "", Block::minX));
        assertEquals(List.of(0L, 2L, 0L, 2L, 0L, 2L, 0L, 2L), sequential);
        assertEquals(sequential, parallel);
    }

    @Test
    void progressRisesToOne() {
        final List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
        Blocks.forEach(EIGHT, listener(fractions).part(0.5, 1), "Counting", block -> { });
        assertEquals(List.of(0.5625, 0.625, 0.6875, 0.75, 0.8125, 0.875, 0.9375, 1.0), fractions);
    }

    @Test
    void cancellingStopsBetweenBlocks() {
        final AtomicInteger done = new AtomicInteger();
        final Progress cancelAfterThree = new Progress() {
            @Override
            public void check() {
                if (done.get() >= 3) {
                    throw new CancellationException();
                }
            }

            @Override
            public void report(final double fraction, final String message) {
                done.incrementAndGet();
            }
        };
        Parallelization.runSingleThreaded(() -> assertThrows(CancellationException.class,
            () -> Blocks.forEach(EIGHT, cancelAfterThree, "", block -> { })));
        assertEquals(3, done.get());
    }

    @Test
    void theFirstFailureInOrderIsThrown() {
        final RuntimeException third = new IllegalStateException("third");
        for (int threads = 1; threads <= 4; threads += 3) {
            final var thrown = Parallelization.runWithNumThreads(threads, () -> assertThrows(
                IllegalStateException.class, () -> Blocks.forEach(EIGHT, Progress.NONE, "", block -> {
                    if (block.equals(EIGHT.get(2))) {
                        throw third;
                    }
                })));
            assertSame(third, thrown);
        }
    }

    private static Progress listener(final List<Double> fractions) {
        return new Progress() {
            @Override
            public void check() {
                // never cancelled
            }

            @Override
            public void report(final double fraction, final String message) {
                assertEquals("Counting", message);
                fractions.add(fraction);
            }
        };
    }

    @Test
    void anInterruptCancelsAndWaitsForWhatIsAtWork() {
        final AtomicInteger atWork = new AtomicInteger();
        final Thread caller = Thread.currentThread();
        final Executable waiting = () -> Blocks.map(1000, Progress.NONE, "Waiting", i -> {
            atWork.incrementAndGet();
            caller.interrupt();
            LockSupport.parkNanos(2_000_000);
            return atWork.decrementAndGet();
        });
        Parallelization.runWithNumThreads(4, () -> assertThrows(CancellationException.class, waiting));
        assertTrue(Thread.interrupted());
        assertEquals(0, atWork.get());
    }
}
