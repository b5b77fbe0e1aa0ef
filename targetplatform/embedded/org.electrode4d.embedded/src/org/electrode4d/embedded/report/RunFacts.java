// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.electrode4d.report.workflow.SettingsTree;

/**
 * What a report tells of a run beside its workflow.
 *
 * @param arguments of the command line
 * @param workflow folder or archive as it was given
 * @param folder of the workflow; of an archive, where it was unpacked
 * @param out folder of the results, or null
 * @param start when the run began
 * @param end when the last node had ended
 * @param memory the most that was used, as text
 */
public record RunFacts(List<String> arguments, Path workflow, Path folder, Path out, Instant start, Instant end,
    String memory) {

    /** Copies the arguments. */
    public RunFacts {
        arguments = List.copyOf(arguments);
    }

    /** Name of the workflow: that of its folder or archive. */
    String workflowName() {
        return workflow.toAbsolutePath().normalize().getFileName().toString().replaceFirst("\\.(knwf|zip)$", "");
    }

    /** The arguments without values of variables and parameters that are secret by their name. */
    List<String> shownArguments() {
        return arguments.stream().map(argument -> SettingsTree.isSecret(argument)
            ? argument.replaceFirst("[=,].*", "=" + SettingsTree.SECRET) : argument).toList();
    }
}
