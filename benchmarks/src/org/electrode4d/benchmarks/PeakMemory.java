// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The most memory that was in use while a step ran. The used heap is looked at as a whole every two milliseconds by a
 * thread of its own: garbage that was not collected yet is included, and what comes and goes within two milliseconds
 * can be missed. The resident size is the system's own count of the whole process, heap and all else.
 */
final class PeakMemory implements AutoCloseable {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");
    /** What makes Linux forget the greatest resident size so far. */
    private static final String FORGET = "5";
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(2);
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private final Thread sampler = new Thread(this::watch, "peak memory");
    private volatile boolean running = true;
    private volatile long heap;

    private PeakMemory() {
        sampler.setDaemon(true);
    }

    /** Collects garbage and begins to watch. */
    static PeakMemory watching() throws IOException {
        System.gc();
        if (Files.isWritable(RESET)) {
            Files.writeString(RESET, FORGET);
        }
        final PeakMemory memory = new PeakMemory();
        memory.sampler.start();
        return memory;
    }

    private void watch() {
        while (running) {
            heap = Math.max(heap, MEMORY.getHeapMemoryUsage().getUsed());
            LockSupport.parkNanos(INTERVAL);
        }
    }

    /** Ends watching. */
    @Override
    public void close() {
        running = false;
        LockSupport.unpark(sampler);
    }

    /** Bytes of the heap, the greatest sum over all its parts at one moment. */
    long heap() {
        return Math.max(heap, MEMORY.getHeapMemoryUsage().getUsed());
    }

    /** The greatest resident size of the process since watching began, in MB; a dash where the system does not tell. */
    String residentMegabytes() throws IOException {
        final double bytes = residentBytes();
        return bytes == bytes ? Long.toString((long)bytes / 1_000_000) : "-";
    }

    /** The greatest resident size of the process since watching began; NaN where the system does not tell. */
    double residentBytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return Double.NaN;
        }
        return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM:"))
            .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024.0).findFirst()
            .orElse(Double.NaN);
    }
}
