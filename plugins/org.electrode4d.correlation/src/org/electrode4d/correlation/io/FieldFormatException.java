// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import java.io.IOException;
import java.nio.file.Path;

/** A file does not hold the field that was expected; the message names file, place and what to do. */
public final class FieldFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    FieldFormatException(final Path file, final String problem) {
        super(file + ": " + problem);
    }

    FieldFormatException(final Path file, final String problem, final Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
