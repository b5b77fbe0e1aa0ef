// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/** The most memory that this process has used so far. */
final class PeakMemory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private PeakMemory() {
    }

    /** Sum of the peaks of the heap's pools, at most the whole heap, bytes: an upper bound of the peak of the heap. */
    static long heap() {
        final long pools = ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage).filter(u -> u != null).mapToLong(u -> u.getUsed()).sum();
        return Math.min(pools, Runtime.getRuntime().maxMemory());
    }

    /** Peak of the resident set of the whole process, bytes, where the operating system tells (Linux). */
    static OptionalLong resident() {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", ""))).findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Both in one phrase, in MB of 10^6 bytes. */
    static String describe() {
        final String heap = "peak memory up to " + megabytes(heap()) + " heap";
        return resident().isPresent() ? heap + ", " + megabytes(resident().getAsLong()) + " process" : heap;
    }

    private static String megabytes(final long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
    }
}
