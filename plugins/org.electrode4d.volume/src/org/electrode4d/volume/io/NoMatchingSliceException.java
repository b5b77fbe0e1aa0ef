// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.nio.file.Path;

/**
 * A folder is there, but none of its files has a name that the slice pattern matches.
 */
public final class NoMatchingSliceException extends VolumeFormatException {

    private static final long serialVersionUID = 1L;

    public NoMatchingSliceException(final Path folder, final String pattern, final String present) {
        super(folder, "No file name matches " + pattern + ". " + present);
    }
}
