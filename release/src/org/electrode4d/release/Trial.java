// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Uses the command line as somebody does who has unpacked it, in a folder whose name is as awkward as names of people
 * and of companies are.
 *
 * @param folder where it is unpacked, and where everything that it writes goes
 */
record Trial(Path folder) {

    private static final String EXAMPLE = "dvc-phantom";

    /** Unpacks a command line into a new folder. */
    static Trial unpacked(final Path zip, final Path into) throws IOException {
        final Path folder = Files.createDirectories(into.resolve("Büro & Söhne (neu)"));
        ReleaseZip.unpack(zip, folder);
        try (Stream<Path> files = Files.list(folder)) {
            return new Trial(files.findFirst().orElseThrow(() -> new ReleaseException(zip + " is empty.")));
        }
    }

    /** Packs every workflow by the command {@code export} and looks whether what came out is one. */
    void exportWorkflows(final Path archives) throws IOException, InterruptedException {
        Files.createDirectories(archives);
        for (final Path workflow : workflows()) {
            final Path archive = archives.resolve(workflow.getFileName() + ".knwf");
            start("export", workflow.toString(), "-o", archive.toString());
            start("validate", archive.toString());
        }
    }

    private List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("workflows"))) {
            final List<Path> workflows =
                files.filter(each -> Files.exists(each.resolve("workflow.knime"))).sorted().toList();
            if (workflows.isEmpty()) {
                throw new ReleaseException("There are no workflows in " + folder + ".");
            }
            return workflows;
        }
    }

    /** Runs the first workflow of the README, on a small volume. */
    void runExample() throws IOException, InterruptedException {
        start("list");
        final Path results = folder.resolve("results");
        start("run", folder.resolve("workflows").resolve(EXAMPLE).toString(), "--out", results.toString(),
            "-workflow.variable=size,64,int", "-workflow.variable=nodeSpacings,\"20, 12\",String",
            "-workflow.variable=trueNodeSpacing,12,int");
        try (Stream<Path> files = Files.list(results)) {
            if (files.noneMatch(file -> file.toString().endsWith(".vti"))) {
                throw new ReleaseException("The command line has left no field in " + results + ".");
            }
        }
    }

    private void start(final String... arguments) throws IOException, InterruptedException {
        final boolean windows = System.getProperty("os.name").startsWith("Windows");
        final List<String> command = new ArrayList<>();
        command.add(folder.resolve(windows ? "electrode4d.cmd" : "electrode4d").toString());
        command.addAll(List.of(arguments));
        final Path log = folder.resolve("trial.log");
        final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        final int exitCode = builder.start().waitFor();
        if (exitCode != 0) {
            throw new ReleaseException(String.join(" ", command) + " ended with " + exitCode + ":\n"
                + Files.readString(log));
        }
    }
}
