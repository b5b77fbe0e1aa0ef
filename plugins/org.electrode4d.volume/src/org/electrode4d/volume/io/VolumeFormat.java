// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Reads and writes volumes in one file format. Opening reads headers only; voxels are loaded when somebody looks.
 * Writing goes block by block, so that neither needs memory for a whole volume. Stateless.
 */
public interface VolumeFormat {

    /** Whether a file or folder looks like one of this format, by its name and what is in a folder. */
    boolean recognises(Path path);

    /**
     * @throws VolumeFormatException for a file that is malformed, truncated or of a kind that is not supported
     * @throws MissingVoxelSizeException if neither the file nor the source says how large a voxel is
     * @throws IOException if the file cannot be read
     */
    Volume open(VolumeSource source) throws IOException;

    /** What {@link #write} can do; the first is what it does best. */
    Set<Compression> compressions();

    /**
     * Writes a new file, in place: {@link VolumeFiles#write} gives it a temporary one and moves that when complete.
     * The same volume and options give the same bytes, whatever the number of threads.
     *
     * @throws IOException if the file cannot be written or the volume not be read; possibly wrapped into an
     *             {@link java.io.UncheckedIOException}
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    void write(Volume volume, Path file, WriteOptions options, Progress progress) throws IOException;
}
