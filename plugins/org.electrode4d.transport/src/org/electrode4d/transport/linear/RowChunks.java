// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;

/**
 * Loops over the rows of a matrix or vector in chunks of a fixed length on the ambient executor. Sums are added chunk
 * by chunk, so that they are the same bits whatever the number of threads.
 */
public final class RowChunks {

    /** Rows of a chunk: a few 10 µs of work, and few couplings between chunks. */
    static final int LENGTH = 8192;

    /** Below this many chunks the calling thread is faster alone. */
    private static final int FEW = 4;

    private RowChunks() {
    }

    /** Work on the rows from {@code from} to before {@code to}. */
    @FunctionalInterface
    public interface Work {
        void on(int from, int to);
    }

    /** The share of some rows in a sum. */
    @FunctionalInterface
    public interface Share {
        double of(int from, int to);
    }

    static int count(final int rows) {
        return (rows + LENGTH - 1) / LENGTH;
    }

    /** Does work for all rows; chunks must not depend on each other. */
    public static void forEach(final int rows, final Work work) {
        sum(rows, (from, to) -> {
            work.on(from, to);
            return 0;
        });
    }

    /** Adds the shares of all chunks in their order. */
    public static double sum(final int rows, final Share share) {
        final int count = count(rows);
        final double[] shares = new double[count];
        if (count < FEW) {
            for (int chunk = 0; chunk < count; chunk++) {
                shares[chunk] = share.of(chunk * LENGTH, Math.min(rows, (chunk + 1) * LENGTH));
            }
        } else {
            Blocks.map(count, Progress.NONE, "Rows",
                chunk -> shares[chunk] = share.of(chunk * LENGTH, Math.min(rows, (chunk + 1) * LENGTH)));
        }
        double sum = 0;
        for (final double value : shares) {
            sum += value;
        }
        return sum;
    }

    /** The scalar product of two vectors. */
    public static double dot(final double[] x, final double[] y) {
        return sum(x.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += x[i] * y[i];
            }
            return sum;
        });
    }
}
