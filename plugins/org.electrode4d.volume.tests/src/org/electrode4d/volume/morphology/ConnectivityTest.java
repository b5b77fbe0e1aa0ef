// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectivityTest {

    @ParameterizedTest
    @EnumSource
    void touchesAsManyAsItIsCalled(final Connectivity connectivity) {
        int count = 0;
        for (int i = 0; i < 27; i++) {
            if (connectivity.connects(i % 3 - 1, i / 3 % 3 - 1, i / 9 - 1)) {
                count++;
            }
        }
        assertEquals(connectivity.neighbours(), count);
    }
}
