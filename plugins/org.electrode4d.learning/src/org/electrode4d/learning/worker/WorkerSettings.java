// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import java.nio.file.Path;

/**
 * What a worker may take.
 *
 * @param threads at least 1; with an equal number a training gives equal bits
 * @param memoryBytes that heap and native memory together may take, at least {@value #LEAST_MEMORY}
 * @param cache folder in which engines unpack their native code, kept from run to run; made where it is missing
 */
public record WorkerSettings(int threads, long memoryBytes, Path cache) {

    /** Below this no engine starts: 512 MiB. */
    public static final long LEAST_MEMORY = 1L << 29;

    private static final long HEAP_PART = 4;

    /** @throws IllegalArgumentException if threads or memory are too few */
    public WorkerSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("An engine needs at least 1 thread, not " + threads + ".");
        }
        if (memoryBytes < LEAST_MEMORY) {
            throw new IllegalArgumentException("An engine needs at least " + (LEAST_MEMORY >> 20)
                + " MiB of memory, not " + (memoryBytes >> 20) + " MiB.");
        }
    }

    /** With the cache {@code .electrode4d/engines} in the user's home folder. */
    public static WorkerSettings of(final int threads, final long memoryBytes) {
        return new WorkerSettings(threads, memoryBytes,
            Path.of(System.getProperty("user.home"), ".electrode4d", "engines"));
    }

    /** The part of the memory that is Java's heap: images, parameters and states on their way, in bytes. */
    long heapBytes() {
        return memoryBytes / HEAP_PART;
    }

    /** What is left for native code, in bytes. */
    long nativeBytes() {
        return memoryBytes - heapBytes();
    }
}
