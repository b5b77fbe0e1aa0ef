// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file does not hold a volume that can be read: it is malformed, truncated, or of a kind that is not supported. The
 * message names the file, what was found, what was expected, and what to do.
 */
public class VolumeFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path path;

    public VolumeFormatException(final Path path, final String problem) {
        super(path + ": " + problem);
        this.path = path;
    }

    public VolumeFormatException(final Path path, final String problem, final Throwable cause) {
        super(path + ": " + problem, cause);
        this.path = path;
    }

    /** The file or folder. */
    public Path path() {
        return path;
    }
}
