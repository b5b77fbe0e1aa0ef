// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Progress;

/** Can be cancelled, but leaves the progress where it is. */
record SilentProgress(Progress progress) implements Progress {

    @Override
    public void check() {
        progress.check();
    }

    @Override
    public void report(final double fraction, final String message) {
        progress.check();
    }
}
