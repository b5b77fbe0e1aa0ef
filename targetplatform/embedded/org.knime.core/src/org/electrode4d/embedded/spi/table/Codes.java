// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

/** The bytes that give {@code data.bin} its structure. */
final class Codes {

    /** Ends a row key or cell. */
    static final int END_OF_BLOCK = 0x61;

    /** Stands before a byte of content that is one of these two. */
    static final int ESCAPE = 0x62;

    /** A missing cell without error. */
    static final byte MISSING = -128;

    /** Stands before the code of a cell that was written by Java's own serialization. */
    static final byte JAVA_SERIALIZED = -127;

    /** The code of the first kind of cells; the others follow. */
    static final byte FIRST_KIND = -126;

    /** Ends a row. It is the code of the second kind too, and no block starts where it stands. */
    static final byte END_OF_ROW = -125;

    private Codes() {
    }
}
