// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.workflow.FlowVariable;

/** A KNIME Analytics Platform on this computer: runs workflows with its own batch application. */
final class KnimeInstallation {

    private static final List<String> EXECUTABLES = List.of("knime", "knime.exe", "Contents/MacOS/knime",
        "Contents/MacOS/Knime", "knime.sh");

    private final Path given;

    KnimeInstallation(final Path given) {
        this.given = given;
    }

    /**
     * Starts KNIME and waits for it.
     *
     * @return its exit code
     */
    int run(final RunRequest request, final Terminal terminal) throws CommandFailure, IOException {
        if (request.out() != null) {
            terminal.warn("--out has no effect with --knime beyond the workflow variable \"output\": KNIME's batch "
                + "application writes what the workflow's own nodes write.");
        }
        final Process knime = new ProcessBuilder(command(request)).inheritIO().start();
        final Thread stop = new Thread(() -> stop(knime), "stop KNIME");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            final int exitCode = knime.waitFor();
            Runtime.getRuntime().removeShutdownHook(stop);
            return exitCode;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            knime.destroy();
            return ExitCode.EXECUTION;
        }
    }

    private static void stop(final Process knime) {
        knime.destroy();
        try {
            knime.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command line for KNIME; files as absolute paths. */
    List<String> command(final RunRequest request) throws CommandFailure {
        final List<String> command = new ArrayList<>(List.of(executable().toString(), "-consoleLog", "-nosplash"));
        if (request.reset()) {
            command.add("-reset");
        }
        if (request.save() == null) {
            command.add("-nosave");
        }
        command.addAll(List.of("-application", "org.knime.product.KNIME_BATCH_APPLICATION"));
        final Path workflow = request.workflow().toAbsolutePath().normalize();
        command.add((Files.isDirectory(workflow) ? "-workflowDir=" : "-workflowFile=") + workflow);
        addVariables(request, command);
        request.options().forEach(o -> command.add("-option=" + o));
        if (request.save() != null && !request.save().equals(request.workflow())) {
            command.add("-destDir=" + request.save().toAbsolutePath().normalize());
        }
        return command;
    }

    private static void addVariables(final RunRequest request, final List<String> command) {
        boolean output = false;
        for (FlowVariable variable : request.variables()) {
            command.add(argument(variable));
            output |= variable.getName().equals("output");
        }
        if (request.out() != null && !output) {
            command.add(argument(new FlowVariable("output",
                request.out().toAbsolutePath().normalize().toString())));
        }
    }

    private static String argument(final FlowVariable variable) {
        final String type = switch (variable.getVariableType().getIdentifier()) {
            case "INTEGER" -> "int";
            case "DOUBLE" -> "double";
            default -> "String";
        };
        return "-workflow.variable=" + quote(variable.getName()) + "," + quote(variable.getValueAsString()) + ","
            + type;
    }

    private static String quote(final String text) {
        if (text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\'')) {
            return text;
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private Path executable() throws CommandFailure {
        if (Files.isRegularFile(given)) {
            return given.toAbsolutePath();
        }
        return EXECUTABLES.stream().map(given::resolve).filter(Files::isRegularFile).findFirst()
            .map(Path::toAbsolutePath).orElseThrow(() -> CommandFailure.arguments(
                "No KNIME executable in " + given + ".", "Expected one of " + EXECUTABLES
                    + "; give the folder of a KNIME Analytics Platform, or its executable."));
    }
}
