// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command of the user's: sends a mail, rings a bell. The message is in the environment variable
 * {@value #VARIABLE}, and in {@code $1} for the shell of Linux and macOS. The command has 20 s.
 */
public final class CommandAlarm implements Alarm {

    /** Environment variable with the message. */
    public static final String VARIABLE = "ELECTRODE4D_ALARM";

    private static final int MOST_SECONDS = 20;

    private final String command;

    /** @param command for {@code /bin/sh} or, on Windows, {@code cmd}; not blank */
    public CommandAlarm(final String command) {
        if (command.isBlank()) {
            throw new IllegalArgumentException("The command of the alarm is empty.");
        }
        this.command = command;
    }

    @Override
    public void raise(final String message) throws IOException {
        final Process process = start(message);
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("The command of the alarm, " + command + ", was not done after " + MOST_SECONDS
                    + " s and was ended.");
            }
            if (process.exitValue() != 0) {
                throw new IOException("The command of the alarm, " + command + ", failed with code "
                    + process.exitValue() + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the command of the alarm, " + command + ", was at work.", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(final String message) throws IOException {
        final boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        final List<String> words = new ArrayList<>(windows ? List.of("cmd", "/c", command)
            : List.of("/bin/sh", "-c", command, "electrode4d", message));
        final ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(VARIABLE, message);
        final Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
