// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.instrument.Instrument;
import org.electrode4d.acquisition.instrument.InvalidReadingException;
import org.electrode4d.acquisition.instrument.NoAnswerException;
import org.electrode4d.acquisition.link.Transcript;

/**
 * Switches the output off and asks the instrument whether it is; again on fresh connections until it says so or the
 * time is over. Works from any state of instrument, connection and program: whatever is thrown, also an
 * {@link Error}, ends one attempt only; an interruption of the thread ends none, and is kept for later.
 */
public final class SafeState {

    private final InstrumentOpener opener;
    private final Optional<Identity> expected;
    private final Clock clock;
    private final SafeStateRetries retries;

    /**
     * @param expected what the instrument said it was, if that is known. Whatever is there is switched off, but only
     *            that instrument counts
     */
    public SafeState(final InstrumentOpener opener, final Optional<Identity> expected, final Clock clock,
        final SafeStateRetries retries) {
        this.opener = opener;
        this.expected = expected;
        this.clock = clock;
        this.retries = retries;
    }

    /**
     * Makes safe; throws nothing. Takes the time of the retries at most, and that of the attempt which is then under
     * way: three answer times of the instrument and the opening of the link.
     *
     * @param connection that there is, or null; it is closed at the end, like all that are opened
     * @param transcript hears the lines on fresh connections
     * @param pulse called at least every 0.2 s of waiting: tells whoever watches that this program is alive
     */
    public SafeStateOutcome reach(final Instrument connection, final Transcript transcript, final Runnable pulse) {
        final Patience patience = new Patience(clock, pulse);
        final List<String> failures = new ArrayList<>();
        final double start = clock.seconds();
        Instrument instrument = connection;
        boolean off = false;
        int attempts = 0;
        while (!off && mayBegin(attempts, clock.seconds() - start)) {
            patience.until(start + retries.earliest(attempts));
            off = instrument != null ? switchOff(instrument, failures) : switchOffAnew(transcript, failures);
            close(instrument, failures);
            instrument = null;
            attempts++;
        }
        patience.end();
        return new SafeStateOutcome(off, attempts, failures);
    }

    private boolean mayBegin(final int attempt, final double elapsed) {
        return attempt < 2 || attempt < retries.attempts() && elapsed < retries.time();
    }

    private boolean switchOffAnew(final Transcript transcript, final List<String> failures) {
        Instrument instrument = null;
        try {
            instrument = opener.open(transcript);
            return switchOff(instrument, failures) && isTheSame(instrument, failures);
        } catch (Throwable e) {
            failures.add(Reason.of(e));
            return false;
        } finally {
            close(instrument, failures);
        }
    }

    /** Asked last: an instrument in the midst of something may not be able to say what it is. */
    private boolean isTheSame(final Instrument instrument, final List<String> failures) throws IOException {
        if (expected.isEmpty()) {
            return true;
        }
        try {
            final Identity found = instrument.identify();
            if (found.serialNumber().equals(expected.get().serialNumber())) {
                return true;
            }
            failures.add("Another instrument answers: its serial number is " + found.serialNumber()
                + ", that of the run " + expected.get().serialNumber() + ".");
            return false;
        } catch (NoAnswerException | InvalidReadingException e) {
            // it has just said, in the language of the right one, that its output is off
            failures.add(Reason.of(e));
            return true;
        }
    }

    /** The output is asked for also where switching off gave an error: it may be off all the same. */
    private static boolean switchOff(final Instrument instrument, final List<String> failures) {
        try {
            instrument.outputOff();
        } catch (Throwable e) {
            failures.add(Reason.of(e));
        }
        try {
            if (instrument.output() == Instrument.Output.OFF) {
                return true;
            }
            failures.add("The instrument says that its output is on.");
        } catch (Throwable e) {
            failures.add(Reason.of(e));
        }
        return false;
    }

    private static void close(final Instrument instrument, final List<String> failures) {
        if (instrument != null) {
            try {
                instrument.close();
            } catch (Throwable e) {
                failures.add(Reason.of(e));
            }
        }
    }
}
