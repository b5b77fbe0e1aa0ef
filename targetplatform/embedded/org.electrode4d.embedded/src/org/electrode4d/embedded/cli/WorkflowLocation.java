// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.embedded.spi.Folders;
import org.electrode4d.embedded.workflow.KnwfArchive;

/** A workflow given by its folder or as an archive, which is unpacked into a temporary folder. */
final class WorkflowLocation implements AutoCloseable {

    private final Path given;
    private final Path folder;
    private final Path temporary;

    private WorkflowLocation(final Path given, final Path folder, final Path temporary) {
        this.given = given;
        this.folder = folder;
        this.temporary = temporary;
    }

    /**
     * Finds a workflow.
     *
     * @param given a folder with workflow.knime, that file itself, a .knwf or a .zip
     */
    static WorkflowLocation open(final Path given) throws IOException, CommandFailure {
        if (Files.isDirectory(given)) {
            return new WorkflowLocation(given, given, null);
        }
        if (!Files.isRegularFile(given)) {
            throw CommandFailure.arguments(given + " does not exist.",
                "Give the folder of a workflow, or a .knwf file.");
        }
        if (given.getFileName().toString().equals("workflow.knime")) {
            final Path parent = given.toAbsolutePath().getParent();
            return new WorkflowLocation(parent, parent, null);
        }
        final Path temporary = Files.createTempDirectory("electrode4d-workflow-");
        try {
            return new WorkflowLocation(given, KnwfArchive.extract(given, temporary), temporary);
        } catch (IOException e) {
            Folders.delete(temporary);
            throw Terminal.cannotLoad(e);
        }
    }

    /** The folder with workflow.knime. */
    Path folder() {
        return folder;
    }

    /** What the user gave. */
    Path given() {
        return given;
    }

    boolean isArchive() {
        return temporary != null;
    }

    /** Name of the workflow: that of its folder. */
    String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    @Override
    public void close() throws IOException {
        if (temporary != null) {
            Folders.delete(temporary);
        }
    }
}
