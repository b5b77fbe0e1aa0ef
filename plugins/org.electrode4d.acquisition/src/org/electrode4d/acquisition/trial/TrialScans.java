// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import java.io.IOException;
import java.util.Optional;

import org.electrode4d.acquisition.scan.ScanAnswer;
import org.electrode4d.acquisition.scan.ScanRequest;
import org.electrode4d.acquisition.scan.ScanTrigger;
import org.electrode4d.acquisition.scan.SimulatedScanTrigger;

/** The tomography control as a program sees it; notices a scan that begins while current flows. */
final class TrialScans implements ScanTrigger {

    private static final double LATE = 40;

    private final SimulatedScanTrigger scans;
    private final TrialStation station;
    private final Life life;

    TrialScans(final TrialStation station, final Misfortune misfortune, final double duration, final int done,
        final Life life) {
        this.station = station;
        this.life = life;
        this.scans = new SimulatedScanTrigger(life, duration);
        for (int i = done; i < misfortune.scans().size(); i++) {
            final int number = i - done + 1;
            switch (misfortune.scans().get(i)) {
                case SILENT -> scans.silentAt(number);
                case LATE -> scans.lateAt(number, LATE);
                case FAILS -> scans.failingAt(number, "shutter closed");
                case NONE -> {
                    // works
                }
            }
        }
    }

    @Override
    public void check() {
        scans.check();
    }

    @Override
    public void start(final ScanRequest request) throws IOException {
        life.check();
        station.noteScan(request.step());
        scans.start(request);
    }

    @Override
    public Optional<ScanAnswer> poll() throws IOException {
        life.check();
        return scans.poll();
    }

    @Override
    public void abort() {
        scans.abort();
    }

    @Override
    public void close() {
        scans.close();
    }
}
