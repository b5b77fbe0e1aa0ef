// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.io.IOException;
import java.nio.file.Path;

import org.electrode4d.volume.Progress;

/** A layout of logs. Implementations hold no state. */
public interface CyclerFormat {

    /** Name for people, such as "Maccor text". */
    String name();

    /**
     * Whether a file is of this layout, by its content alone. No file may be recognised by two formats.
     *
     * @param head up to the first 64 kB, one character per byte
     */
    boolean recognises(String head);

    /**
     * Reads a log line by line.
     *
     * @throws CyclerFormatException naming file, line, column, value and what was expected
     * @throws IOException if the file cannot be read
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    CyclingSeries read(Path file, CyclerOptions options, Progress progress) throws IOException;
}
