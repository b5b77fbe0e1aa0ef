// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

/** Ends a command with an exit code and a message for the user: where, what, and what to do. */
final class CommandFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String remedy;

    /**
     * @param exitCode one of {@link ExitCode}
     * @param problem which node, file or value; what was found; what was expected
     * @param remedy what the user can do; may be empty
     * @param cause shown with --debug, may be null
     */
    CommandFailure(final int exitCode, final String problem, final String remedy, final Throwable cause) {
        super(problem, cause);
        this.exitCode = exitCode;
        this.remedy = remedy;
    }

    static CommandFailure arguments(final String problem, final String remedy) {
        return new CommandFailure(ExitCode.ARGUMENTS, problem, remedy, null);
    }

    int exitCode() {
        return exitCode;
    }

    String remedy() {
        return remedy;
    }
}
