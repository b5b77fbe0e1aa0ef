// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.machine.Phase;

/** Puts the records of scans together to scans. */
final class ScanHistory {

    private final List<LoggedScan> scans = new ArrayList<>();
    private double restStart = Double.NaN;

    void take(final LogRecord logged) {
        final LogEvent event = logged.event();
        if (event instanceof LogEvent.Changed changed) {
            if (changed.transition().state().position().phase() == Phase.BEFORE_SCAN) {
                restStart = logged.time();
            }
        } else if (event instanceof LogEvent.ScanRequested requested) {
            final double rest = restStart == restStart ? logged.time() - restStart : 0;
            scans.add(new LoggedScan(requested.request(), LoggedScan.Moment.of(logged), Optional.empty(), "", "",
                rest));
            restStart = Double.NaN;
        } else if (event instanceof LogEvent.ScanFinished finished) {
            answer(logged, finished.step(), finished.scanId(), "");
        } else if (event instanceof LogEvent.ScanFailed failed) {
            answer(logged, failed.step(), "", String.valueOf(failed.reason()));
        }
    }

    /** The last scan of the step that waits for an answer; an answer whose request was lost makes no scan. */
    private void answer(final LogRecord logged, final String step, final String id, final String reason) {
        for (int i = scans.size() - 1; i >= 0; i--) {
            final LoggedScan scan = scans.get(i);
            if (scan.answered().isEmpty() && scan.request().step().equals(step)) {
                scans.set(i, scan.answered(logged, id, reason));
                return;
            }
        }
    }

    List<LoggedScan> scans() {
        return List.copyOf(scans);
    }
}
