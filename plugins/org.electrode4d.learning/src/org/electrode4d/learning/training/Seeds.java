// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

/** Numbers that look random but are functions of what they are for. */
final class Seeds {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Seeds() {
    }

    /** A seed for one purpose: equal parts in equal order give the same. The finaliser of SplitMix64, part by part. */
    static long of(final long... parts) {
        long seed = 0;
        for (final long part : parts) {
            seed = mix(seed + GOLDEN ^ mix(part + GOLDEN));
        }
        return seed;
    }

    private static long mix(final long bits) {
        final long once = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        final long twice = (once ^ once >>> 27) * 0x94d049bb133111ebL;
        return twice ^ twice >>> 31;
    }
}
