// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.util.Optional;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.scan.ScanAnswer;
import org.electrode4d.acquisition.scan.ScanRequest;
import org.electrode4d.acquisition.scan.ScanTrigger;

/** A tomography control that takes 4.1 s for a scan, or fails as it is told. */
final class FakeScans implements ScanTrigger {

    /** Where a failure can be. */
    enum Fault {
        NONE, CHECK, START, POLL, POLL_BUG, ABORT, NEVER_ANSWERS
    }

    static final double TIME = 4.1;

    Fault fault = Fault.NONE;
    boolean aborted;
    private final Clock clock;
    private Optional<ScanRequest> pending = Optional.empty();
    private double start;

    FakeScans(final Clock clock) {
        this.clock = clock;
    }

    private void fail(final Fault where) throws IOException {
        if (fault == where) {
            throw new IOException("the tomography control is gone: " + where);
        }
    }

    @Override
    public void check() throws IOException {
        fail(Fault.CHECK);
    }

    @Override
    public void start(final ScanRequest request) throws IOException {
        fail(Fault.START);
        pending = Optional.of(request);
        start = clock.seconds();
    }

    @Override
    public Optional<ScanAnswer> poll() throws IOException {
        fail(Fault.POLL);
        if (fault == Fault.POLL_BUG) {
            throw new IllegalStateException("a bug");
        }
        final boolean done = fault != Fault.NEVER_ANSWERS && fault != Fault.ABORT && clock.seconds() >= start + TIME;
        final Optional<ScanAnswer> answer = done ? pending.map(p -> new ScanAnswer("scan-" + p.step()))
            : Optional.empty();
        pending = done ? Optional.empty() : pending;
        return answer;
    }

    @Override
    public void abort() throws IOException {
        aborted = true;
        fail(Fault.ABORT);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
