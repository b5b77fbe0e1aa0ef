// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.knime.core.util.DuplicateKeyException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowKeysTest {

    @Property
    void aKeyIsRefusedExactlyIfItWasThere(@ForAll final List<@IntRange(max = 12) Integer> numbers) {
        RowKeys keys = new RowKeys();
        Set<String> known = new HashSet<>();
        for (int number : numbers) {
            String key = number == 12 ? "Row01" : "Row" + number;
            if (known.add(key)) {
                keys.add(key);
            } else {
                assertEquals(key, assertThrows(DuplicateKeyException.class, () -> keys.add(key)).getKey());
            }
        }
    }

    @Test
    void keysThatLookLikeDefaultOnesAreNone() {
        RowKeys keys = new RowKeys();
        for (String key : List.of("Row0", "Row00", "Row", "row0", "Row-1", "Row99999999999999999999", "Row1")) {
            keys.add(key);
        }
        assertThrows(DuplicateKeyException.class, () -> keys.add("Row00"));
        assertThrows(DuplicateKeyException.class, () -> keys.add("Row1"));
    }
}
