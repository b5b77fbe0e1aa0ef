// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs a main class in a Java process of its own, with the class path of this one, so that its peak memory is nobody
 * else's. The child tells its results with {@link #tell}.
 */
final class ChildJvm {

    private static final String MARK = "=> ";

    private ChildJvm() {
    }

    /** In the child: a number with a name. */
    static void tell(final String name, final double value) {
        System.out.println(MARK + name + "=" + value);
    }

    /** Reads a line of a child: whether it was a number with a name, which then is among those told. */
    static boolean number(final String line, final Map<String, Double> told) {
        final int equals = line.indexOf('=', MARK.length());
        final boolean number = line.startsWith(MARK) && equals > 0;
        if (number) {
            told.put(line.substring(MARK.length(), equals), Double.valueOf(line.substring(equals + 1)));
        }
        return number;
    }

    /**
     * @param options of the virtual machine, such as {@code -Xmx2g}
     * @return what the child told, by name
     * @throws IllegalStateException if the child failed; its errors are on the console
     */
    static Map<String, Double> run(final List<String> options, final Class<?> main, final List<String> arguments)
        throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(options);
        for (final String property : List.of("electrode4d.shared", "electrode4d.pairs", "electrode4d.structures")) {
            if (System.getProperty(property) != null) {
                command.add("-D" + property + "=" + System.getProperty(property));
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        final Process child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        final Map<String, Double> told = new TreeMap<>();
        try (BufferedReader output = child.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!number(line, told)) {
                    System.err.println(line);
                }
            }
            final int code = child.waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + " failed with code " + code + ".");
            }
        } catch (InterruptedException e) {
            child.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a child process was at work.", e);
        }
        return told;
    }
}
