// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

/** The examples in the description of the encoding, https://protobuf.dev/programming-guides/encoding. */
class ProtobufMessageTest {

    private static String hex(final ProtobufMessage message) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        assertEquals(bytes.size(), message.length());
        return HexFormat.ofDelimiter(" ").formatHex(bytes.toByteArray());
    }

    @Test
    void integersHaveSevenBitsInEachByte() {
        assertEquals("08 96 01", hex(new ProtobufMessage().integer(1, 150)));
        assertEquals("08 00", hex(new ProtobufMessage().integer(1, 0)));
        assertEquals("08 fe ff ff ff ff ff ff ff ff 01", hex(new ProtobufMessage().integer(1, -2)));
        assertEquals("a0 01 07", hex(new ProtobufMessage().integer(20, 7)));
    }

    @Test
    void textsAndMessagesFollowTheirLength() {
        assertEquals("12 07 74 65 73 74 69 6e 67", hex(new ProtobufMessage().text(2, "testing")));
        assertEquals("1a 03 08 96 01",
            hex(new ProtobufMessage().message(3, new ProtobufMessage().integer(1, 150))));
    }

    @Test
    void numbersAreLittleEndian() {
        assertEquals("15 00 00 80 3f", hex(new ProtobufMessage().number(2, 1)));
        assertEquals("4a 08 00 00 80 3f 00 00 00 c0", hex(new ProtobufMessage().floats(9, new float[] {1, -2})));
    }
}
