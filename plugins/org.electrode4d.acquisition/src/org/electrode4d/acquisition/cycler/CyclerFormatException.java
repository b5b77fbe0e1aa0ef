// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.io.IOException;
import java.nio.file.Path;

/** A log that cannot be understood. The message names the file and, where there is one, line, column and value. */
public final class CyclerFormatException extends IOException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 60;

    /**
     * @param file that was read
     * @param problem what is wrong, and what was expected
     */
    public CyclerFormatException(final Path file, final String problem) {
        super(file + ": " + problem);
    }

    /**
     * @param file that was read
     * @param line from 1
     * @param problem what is wrong, and what was expected
     */
    public CyclerFormatException(final Path file, final int line, final String problem) {
        this(file, "Line " + line + ": " + problem);
    }

    /** A value as a message quotes it: no longer than a line. */
    static String quote(final String value) {
        return "'" + (value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...") + "'";
    }
}
