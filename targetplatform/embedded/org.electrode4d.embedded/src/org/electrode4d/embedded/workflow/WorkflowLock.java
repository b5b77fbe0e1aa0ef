// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Respects the lock that a running KNIME holds on a workflow it has open: the file {@code .knimeLock}. */
final class WorkflowLock implements AutoCloseable {

    static final String FILE = ".knimeLock";

    private final FileChannel channel;

    private WorkflowLock(final FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a workflow folder for writing, if KNIME ever locked it.
     *
     * @throws IOException if another program has the workflow open
     */
    static WorkflowLock acquire(final Path folder) throws IOException {
        final Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new WorkflowLock(null);
        }
        final FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new WorkflowLock(channel);
            }
            channel.close();
            throw inUse(folder, null);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(folder, e);
        }
    }

    private static IOException inUse(final Path folder, final Exception cause) {
        return new IOException(folder + " is open in KNIME; close it there, or save into another folder.", cause);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
