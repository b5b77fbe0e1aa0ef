// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * A number of tasks, taken in their order by as many workers as the ambient executor has threads. Inside the loader of
 * a chunk everything stays in the calling thread: a thread that helps others there could end up waiting for itself.
 */
final class ParallelRun {

    private final int count;
    private final Progress progress;
    private final String message;
    private final AtomicInteger next = new AtomicInteger();
    private int done;
    private int active;
    private int failed = Integer.MAX_VALUE;
    private Throwable failure;

    ParallelRun(final int count, final Progress progress, final String message) {
        this.count = count;
        this.progress = progress;
        this.message = message;
    }

    void run(final IntConsumer task) {
        progress.check();
        final TaskExecutor executor = Parallelization.getTaskExecutor();
        // The caller works too: the common pool of a machine with n processors has n - 1 threads.
        final int workers = ChunkCache.isLoading() ? 1 : Math.min(executor.getParallelism() + 1, count);
        if (workers <= 1) {
            work(task);
        } else {
            runAll(executor, Collections.nCopies(workers, () -> work(task)));
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
    }

    /** An interrupt cancels; it returns when no task is at work any more, since callers close what tasks use. */
    private void runAll(final TaskExecutor executor, final List<Runnable> workers) {
        try {
            executor.runAll(workers);
        } catch (RuntimeException e) {
            if (!(e.getCause() instanceof InterruptedException)) {
                throw e;
            }
            next.set(count);
            awaitWorkers();
            Thread.currentThread().interrupt();
            final CancellationException cancelled = new CancellationException(message + " was interrupted.");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private synchronized void awaitWorkers() {
        while (active > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                next.set(count); // once more interrupted: tasks that are at work still have to end
            }
        }
    }

    private synchronized void active(final int change) {
        active += change;
        notifyAll();
    }

    private void work(final IntConsumer task) {
        active(1);
        try {
            workOn(task);
        } finally {
            active(-1);
        }
    }

    private void workOn(final IntConsumer task) {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            try {
                progress.check();
                task.accept(i);
                finished();
            } catch (RuntimeException | Error e) {
                failed(i, e);
            }
        }
    }

    private synchronized void finished() {
        done++;
        progress.report(done / (double)count, message);
    }

    /** Tasks beyond a failed one are not started any more; earlier ones that run may still fail and then count. */
    private synchronized void failed(final int task, final Throwable e) {
        next.set(count);
        if (task < failed) {
            failed = task;
            failure = e;
        }
    }
}
