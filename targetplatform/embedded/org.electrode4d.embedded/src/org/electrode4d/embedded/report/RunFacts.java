// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.electrode4d.report.provenance.Checksums;
import org.electrode4d.report.workflow.SettingsTree;

/**
 * What a report tells of a run beside its workflow.
 *
 * @param arguments of the command line
 * @param workflow folder or archive as it was given
 * @param folder of the workflow; of an archive, where it was unpacked
 * @param checksum of the workflow before the run, see {@link #checksum(Path, Path)}
 * @param out folder of the results, or null
 * @param start when the run began
 * @param end when the last node had ended
 * @param memory the most that was used, as text
 */
public record RunFacts(List<String> arguments, Path workflow, Path folder, String checksum, Path out,
    Instant start, Instant end, String memory) {

    /** Copies the arguments. */
    public RunFacts {
        arguments = List.copyOf(arguments);
    }

    /**
     * SHA-256 of a workflow: of its archive, or of the files in its folder but those of the data area, where results of
     * a run may be.
     *
     * @param workflow folder or archive as it was given
     * @param folder of the workflow
     */
    public static String checksum(final Path workflow, final Path folder) throws IOException {
        final Runnable goOn = () -> { };
        if (!Files.isDirectory(workflow) && !workflow.endsWith("workflow.knime")) {
            return Checksums.ofFile(workflow, goOn);
        }
        return Checksums.ofFiles(folder, Checksums.files(folder).stream()
            .filter(file -> !file.startsWith(folder.resolve("data"))).toList(), goOn)
            + " (of all its files but those in data)";
    }

    /** Whether a file was made or changed since the begin; clocks of file systems may be a second behind. */
    boolean isMadeByRun(final Path file) throws IOException {
        return !Files.getLastModifiedTime(file).toInstant().isBefore(start.minusSeconds(1));
    }

    /** Name of the workflow: that of its folder or archive. */
    String workflowName() {
        return (workflow.endsWith("workflow.knime") ? folder : workflow).toAbsolutePath().normalize().getFileName()
            .toString().replaceFirst("\\.(knwf|zip)$", "");
    }

    /** The arguments without values of variables and parameters that are secret by their name. */
    List<String> shownArguments() {
        return arguments.stream().map(argument -> SettingsTree.isSecret(argument)
            ? argument.replaceFirst("[=,].*", "=" + SettingsTree.SECRET) : argument).toList();
    }
}
