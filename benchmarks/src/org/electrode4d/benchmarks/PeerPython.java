// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs programs of peers, which are in Python, where they are installed. */
final class PeerPython {

    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");
    private static final int NOT_INSTALLED = 3;

    private final String program;

    private PeerPython(final String program) {
        this.program = program;
    }

    /** The first Python that has these modules. */
    static Optional<PeerPython> with(final String modules) {
        return PYTHONS.stream().filter(python -> execute(List.of(python, "-c", "import " + modules), Path.of("."),
            new File("/dev/null")) == 0).findFirst().map(PeerPython::new);
    }

    /**
     * Runs a script.
     *
     * @param temporary folder for what it writes beside its results
     * @param log receives its output
     * @throws IllegalStateException if it fails
     */
    void run(final List<String> arguments, final Path temporary, final File log) {
        final List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        final int code = execute(command, temporary, log);
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed with code " + code + ": see " + log
                + ".");
        }
    }

    /** The exit code; -1 where there is no such program. */
    private static int execute(final List<String> command, final Path temporary, final File log) {
        final ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TMPDIR", temporary.toAbsolutePath().toString());
        builder.redirectErrorStream(true).redirectOutput(log);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command.get(0) + " was at work.", e);
        }
    }

    /** The numbers that a script tells in lines {@code => name=number}; none where the peer is not installed. */
    Map<String, Double> tell(final List<String> arguments) throws IOException {
        final List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        final Process child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        final Map<String, Double> told = new TreeMap<>();
        try (BufferedReader output = child.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                ChildJvm.number(line, told);
            }
            final int code = child.waitFor();
            if (code != 0 && code != NOT_INSTALLED) {
                throw new IllegalStateException(String.join(" ", command) + " failed with code " + code + ".");
            }
        } catch (InterruptedException e) {
            child.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a peer was at work.", e);
        }
        return told;
    }
}
