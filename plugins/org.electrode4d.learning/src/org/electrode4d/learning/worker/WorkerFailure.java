// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.electrode4d.learning.worker.server.EngineServer;

/**
 * What is known of a worker that has ended without being asked.
 *
 * @param exitCode as Java gives it: above 128 the signal that ended it on Unix, negative a crash on Windows
 * @param log the last lines that it printed
 * @param settings that it was started with
 */
record WorkerFailure(int exitCode, List<String> log, WorkerSettings settings) {

    private static final int SIGNALS = 128;
    private static final int KILL = 9;
    private static final int LAST_LINES = 5;
    private static final int LINE_LENGTH = 200;
    private static final double GIBIBYTE = 1 << 30;

    private static final String GO_ON = "a training with a checkpoint folder goes on from its last epoch";

    private static final Map<Integer, String> SIGNAL_NAMES = Map.of(4, "illegal instruction", 6, "abort",
        7, "bus error", 8, "arithmetic error", 11, "segmentation fault");

    private static final Pattern OUT_OF_MEMORY = Pattern.compile("OutOfMemoryError|bad_alloc|annot allocate memory"
        + "|an't allocate memory|nsufficient memory|not enough memory|out of memory|ailed to allocate"
        + "|Physical memory usage is too high");

    /** Of what the Java machine prints when native code crashes only the signal and the place are of use. */
    private static final Pattern CRASH = Pattern.compile("#\\s+(SIG\\w+ \\(|EXCEPTION_\\w+ \\(|[CVJjv]\\s+\\[?).*");

    /** Lines of stack traces, which tell nothing to a user. */
    private static final Pattern STACK = Pattern.compile("\\s+at .*|\\s*\\.\\.\\. \\d+ more");

    String message() {
        return cause() + lastLines() + " " + advice();
    }

    private boolean outOfMemory() {
        return exitCode == EngineServer.OUT_OF_MEMORY || log.stream().anyMatch(OUT_OF_MEMORY.asPredicate());
    }

    private String cause() {
        if (outOfMemory()) {
            return String.format(Locale.ROOT, "it ran out of memory (%.1f GiB are allowed).",
                settings.memoryBytes() / GIBIBYTE);
        }
        if (exitCode == SIGNALS + KILL) {
            return "it was killed (signal 9), by somebody or by the system for want of memory.";
        }
        if (exitCode > SIGNALS) {
            final int signal = exitCode - SIGNALS;
            return "its native code crashed (signal " + signal + ", "
                + SIGNAL_NAMES.getOrDefault(signal, "see signal(7)") + ").";
        }
        if (exitCode < 0) {
            return "its native code crashed (code 0x" + Integer.toHexString(exitCode) + ").";
        }
        return crash().isEmpty() ? "it ended with exit code " + exitCode + "." : "its native code crashed.";
    }

    private List<String> crash() {
        return log.stream().filter(CRASH.asMatchPredicate()).toList();
    }

    private String lastLines() {
        final List<String> lines = (crash().isEmpty() ? log : crash()).stream()
            .filter(STACK.asMatchPredicate().negate())
            .map(line -> line.replaceFirst("^#", "").strip()).filter(line -> !line.isEmpty())
            .map(line -> line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "..." : line).toList();
        if (lines.isEmpty()) {
            return " It printed nothing.";
        }
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
            .collect(Collectors.joining(" | ", " Its log ends: ", "."));
    }

    private String advice() {
        if (outOfMemory() || exitCode == SIGNALS + KILL) {
            return "Give the engine more memory, or choose a smaller base width or smaller tiles; " + GO_ON + ".";
        }
        return "Run it again: " + GO_ON + ". If it ends again, choose smaller tiles or another engine.";
    }
}
