// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogRecord;
import org.electrode4d.acquisition.log.LogSink;

/** A log in memory, on a disk that fails as it is told. */
final class FakeLog implements LogSink {

    final List<LogRecord> records = new ArrayList<>();
    LongPredicate fails = attempt -> false;
    /** What happens after the record of a number. */
    Runnable after = () -> { };
    private final Clock clock;
    private long attempts;

    FakeLog(final Clock clock) {
        this.clock = clock;
    }

    @Override
    public void append(final double time, final LogEvent event) throws IOException {
        if (fails.test(attempts++)) {
            throw new IOException("No space left on device");
        }
        records.add(new LogRecord(records.size(), time, clock.instant(), event));
        after.run();
    }

    <T extends LogEvent> Stream<T> events(final Class<T> kind) {
        return records.stream().map(LogRecord::event).filter(kind::isInstance).map(kind::cast);
    }

    List<Sample> samples() {
        return events(LogEvent.Sampled.class).map(LogEvent.Sampled::sample).toList();
    }

    LogEvent last() {
        return records.get(records.size() - 1).event();
    }
}
