// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A volume could not be written: no such folder, no permission, no space. Nothing is left behind.
 */
public final class VolumeWriteException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path path;

    public VolumeWriteException(final Path path, final String problem) {
        this(path, problem, null);
    }

    public VolumeWriteException(final Path path, final String problem, final Throwable cause) {
        super("Cannot write " + path + ": " + problem, cause);
        this.path = path;
    }

    /** The file or folder that was to be written. */
    public Path path() {
        return path;
    }
}
