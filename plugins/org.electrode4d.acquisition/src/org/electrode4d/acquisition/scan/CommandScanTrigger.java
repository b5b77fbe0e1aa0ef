// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a command for each scan. What it prints goes to temporary files, so that a child that it leaves in the
 * background holds nothing up. When the scan is given up the command and its children are asked to end, and killed 2 s
 * later.
 */
public final class CommandScanTrigger extends BlockingScanTrigger {

    private static final int KEPT = 1 << 16;
    private static final int SHOWN = 500;
    private static final long GRACE_SECONDS = 2;

    private final ScanTriggerSetup.Command setup;
    private final Optional<AnswerPattern> scanId;

    public CommandScanTrigger(final ScanTriggerSetup.Command setup) {
        this.setup = setup;
        this.scanId = AnswerPattern.optional(setup.scanId());
    }

    private static boolean windows() {
        return File.separatorChar == '\\';
    }

    private List<String> shell() {
        return windows() ? List.of("cmd.exe", "/c", setup.command()) : List.of("/bin/sh", "-c", setup.command());
    }

    /**
     * Whether there is a shell and it can read the command; the command is not run. On Windows nothing is looked at:
     * its shell has no way to.
     */
    @Override
    public void check() throws IOException {
        if (windows()) {
            return;
        }
        final Process process = new ProcessBuilder("/bin/sh", "-n", "-c", setup.command()).redirectErrorStream(true)
            .start();
        process.getOutputStream().close();
        final String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()).strip();
        if (!said.isEmpty()) {
            throw new IOException("'" + setup.command() + "' is no command that the shell understands: " + said
                + ". Correct it.");
        }
    }

    @Override
    protected String take(final ScanRequest asked, final AbortSignal abort) throws IOException, InterruptedException {
        final Path folder = Files.createTempDirectory("electrode4d-scan");
        final Path out = folder.resolve("out");
        final Path err = folder.resolve("err");
        try {
            final ProcessBuilder builder = new ProcessBuilder(shell()).redirectOutput(out.toFile())
                .redirectError(err.toFile()).redirectInput(ProcessBuilder.Redirect.PIPE);
            describe(asked, builder.environment());
            abort.check();
            final Process process = builder.start();
            process.getOutputStream().close();
            abort.closes(() -> end(process));
            final int code = process.waitFor();
            if (code != 0) {
                throw new IOException("'" + setup.command() + "' ended with exit code " + code + " and said '"
                    + said(err, out) + "'. Run it by hand to find out why.");
            }
            return scanId(tail(out));
        } finally {
            delete(List.of(out, err, folder));
        }
    }

    private static void describe(final ScanRequest asked, final Map<String, String> environment) {
        environment.put("ELECTRODE4D_STEP", RequestText.plain(asked.step()));
        environment.put("ELECTRODE4D_RUN", RequestText.plain(asked.run()));
        environment.put("ELECTRODE4D_POTENTIAL", Double.toString(asked.potential()));
        environment.put("ELECTRODE4D_CHARGE", Double.toString(asked.charge()));
    }

    private static void end(final Process process) {
        final List<ProcessHandle> tree = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        tree.forEach(ProcessHandle::destroy);
        CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS)
            .execute(() -> tree.forEach(ProcessHandle::destroyForcibly));
    }

    private String scanId(final String printed) throws IOException {
        final Optional<String> id = scanId.isPresent() ? scanId.get().find(printed)
            : printed.lines().map(String::strip).filter(line -> !line.isEmpty()).reduce((first, last) -> last);
        return id.orElseThrow(() -> new IOException("'" + setup.command() + "' printed '" + printed.strip()
            + "', which has no identifier of a scan" + scanId.map(pattern -> " like '" + pattern + "'").orElse("")
            + ". Let it print one, or correct the pattern."));
    }

    private static String said(final Path err, final Path out) throws IOException {
        final String errors = tail(err).strip();
        final String said = errors.isEmpty() ? tail(out).strip() : errors;
        return said.substring(Math.max(0, said.length() - SHOWN));
    }

    /** The last 64 KiB of a file. */
    private static String tail(final Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            final long length = in.length();
            in.seek(Math.max(0, length - KEPT));
            final byte[] bytes = new byte[(int)Math.min(length, KEPT)];
            in.readFully(bytes);
            return new String(bytes, Charset.defaultCharset());
        }
    }

    private static void delete(final List<Path> paths) throws IOException {
        for (final Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
