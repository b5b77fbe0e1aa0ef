// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that was in use since the last reset. */
final class PeakMemory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private PeakMemory() {
    }

    static void reset() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Bytes, garbage included: the sum of the peaks of the heap's pools, which is more than the peak of their sum. */
    static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    /** The greatest resident size of the process since it began, in MB; a dash where the system does not tell. */
    static String residentMegabytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return "-";
        }
        return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM:"))
            .map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000))
            .findFirst().orElse("-");
    }
}
