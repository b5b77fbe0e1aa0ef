// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;

/**
 * Work on the planes of a grid, several at a time if they are large. Sums are added plane by plane in their order, so
 * that they do not depend on the number of threads.
 */
final class PlaneWork {

    /** Less is done before another thread has begun. */
    private static final int VOXELS_OF_A_TASK = 1 << 16;

    private final Progress progress;
    private final int planes;
    private final int planesOfATask;

    PlaneWork(final int planes, final int planeVoxels, final Progress progress) {
        this.progress = progress;
        this.planes = planes;
        planesOfATask = Math.max(1, VOXELS_OF_A_TASK / planeVoxels);
    }

    /** Calls the work for the planes 0 to {@code planes - 1}; they must not depend on each other. */
    void forEach(final IntConsumer work) {
        final int tasks = (planes + planesOfATask - 1) / planesOfATask;
        if (tasks <= 1) {
            progress.check();
            each(0, work);
        } else {
            Blocks.map(tasks, progress, "", task -> each(task, work));
        }
    }

    private Void each(final int task, final IntConsumer work) {
        final int end = Math.min(planes, (task + 1) * planesOfATask);
        for (int z = task * planesOfATask; z < end; z++) {
            work.accept(z);
        }
        return null;
    }

    double sum(final IntToDoubleFunction work) {
        final double[] sums = sums(work);
        double sum = 0;
        for (final double value : sums) {
            sum += value;
        }
        return sum;
    }

    /** The result for each plane. */
    double[] sums(final IntToDoubleFunction work) {
        final double[] sums = new double[planes];
        forEach(z -> sums[z] = work.applyAsDouble(z));
        return sums;
    }
}
