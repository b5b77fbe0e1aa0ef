// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.acquisition.Clock;

/**
 * Scans that take a given time of a clock and are named {@code scan_0001}, {@code scan_0002}, ...; with faults where
 * they are wanted. Has no thread.
 */
public final class SimulatedScanTrigger implements ScanTrigger {

    private final Clock clock;
    private final double duration;
    private final Map<Integer, Fault> faults = new HashMap<>();
    private int asked;
    private boolean scanning;
    private double end;

    /** What can go wrong with a scan. */
    private record Fault(double delay, String reason) {
    }

    /** @param duration of each scan in seconds */
    public SimulatedScanTrigger(final Clock clock, final double duration) {
        this.clock = clock;
        this.duration = duration;
    }

    /** The scan of that number, 1 for the first, never answers. */
    public SimulatedScanTrigger silentAt(final int number) {
        return lateAt(number, Double.POSITIVE_INFINITY);
    }

    /** The scan of that number, 1 for the first, takes so many seconds longer. */
    public SimulatedScanTrigger lateAt(final int number, final double seconds) {
        faults.put(number, new Fault(seconds, ""));
        return this;
    }

    /** The scan of that number, 1 for the first, fails after its duration. */
    public SimulatedScanTrigger failingAt(final int number, final String reason) {
        faults.put(number, new Fault(0, reason));
        return this;
    }

    @Override
    public void check() {
        // always there
    }

    @Override
    public void start(final ScanRequest request) throws IOException {
        if (scanning) {
            throw new IOException("Scan " + request.step() + " cannot be asked for: a scan is still being taken. Wait "
                + "for it, or give it up.");
        }
        asked++;
        scanning = true;
        end = clock.seconds() + duration + fault().delay();
    }

    private Fault fault() {
        return faults.getOrDefault(asked, new Fault(0, ""));
    }

    @Override
    public Optional<ScanAnswer> poll() throws IOException {
        if (!scanning || clock.seconds() < end) {
            return Optional.empty();
        }
        scanning = false;
        if (!fault().reason().isEmpty()) {
            throw new IOException("The simulated scan " + asked + " failed: " + fault().reason());
        }
        return Optional.of(new ScanAnswer(String.format(Locale.ROOT, "scan_%04d", asked)));
    }

    @Override
    public void abort() {
        scanning = false;
    }

    @Override
    public void close() {
        abort();
    }
}
