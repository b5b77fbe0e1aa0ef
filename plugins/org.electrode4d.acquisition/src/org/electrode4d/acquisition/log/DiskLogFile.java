// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * A log on a disk. Written through a stream and not through a channel, because a channel is closed for good when its
 * thread is interrupted, and a run that is cancelled has still to log its way into the safe state.
 */
final class DiskLogFile implements LogFile {

    /** Bytes that are held back. */
    static final int RESERVE = 1 << 16;

    private final Path reserve;
    private final LogLock lock;
    private final FileOutputStream stream;

    private DiskLogFile(final Path file, final LogLock lock) throws IOException {
        this.reserve = reserveOf(file);
        this.lock = lock;
        this.stream = new FileOutputStream(file.toFile(), true);
        try {
            reserve();
        } catch (IOException e) {
            try {
                stream.close();
                Files.deleteIfExists(reserve);
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw new IOException(file + ": Not even the " + RESERVE / 1024 + " KiB that are held back for the end of "
                + "the run could be written beside it (" + e.getMessage() + "). Free some space on the disk.", e);
        }
    }

    /** A new file that is locked. */
    static DiskLogFile create(final Path file) throws IOException {
        final Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IOException(file + ": There is no folder " + folder + " for the log. Make it, or choose another "
                + "folder.");
        }
        final LogLock lock = LogLock.take(file);
        try {
            Files.createFile(file);
            final DiskLogFile made = openNew(file, lock);
            forceFolder(folder);
            return made;
        } catch (FileAlreadyExistsException e) {
            throw release(lock, new IOException(file + ": The log exists already, and is not written over. Choose "
                + "another name, or resume the run.", e));
        } catch (IOException e) {
            throw release(lock, e);
        }
    }

    private static DiskLogFile openNew(final Path file, final LogLock lock) throws IOException {
        try {
            return new DiskLogFile(file, lock);
        } catch (IOException e) {
            try {
                Files.delete(file);
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** An existing file that is locked; what is in it stays. */
    static DiskLogFile open(final Path file, final LogLock lock) throws IOException {
        return new DiskLogFile(file, lock);
    }

    static IOException release(final LogLock lock, final IOException reason) {
        try {
            lock.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return reason;
    }

    static Path reserveOf(final Path file) {
        return file.resolveSibling(file.getFileName() + ".reserve");
    }

    /** Random bytes: a file system that compresses, or leaves holes for zeros, would hold nothing back. */
    private void reserve() throws IOException {
        final byte[] bytes = new byte[RESERVE];
        new Random(0).nextBytes(bytes);
        try (FileOutputStream out = new FileOutputStream(reserve.toFile())) {
            out.write(bytes);
            out.getFD().sync();
        }
    }

    /** Lets the name of a new file survive a power loss. Windows and some network drives cannot and need not. */
    private static void forceFolder(final Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // a folder that cannot be forced is no reason not to run: the file itself is forced with every record
            return;
        }
    }

    @Override
    public void append(final ByteBuffer bytes) throws IOException {
        stream.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        bytes.position(bytes.limit());
    }

    @Override
    public void force() throws IOException {
        stream.getFD().sync();
    }

    @Override
    public void releaseReserve() throws IOException {
        Files.deleteIfExists(reserve);
    }

    @Override
    public void close() throws IOException {
        try (LogLock held = lock; FileOutputStream open = stream) {
            releaseReserve();
        }
    }
}
