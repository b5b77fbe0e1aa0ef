// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.util.Locale;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.instrument.Instrument;
import org.electrode4d.acquisition.instrument.InvalidReadingException;
import org.electrode4d.acquisition.instrument.NoAnswerException;
import org.electrode4d.acquisition.log.LogEvent;

/** Takes readings, again where one was lost, for as long as the cell may be without. */
final class Sampler {

    private final RunTime time;
    private final RunJournal journal;
    private final int attempts;
    private final double tolerance;
    private double last;
    private long lost;

    /** @param tolerance seconds between two readings after which the instrument is lost */
    Sampler(final RunTime time, final RunJournal journal, final int attempts, final double tolerance) {
        this.time = time;
        this.journal = journal;
        this.attempts = attempts;
        this.tolerance = tolerance;
        this.last = time.seconds();
    }

    /**
     * The next reading, in seconds of the run.
     *
     * @throws IOException if there is none within the tolerance, or for any other failure of the instrument at once
     */
    Reading next(final Instrument instrument) throws IOException {
        for (int attempt = 1;; attempt++) {
            try {
                final Reading reading = time.of(instrument.read());
                if (reading.time() - last > tolerance) {
                    throw new IOException(gap(reading.time()));
                }
                last = reading.time();
                return reading;
            } catch (NoAnswerException | InvalidReadingException e) {
                lost++;
                journal.keep(new LogEvent.Noted("A reading was lost, attempt " + attempt + " of " + attempts + ": "
                    + Reason.of(e)));
                final double next = time.seconds() + instrument.range().answerTime();
                if (attempt >= attempts || next - last > tolerance) {
                    throw new IOException(gap(time.seconds()) + " Last failure: " + Reason.of(e), e);
                }
            }
        }
    }

    private String gap(final double now) {
        return String.format(Locale.ROOT, "There was no valid reading for %.2f s; %.2f s without one are tolerated, "
            + "and %d attempts.", now - last, tolerance, attempts);
    }

    /** Readings that were lost so far. */
    long lost() {
        return lost;
    }
}
