// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import org.electrode4d.volume.Progress;

/** Reports how many of the pore voxels are settled, and notices that nobody wants the result any more. */
final class Countdown {

    private static final int CHECK = (1 << 12) - 1;
    private static final int REPORT = (1 << 18) - 1;

    private final long total;
    private final Progress progress;
    private final String message;
    private long settled;
    private int last = -1;

    Countdown(final long total, final Progress progress, final String message) {
        this.total = total;
        this.progress = progress;
        this.message = message;
    }

    /** How many there are so far, and how far they lead. */
    Reached reached() {
        return new Reached(settled, last);
    }

    void settled(final int place) {
        last = Math.max(last, place);
        if ((++settled & CHECK) == 0) {
            progress.check();
            if ((settled & REPORT) == 0) {
                progress.report(settled / (double)total, message);
            }
        }
    }

    /**
     * What paths lead to.
     *
     * @param voxels number of them
     * @param last the largest of their places, which is in the deepest plane; -1 if there are none
     */
    record Reached(long voxels, int last) {
    }
}
