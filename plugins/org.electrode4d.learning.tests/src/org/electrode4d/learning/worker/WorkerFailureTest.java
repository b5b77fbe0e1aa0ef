// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes and logs in words. */
class WorkerFailureTest {

    private static final WorkerSettings SETTINGS = new WorkerSettings(2, 3L << 30, Path.of("cache"));

    private static String message(final int exitCode, final String... log) {
        return new WorkerFailure(exitCode, List.of(log), SETTINGS).message();
    }

    @ParameterizedTest
    @ValueSource(strings = {"terminate called after throwing an instance of 'std::bad_alloc'",
        "java.lang.OutOfMemoryError: Cannot allocate new FloatPointer(4194304): totalBytes = 2G, physicalBytes = 3G",
        "[enforce fail at alloc_cpu.cpp:114] . DefaultCPUAllocator: can't allocate memory: you tried 9 bytes",
        "# There is insufficient memory for the Java Runtime Environment to continue."})
    void librariesSayInDifferentWordsThatMemoryRanOut(final String line) {
        assertTrue(message(134, line).startsWith("it ran out of memory (3.0 GiB are allowed). Its log ends: "),
            message(134, line));
    }

    @Test
    void signalsAreCrashesOfNativeCode() {
        assertTrue(message(139).startsWith("its native code crashed (signal 11, segmentation fault). It printed "
            + "nothing."));
        assertTrue(message(152).startsWith("its native code crashed (signal 24, see signal(7))."));
    }

    @Test
    void onlyCheckpointsLetATrainingGoOn() {
        final String whereToGoOn = "a training with a checkpoint folder goes on from its last epoch";
        assertTrue(message(139).contains(whereToGoOn), message(139));
        assertTrue(message(137).endsWith(whereToGoOn + "."), message(137));
    }

    @Test
    void windowsGivesNegativeCodes() {
        assertTrue(message(-1073741819).startsWith("its native code crashed (code 0xc0000005)."));
    }

    @Test
    void onlyTheLastLinesAreShownAndNoStackTraces() {
        final String[] log = {"1", "2", "3", "", "Exception in thread main: \u00b5", "\tat Main.main(Main.java:5)",
            "\t... 3 more", "y".repeat(300), "4", "5"};
        assertTrue(message(1, log).startsWith("it ended with exit code 1. Its log ends: 3 | Exception in thread main: "
            + "\u00b5 | " + "y".repeat(200) + "... | 4 | 5. Run it again"), message(1, log));
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        final Path cache = Path.of("cache");
        assertEquals("An engine needs at least 1 thread, not 0.", assertThrows(IllegalArgumentException.class,
            () -> new WorkerSettings(0, 1L << 30, cache)).getMessage());
        assertEquals("An engine needs at least 512 MiB of memory, not 100 MiB.", assertThrows(
            IllegalArgumentException.class, () -> new WorkerSettings(1, 100L << 20, cache)).getMessage());
    }
}
