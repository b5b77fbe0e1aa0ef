// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.electrode4d.learning.LearningException;
import org.junit.jupiter.api.Test;

class ForestBytesTest {

    private static final Clouds CLOUDS = new Clouds(new double[] {0, 2, 4, 6, 8}, new int[] {20, 20, 20, 20, 20}, 1);
    private static final byte[] BYTES =
        ForestBytes.write(CLOUDS.grow(new ForestSettings(5, 64, 1, 0, true, 1)).forest());

    @Test
    void aForestIsTheSameAfterReading() {
        final RandomForest read = ForestBytes.read(BYTES);

        assertArrayEquals(BYTES, ForestBytes.write(read));
        assertEquals(5, read.trees());
        assertEquals(5, read.classes());
    }

    /** The bytes of the first version, and the classes that it told. */
    @Test
    void whatTheFirstVersionWroteIsRead() throws IOException {
        final byte[] stored;
        final String told;
        try (InputStream bytes = getClass().getResourceAsStream("forest-1.bin");
            InputStream classes = getClass().getResourceAsStream("forest-1.txt")) {
            stored = bytes.readAllBytes();
            told = new String(classes.readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
        final StringBuilder found = new StringBuilder();
        for (final byte one : CLOUDS.classified(ForestBytes.read(stored))) {
            found.append(one);
        }
        assertEquals(told, found.toString());
    }

    @Test
    void damagedBytesAreRefused() {
        assertEquals("The forest is damaged: it ends too early. Copy or write the model again.",
            refused(Arrays.copyOf(BYTES, BYTES.length - 1)));
        assertEquals("The forest is damaged: there are bytes behind its end. Copy or write the model again.",
            refused(Arrays.copyOf(BYTES, BYTES.length + 1)));
        assertEquals("The forest is damaged: it begins with other bytes. Copy or write the model again.",
            refused(new byte[20]));
        final byte[] newer = BYTES.clone();
        newer[7] = 2;
        assertEquals("The forest has version 2, but this program knows 1 only. Update Electrode4D.", refused(newer));
    }

    /** No byte may lead a voxel round in circles or out of the arrays. */
    @Test
    void changedBytesAreRefusedOrStillTellClasses() {
        for (int i = 8; i < BYTES.length; i += 7) {
            final byte[] changed = BYTES.clone();
            changed[i] ^= 0x55;
            try {
                CLOUDS.classified(ForestBytes.read(changed));
            } catch (LearningException e) {
                assertEquals("The forest is damaged", e.getMessage().substring(0, 21));
            } catch (IndexOutOfBoundsException e) {
                throw new AssertionError("byte " + i, e);
            }
        }
    }

    private static String refused(final byte[] bytes) {
        return assertThrows(LearningException.class, () -> ForestBytes.read(bytes)).getMessage();
    }
}
