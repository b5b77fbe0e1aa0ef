// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;

/**
 * The results of finished blocks in a file that outlives the process. The file begins with eight letters and the 32
 * bytes of a fingerprint of the correlation; then come records that are only ever appended: length of the payload
 * (int), its CRC-32 (int), payload (key, number of nodes, their results). A record is on the disk before the next block
 * begins. What a killed process left half-written at the end does not fit its checksum and is cut off.
 */
final class Checkpoint implements AutoCloseable {

    private static final byte[] LETTERS = "E4D-LC-1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 40;

    private final Path file;
    private final FileChannel channel;
    private final Map<String, List<NodeResult>> known = new HashMap<>();
    private boolean replaced;

    private Checkpoint(final Path file, final FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a file, or begins it anew if there is none or it is of another correlation.
     *
     * @param fingerprint 32 bytes
     * @throws CorrelationException if another run uses the file
     * @throws UncheckedIOException if the file cannot be read and written
     */
    static Checkpoint open(final Path file, final byte[] fingerprint) {
        try {
            makeFolder(file.toAbsolutePath().getParent());
            final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
            final Checkpoint checkpoint = new Checkpoint(file, channel);
            try {
                checkpoint.lock();
                checkpoint.read(fingerprint);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            return checkpoint;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static void makeFolder(final Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Files.createDirectories(folder);
    }

    private void lock() throws IOException {
        boolean free;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false;
        }
        if (!free) {
            throw new CorrelationException("The checkpoint " + file + " is in use by another correlation of the same "
                + "volumes. Wait until that has finished, or choose another checkpoint folder.");
        }
    }

    private void read(final byte[] fingerprint) throws IOException {
        final byte[] wanted = Arrays.copyOf(LETTERS, HEADER);
        System.arraycopy(fingerprint, 0, wanted, LETTERS.length, HEADER - LETTERS.length);
        final byte[] found = new byte[HEADER];
        final ByteBuffer header = ByteBuffer.wrap(found);
        while (header.hasRemaining() && channel.read(header) >= 0) {
            continue;
        }
        if (Arrays.equals(wanted, found)) {
            readRecords();
        } else {
            replaced = !header.hasRemaining();
            channel.truncate(0);
            write(ByteBuffer.wrap(wanted));
        }
    }

    private void readRecords() throws IOException {
        final DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
        long end = HEADER;
        while (channel.size() - end >= 2 * Integer.BYTES) {
            final int length = in.readInt();
            final int sum = in.readInt();
            if (length <= 0 || length > channel.size() - end - 2 * Integer.BYTES) {
                break;
            }
            final byte[] payload = in.readNBytes(length);
            if (sum(payload) != sum) {
                break;
            }
            take(payload);
            end += 2 * Integer.BYTES + length;
        }
        channel.truncate(end);
        channel.position(end);
    }

    private void take(final byte[] payload) throws IOException {
        final DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        final String key = in.readUTF();
        final int count = in.readInt();
        final List<NodeResult> results = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            results.add(NodeResultData.read(in));
        }
        known.put(key, List.copyOf(results));
    }

    private static int sum(final byte[] payload) {
        final CRC32 crc = new CRC32();
        crc.update(payload);
        return (int)crc.getValue();
    }

    /** Whether the file held the blocks of another correlation, which are gone now. */
    boolean hasReplaced() {
        return replaced;
    }

    Path file() {
        return file;
    }

    /** The results of a block that an earlier process finished. */
    Optional<List<NodeResult>> find(final String key) {
        return Optional.ofNullable(known.get(key));
    }

    /**
     * Keeps the results of a block; they are on the disk when this returns.
     *
     * @throws UncheckedIOException if the disk is full or gone
     */
    void add(final String key, final List<NodeResult> results) {
        try {
            final ByteArrayOutputStream payload = new ByteArrayOutputStream();
            final DataOutputStream out = new DataOutputStream(payload);
            out.writeUTF(key);
            out.writeInt(results.size());
            for (final NodeResult result : results) {
                NodeResultData.write(result, out);
            }
            final byte[] bytes = payload.toByteArray();
            write(ByteBuffer.allocate(2 * Integer.BYTES + bytes.length).putInt(bytes.length).putInt(sum(bytes))
                .put(bytes).flip());
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private void write(final ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    private static RuntimeException failure(final Path file, final IOException e) {
        if (e instanceof ClosedByInterruptException) {
            return new CancellationException("Writing " + file + " was interrupted.");
        }
        return new UncheckedIOException(e instanceof FileSystemException files && files.getReason() == null ? e
            : new IOException("The checkpoint " + file + " cannot be read and written: " + e.getMessage()
                + ". Check that its folder has enough space, or choose another checkpoint folder.", e));
    }

    /** Leaves the file where it is. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }
}
