// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Progress;

/** Tells how many nodes of a pass are done and how long the rest will take: "Node spacing 35: 420 of 1331 nodes". */
final class NodeProgress {

    private final Progress progress;
    private final String what;
    private final int total;
    private final RemainingTime remaining;
    private int done;

    /** @param what is being done, begins the message */
    NodeProgress(final Progress progress, final String what, final int total, final RemainingTime remaining) {
        this.progress = progress;
        this.what = what;
        this.total = Math.max(1, total);
        this.remaining = remaining;
    }

    void check() {
        progress.check();
    }

    /** Nodes that needed no time. */
    void skip(final int nodes) {
        remaining.give(nodes / (double)total);
        finish(nodes);
    }

    /** Nodes that were worked on under {@link #block}. */
    void finish(final int nodes) {
        done += nodes;
        report(done);
    }

    /** Progress of the next nodes, all together 0 to 1. */
    Progress block(final int nodes) {
        final int before = done;
        return new Progress() {
            @Override
            public void check() {
                progress.check();
            }

            @Override
            public void report(final double fraction, final String message) {
                NodeProgress.this.report(before + fraction * nodes);
            }
        };
    }

    /** Can be cancelled, but leaves the progress where it is. */
    Progress silent() {
        return new SilentProgress(progress);
    }

    private void report(final double nodes) {
        final double fraction = nodes / total;
        progress.report(fraction, what + ": " + Math.round(nodes) + " of " + total + " nodes"
            + remaining.text(fraction));
    }
}
