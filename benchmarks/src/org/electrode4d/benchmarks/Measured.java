// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * A result and what it cost.
 *
 * @param cpu seconds of all threads of the process, those of the compiler and the garbage collector included
 * @param wall seconds
 */
record Measured<T>(T value, double cpu, double wall) {

    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean();

    static <T> Measured<T> of(final Supplier<T> work) {
        final long wall = System.nanoTime();
        final long cpu = SYSTEM.getProcessCpuTime();
        final T value = work.get();
        return new Measured<>(value, (SYSTEM.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
    }
}
