// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.Arrays;

/** The most frequent of some labels. */
final class Majority {

    private Majority() {
    }

    /** @param votes is sorted; of equally frequent ones the smallest is taken */
    static int of(final int[] votes, final int count) {
        boolean alike = true;
        for (int i = 1; i < count && alike; i++) {
            alike = votes[i] == votes[0];
        }
        if (alike) {
            return votes[0];
        }
        Arrays.sort(votes, 0, count);
        int best = votes[0];
        int most = 0;
        int run = 0;
        for (int i = 0; i < count; i++) {
            run = i > 0 && votes[i] == votes[i - 1] ? run + 1 : 1;
            if (run > most) {
                most = run;
                best = votes[i];
            }
        }
        return best;
    }
}
