// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second writer from a log, by a lock on a file of its own beside it, {@code run.log.lock}. The log itself is
 * not locked: where locks are mandatory nobody could read it, and where they are POSIX ones a reader in the same
 * program that closes the log would take the lock away. For the same reason the locks of this program are kept in a
 * set, too. The lock ends with the program, however it ends; the empty file stays, because deleting it could let two
 * others in.
 */
final class LogLock implements Closeable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private LogLock(final Path file, final FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param log in a folder that exists
     * @throws IOException if somebody else holds it
     */
    static LogLock take(final Path log) throws IOException {
        final Path real = Files.exists(log) ? log.toRealPath()
            : log.toAbsolutePath().getParent().toRealPath().resolve(log.getFileName());
        final Path file = real.resolveSibling(real.getFileName() + ".lock");
        if (!HELD.add(file)) {
            throw inUse(log, "this program");
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = channel.tryLock() != null;
            if (!locked) {
                throw inUse(log, "another program");
            }
            return new LogLock(file, channel);
        } catch (OverlappingFileLockException e) {
            // the same file by another name
            throw inUse(log, "this program");
        } finally {
            if (!locked) {
                HELD.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static IOException inUse(final Path log, final String who) {
        return new IOException(log + ": The log is being written by " + who
            + ". Two runs must not share a log: wait for the other run to end, or choose another file.");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
