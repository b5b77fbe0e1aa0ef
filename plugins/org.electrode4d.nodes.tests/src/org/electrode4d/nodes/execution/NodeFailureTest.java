// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.knime.core.node.message.Message;

/** What users read of failures of the file system and of the code. */
class NodeFailureTest {

    private static void assertSays(final String summary, final String resolution, final Exception failure) {
        final Message message = NodeFailure.of(failure).getKNIMEMessage();
        assertEquals(summary, message.getSummary());
        assertEquals(List.of(resolution), message.getResolutions());
    }

    @Test
    void aFolderThatMustNotBeWritten() {
        assertSays("Access to /data/out is denied.", "Choose another folder, or ask for the rights.",
            new AccessDeniedException("/data/out"));
        assertSays("/data/out: Read-only file system", "Choose another folder, or ask for the right to write there.",
            new FileSystemException("/data/out", null, "Read-only file system"));
    }

    @Test
    void aFullDiskWhileVoxelsAreWrittenByManyThreads() {
        assertSays("/data/out/T0.tif: No space left on device",
            "Free space on the disk, or choose a folder on another one.", new CompletionException(
                new UncheckedIOException(new FileSystemException("/data/out/T0.tif", null, "No space left on device"))));
    }

    @Test
    void filesAreNamedAsTheUserWillFindThem() {
        assertSays("Cannot write /data/out/T0.tif", "Check that the file or folder is there and can be read and written.",
            new IOException("Cannot write /data/out/.electrode4d-123/T0.tif"));
    }

    @Test
    void aFaultOfTheCodeIsNotBlamedOnTheUser() {
        assertSays("The node failed unexpectedly: index 7", "Please report this with the log of KNIME and, if possible, "
            + "with the data.", new IllegalStateException("index 7"));
    }
}
