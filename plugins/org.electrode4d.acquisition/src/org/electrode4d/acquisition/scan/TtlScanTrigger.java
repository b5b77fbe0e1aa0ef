// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.IOException;
import java.util.Locale;

import org.electrode4d.acquisition.link.ControlLines;

/**
 * Asks for scans by a line of a serial port and learns their end from another one, looked at every 5 ms. The output is
 * released at the end of a scan, when it is given up, and on closing.
 */
public final class TtlScanTrigger extends BlockingScanTrigger {

    /** Where the number of the scan goes in its identifier. */
    static final String NUMBER = "{number}";

    private static final double LOOK = 0.005;

    private final ScanTriggerSetup.Ttl setup;
    private final ControlLines lines;
    private int number;
    private boolean closed;

    /** @param lines are closed with the trigger */
    public TtlScanTrigger(final ScanTriggerSetup.Ttl setup, final ControlLines lines) {
        this.setup = setup;
        this.lines = lines;
        this.number = setup.firstNumber();
    }

    /** Whether the input is released, as it must be before a scan. */
    @Override
    public void check() throws IOException {
        output(false);
        requireReleased();
    }

    private void requireReleased() throws IOException {
        if (input()) {
            throw new IOException(lines.name() + ": " + setup.signal().input() + " is asserted though no scan is being "
                + "taken. Wait until the tomography control is ready, or check the wiring and what the line means.");
        }
    }

    @Override
    protected String take(final ScanRequest asked, final AbortSignal abort) throws IOException {
        final TtlSignal signal = setup.signal();
        requireReleased();
        abort.check();
        try {
            output(true);
            if (signal.pulse() > 0) {
                abort.pause(signal.pulse());
                output(false);
            }
            await(abort, signal);
        } finally {
            output(false);
        }
        return identifier(asked);
    }

    private void await(final AbortSignal abort, final TtlSignal signal) throws IOException {
        if (signal.meaning() == TtlSignal.Meaning.DONE) {
            while (!input()) {
                abort.pause(LOOK);
            }
            return;
        }
        for (double waited = 0; !input(); waited += LOOK) {
            if (waited > signal.answerTime()) {
                throw new IOException(lines.name() + ": " + signal.input() + " was not asserted within "
                    + signal.answerTime() + " s after " + signal.output() + ": no scan has begun. Check that the "
                    + "tomography control is armed, and the wiring.");
            }
            abort.pause(LOOK);
        }
        while (input()) {
            abort.pause(LOOK);
        }
    }

    private synchronized String identifier(final ScanRequest asked) {
        final String counted = setup.scanId().replace(NUMBER, String.format(Locale.ROOT, "%04d", number));
        number++;
        return new RequestText(counted).fill(asked, value -> value);
    }

    private void output(final boolean asserted) throws IOException {
        if (setup.signal().output() == TtlSignal.Output.DTR) {
            lines.setDtr(asserted);
        } else {
            lines.setRts(asserted);
        }
    }

    private boolean input() throws IOException {
        return switch (setup.signal().input()) {
            case CTS -> lines.cts();
            case DSR -> lines.dsr();
            case DCD -> lines.dcd();
        };
    }

    /** Closing it again does nothing. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (ControlLines closing = lines) {
            super.close();
            output(false);
        }
    }
}
