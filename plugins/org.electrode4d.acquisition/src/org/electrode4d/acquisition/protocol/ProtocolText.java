// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

/**
 * The text of a protocol, in YAML. The grammar is in docs/acquisition.md.
 *
 * <p>What is written is read again as an equal protocol, bit for bit: a number is written with the fewest digits that
 * are read as the same one, in the unit in which that is shortest.</p>
 */
public final class ProtocolText {

    private ProtocolText() {
    }

    /**
     * Reads a protocol.
     *
     * @param yaml its text
     * @param source named in errors: a file, or where else the text is from
     * @throws ProtocolFormatException if it is no protocol; says where, what came and what is expected
     */
    public static Protocol parse(final String yaml, final String source) {
        return ProtocolReader.read(YamlPlace.root(yaml, source));
    }

    /** Writes a protocol, with lines that end in a line feed. */
    public static String format(final Protocol protocol) {
        return new ProtocolWriter().write(protocol);
    }
}
