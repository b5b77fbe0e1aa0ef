// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.util.ArrayList;
import java.util.List;

/** Counts records and samples as they are read, and remembers what is wrong. */
final class LogCheck {

    private static final int KEPT = 1000;

    private final List<LogDamage> damages = new ArrayList<>();
    private long damageCount;
    private long records;
    private long samples;
    private long nextNumber;
    private long nextSample;
    private double lastTime;

    void damaged(final long line, final LogDamage.Kind kind, final String why) {
        damageCount++;
        if (damages.size() < KEPT) {
            damages.add(new LogDamage(line, kind, why));
        }
    }

    /** Whether a record is to be taken; it is not if it was there before. */
    boolean accepts(final long line, final LogRecord logged) {
        if (logged.number() < nextNumber) {
            damaged(line, LogDamage.Kind.RECORD_REPEATED, "record " + logged.number() + " comes again or too late, "
                + "after record " + (nextNumber - 1));
            return false;
        }
        if (logged.number() > nextNumber) {
            damaged(line, LogDamage.Kind.RECORDS_LOST, missing("record", nextNumber, logged.number() - 1));
        }
        records++;
        nextNumber = logged.number() + 1;
        lastTime = logged.time();
        if (logged.event() instanceof LogEvent.Sampled sampled) {
            count(line, sampled.sample().number());
        }
        return true;
    }

    private void count(final long line, final long sample) {
        if (sample < nextSample) {
            damaged(line, LogDamage.Kind.SAMPLE_REPEATED, "sample " + sample + " comes again or too late, after "
                + "sample " + (nextSample - 1));
        } else if (sample > nextSample) {
            damaged(line, LogDamage.Kind.SAMPLES_LOST, missing("sample", nextSample, sample - 1));
        }
        samples++;
        nextSample = Math.max(nextSample, sample + 1);
    }

    private static String missing(final String what, final long first, final long last) {
        return first == last ? what + " " + first + " is missing"
            : what + "s " + first + " to " + last + " are missing";
    }

    /**
     * @param line number of the open line
     * @param tail its bytes, without its end
     */
    LogReport report(final long line, final byte[] tail) {
        final List<LogDamage> all = new ArrayList<>(damages);
        if (tail.length > 0) {
            all.add(new LogDamage(line, LogDamage.Kind.TORN, "its end is missing: "
                + LogLine.content(tail, tail.length)));
        }
        return new LogReport(records, samples, nextNumber, lastTime, tail.length,
            damageCount + (tail.length > 0 ? 1 : 0), all);
    }
}
