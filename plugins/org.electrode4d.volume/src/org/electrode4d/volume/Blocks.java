// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Walks a volume block by block on the ambient executor, which is ImgLib2's
 * {@link net.imglib2.parallel.Parallelization}: callers that want another number of threads wrap the call.
 */
public final class Blocks {

    private Blocks() {
    }

    /** Cubes that cover a volume without overlap, smaller at the far ends; x fastest, then y, then z. */
    public static List<Block> tile(final Shape shape, final int edge) {
        return tile(shape, edge, edge, edge);
    }

    /**
     * Boxes that cover a volume without overlap, smaller at the far ends; x fastest, then y, then z.
     *
     * @throws IllegalArgumentException for an edge below one
     */
    public static List<Block> tile(final Shape shape, final int edgeX, final int edgeY, final int edgeZ) {
        if (edgeX < 1 || edgeY < 1 || edgeZ < 1) {
            throw new IllegalArgumentException("The edges of blocks must be at least one voxel, not " + edgeX + " x "
                + edgeY + " x " + edgeZ + ".");
        }
        final List<Block> blocks = new ArrayList<>();
        for (long z = 0; z < shape.z(); z += edgeZ) {
            for (long y = 0; y < shape.y(); y += edgeY) {
                for (long x = 0; x < shape.x(); x += edgeX) {
                    blocks.add(new Block(x, y, z, (int)Math.min(edgeX, shape.x() - x),
                        (int)Math.min(edgeY, shape.y() - y), (int)Math.min(edgeZ, shape.z() - z)));
                }
            }
        }
        return blocks;
    }

    /**
     * Does work for every block, several at a time, and returns when all is done. Cancelling is noticed between
     * blocks; blocks of 10 to 100 ms make that prompt and cheap.
     *
     * @param message what is being done, for the progress
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     * @throws RuntimeException what the work throws; of several, the one of the first block in the list
     */
    public static void forEach(final List<Block> blocks, final Progress progress, final String message,
        final Consumer<Block> work) {
        new ParallelRun(blocks.size(), progress, message).run(i -> work.accept(blocks.get(i)));
    }

    /** Like {@link #forEach}, with a result per block, in the order of the blocks whatever the number of threads. */
    public static <R> List<R> map(final List<Block> blocks, final Progress progress, final String message,
        final Function<Block, R> work) {
        return map(blocks.size(), progress, message, i -> work.apply(blocks.get(i)));
    }

    /** Results for the numbers 0 to {@code count - 1}, in their order: for work that is not divided into blocks. */
    public static <R> List<R> map(final int count, final Progress progress, final String message,
        final IntFunction<R> work) {
        final Object[] results = new Object[count];
        new ParallelRun(count, progress, message).run(i -> results[i] = work.apply(i));
        @SuppressWarnings("unchecked") // the array was filled by the work, which returns nothing else
        final List<R> list = (List<R>)Arrays.asList(results);
        return list;
    }
}
