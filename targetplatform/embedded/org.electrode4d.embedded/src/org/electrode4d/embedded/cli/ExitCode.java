// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

/** The exit codes of KNIME's batch application. */
public final class ExitCode {

    /** Everything went well. */
    public static final int SUCCESS = 0;

    /** An argument is wrong or missing. */
    public static final int ARGUMENTS = 2;

    /** The workflow, or a part of it, could not be loaded. */
    public static final int LOAD = 3;

    /** A node failed, could not be executed, or the run was stopped. */
    public static final int EXECUTION = 4;

    private ExitCode() {
    }
}
