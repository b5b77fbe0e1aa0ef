// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.io.IOException;
import java.nio.file.Path;

/** A file of a workflow that cannot be read: which file, where in it, what was found, what is expected. */
public final class WorkflowFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;

    private final String remedy;

    /**
     * @param file the file
     * @param problem what is wrong with it, with the line where known
     * @param remedy what the user can do
     * @param cause the cause, or null
     */
    public WorkflowFormatException(final Path file, final String problem, final String remedy, final Throwable cause) {
        super(file + ": " + problem, cause);
        this.file = file;
        this.remedy = remedy;
    }

    /** The file that cannot be read. */
    public Path file() {
        return file;
    }

    /** What the user can do. */
    public String remedy() {
        return remedy;
    }
}
