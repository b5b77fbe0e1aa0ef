// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Size;

class BlockTest {

    @Property
    void blocksAreReadBack(@ForAll @Size(max = 5) final List<byte[]> blocks) throws IOException {
        check(blocks);
    }

    @Property
    void blocksOfMarksAreReadBack(@ForAll @Size(max = 5) final List<@Size(max = 8) List<@ByteRange(min = 0x60,
        max = 0x63) Byte>> blocks) throws IOException {
        check(blocks.stream().map(block -> {
            byte[] bytes = new byte[block.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = block.get(i);
            }
            return bytes;
        }).toList());
    }

    private static void check(final List<byte[]> blocks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BlockOutput out = new BlockOutput(bytes);
        for (byte[] block : blocks) {
            out.write(block);
            out.endBlock();
        }
        out.endRow();
        BlockInput in = new BlockInput(new ByteArrayInputStream(bytes.toByteArray()));
        for (byte[] block : blocks) {
            assertArrayEquals(block, in.readAllBytes());
            in.endBlock();
        }
        assertTrue(in.readEndOfRow());
    }

    @Test
    void theRestOfABlockIsSkipped() throws IOException {
        BlockInput in = new BlockInput(new ByteArrayInputStream(new byte[]{1, 2, 3, 0x61, 4, 0x61}));
        assertEquals(1, in.read());
        in.endBlock();
        assertEquals(4, in.read());
        in.endBlock();
        assertThrows(EOFException.class, in::endBlock);
    }

    @Property
    void stringsAreReadBack(@ForAll final String s) throws IOException {
        assertEquals(s, copy(s));
    }

    @Test
    void longStringsAreReadBack() throws IOException {
        assertEquals("x".repeat(0xFFFE), copy("x".repeat(0xFFFE)));
        assertEquals("µ€\u0000".repeat(30_000), copy("µ€\u0000".repeat(30_000)));
    }

    private static String copy(final String s) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LongUtf.write(s, new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        String copy = LongUtf.read(in);
        assertEquals(-1, in.read());
        return copy;
    }
}
