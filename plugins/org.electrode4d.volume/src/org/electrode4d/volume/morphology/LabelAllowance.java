// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import java.util.concurrent.atomic.AtomicLong;
import org.electrode4d.volume.VolumeException;

/** How many provisional labels the slabs of a volume may make together before memory would run out. */
final class LabelAllowance {

    /** A parent, a size and a number. */
    private static final int BYTES = 12;
    private static final double HEAP_SHARE = 0.25;

    private final String name;
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    LabelAllowance(final String name, final long limit) {
        this.name = name;
        this.limit = Math.min(limit, Integer.MAX_VALUE - 8);
    }

    static LabelAllowance ofHeap(final String name) {
        return new LabelAllowance(name, (long)(HEAP_SHARE / BYTES * Runtime.getRuntime().maxMemory()));
    }

    /** @throws VolumeException if there are not so many more */
    void take(final int labels) {
        if (taken.addAndGet(labels) > limit) {
            throw new VolumeException(name + " falls into too many pieces: more than " + limit + " of them do "
                + "not fit into memory. It is mostly noise: filter the grey values before the threshold or choose "
                + "another one, or give the program more heap (-Xmx).");
        }
    }
}
