// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.io.PendingOutput;

/**
 * The state of a training in a file that outlives the process. The file is replaced after every epoch by a complete
 * one; its name contains the fingerprint of the training, so that several trainings can keep theirs in one folder. It
 * consists of eight letters, the 32 bytes of the fingerprint, the CRC-32 of the state (int), and the state.
 */
final class TrainingCheckpoint {

    private static final byte[] LETTERS = "E4D-TR-1".getBytes(StandardCharsets.US_ASCII);
    private static final int FINGERPRINT = 32;
    private static final int HEADER = LETTERS.length + FINGERPRINT + Integer.BYTES;
    private static final int DIGITS_IN_NAME = 16;

    private final Path file;
    private final byte[] fingerprint;

    /** @param fingerprint 32 bytes */
    TrainingCheckpoint(final Path folder, final byte[] fingerprint) {
        this.fingerprint = fingerprint;
        this.file = folder.resolve("training-"
            + HexFormat.of().formatHex(fingerprint).substring(0, DIGITS_IN_NAME) + ".checkpoint");
    }

    /**
     * What an earlier process kept.
     *
     * @throws LearningException if the file is damaged or of another training
     */
    Optional<TrainingState> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            final byte[] begin = new byte[LETTERS.length + FINGERPRINT];
            final byte[] expected = Arrays.copyOf(LETTERS, begin.length);
            System.arraycopy(fingerprint, 0, expected, LETTERS.length, FINGERPRINT);
            require(bytes.limit() >= HEADER);
            bytes.get(begin);
            require(Arrays.equals(expected, begin));
            final int sum = bytes.getInt();
            final byte[] state = new byte[bytes.remaining()];
            bytes.get(state);
            require(sum(state) == sum);
            return Optional.of(TrainingState.of(state));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void require(final boolean whole) {
        if (!whole) {
            throw new LearningException("The checkpoint " + file + " is damaged or of another training. Delete it to "
                + "begin anew, or choose another checkpoint folder.");
        }
    }

    /** Keeps a state; it is on the disk when this returns. */
    void write(final TrainingState state) {
        try {
            final byte[] bytes = state.bytes();
            PendingOutput.write(file, true, temporary -> {
                try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
                    out.write(ByteBuffer.allocate(HEADER).put(LETTERS).put(fingerprint).putInt(sum(bytes)).array());
                    out.write(bytes);
                }
            });
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The training has ended. */
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static UncheckedIOException failure(final IOException e) {
        return new UncheckedIOException(e.getMessage(), e);
    }

    private static int sum(final byte[] bytes) {
        final CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int)crc.getValue();
    }
}
