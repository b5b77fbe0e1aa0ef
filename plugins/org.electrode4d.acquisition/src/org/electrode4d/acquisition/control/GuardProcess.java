// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.SystemClock;

/**
 * The guard of a run as seen from the run: a Java process of its own. On Linux and macOS it is out of reach of the
 * keys that end a program in a terminal, of the terminal's end and of a plain {@code kill}; on Windows it has no
 * console. Times are real, whatever the clock of the run.
 */
public final class GuardProcess implements Watchdog {

    private static final int START_SECONDS = 30;
    private static final int END_SECONDS = 3;
    private static final double BEATS_IN_TIMEOUT = 8;
    private static final double LONGEST_PERIOD = 1;
    /** In a session of its own where there is such a command, so that signals to the group of the run miss it. */
    private static final String DETACH = "trap '' INT HUP TERM; "
        + "if command -v setsid >/dev/null 2>&1; then exec setsid \"$@\"; fi; exec \"$@\"";

    private final Clock clock = new SystemClock();
    private final Process process;
    private final OutputStream heartbeats;
    private final double timeout;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile long echoes;
    private volatile boolean heardReady;
    private long beats;
    private double lastBeat;
    private double unansweredSince;

    private GuardProcess(final Process process, final double timeout) {
        this.process = process;
        this.heartbeats = process.getOutputStream();
        this.timeout = timeout;
    }

    /**
     * Starts a guard, and waits until it watches.
     *
     * @throws IOException if it does not within 30 s: the output must not be switched on
     */
    public static GuardProcess start(final GuardSettings settings) throws IOException {
        final Process process = new ProcessBuilder(command(settings))
            .redirectError(ProcessBuilder.Redirect.appendTo(settings.folder().resolve(GuardLog.NAME).toFile()))
            .start();
        final GuardProcess guard = new GuardProcess(process, settings.timeout());
        final Thread listener = new Thread(guard::listen, "echoes of the guard");
        listener.setDaemon(true);
        listener.start();
        guard.awaitReady(settings);
        return guard;
    }

    private static List<String> command(final GuardSettings settings) {
        final boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        final List<String> words = new ArrayList<>();
        if (!windows) {
            words.addAll(List.of("/bin/sh", "-c", DETACH, "electrode4d-guard"));
        }
        words.add(System.getProperty("java.home") + File.separator + "bin" + File.separator
            + (windows ? "javaw.exe" : "java"));
        words.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-cp", GuardClassPath.text(),
            Guard.class.getName()));
        words.addAll(settings.toArguments());
        return words;
    }

    private void awaitReady(final GuardSettings settings) throws IOException {
        boolean watches = false;
        try {
            watches = ready.await(START_SECONDS, TimeUnit.SECONDS) && heardReady;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!watches) {
                process.destroyForcibly();
            }
        }
        if (!watches) {
            throw new IOException("The guard of the run did not start. The output stays off. See "
                + settings.folder().resolve(GuardLog.NAME) + ".");
        }
    }

    private void listen() {
        final StringBuilder line = new StringBuilder();
        try (InputStream output = process.getInputStream()) {
            for (int next = output.read(); next >= 0; next = output.read()) {
                if (heardReady) {
                    echoes++;
                } else if (next == '\n') {
                    heardReady = line.toString().strip().equals(Guard.READY);
                    line.setLength(0);
                    if (heardReady) {
                        ready.countDown();
                    }
                } else {
                    line.append((char)next);
                }
            }
        } catch (IOException e) {
            // the guard is gone, which the next heartbeat tells
            return;
        } finally {
            ready.countDown();
        }
    }

    @Override
    public void beat() throws IOException {
        final double now = clock.seconds();
        if (beats > 0 && now - lastBeat < Math.min(LONGEST_PERIOD, timeout / BEATS_IN_TIMEOUT)) {
            return;
        }
        if (!process.isAlive()) {
            throw new IOException("The guard has ended by itself.");
        }
        if (echoes >= beats) {
            unansweredSince = now;
        } else if (now - unansweredSince > timeout) {
            throw new IOException("The guard has not answered for " + timeout + " s.");
        }
        heartbeats.write(GuardWatch.BEAT);
        heartbeats.flush();
        beats++;
        lastBeat = now;
    }

    @Override
    public void dismiss() {
        try {
            heartbeats.write(GuardWatch.GOODBYE);
            heartbeats.flush();
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            // It is gone already, or about to act on its own: the cell is safe, so neither is needed.
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    @Override
    public void abandon() {
        try {
            heartbeats.close();
        } catch (IOException e) {
            // it is gone already, and the alarm was raised
            return;
        }
    }

    /** Its process, for those who look after it. */
    ProcessHandle handle() {
        return process.toHandle();
    }
}
