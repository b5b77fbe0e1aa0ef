// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.log.LogFile;

/** What happens at each record of a log: the disk is full, the program dies, the date and time of day is set. */
final class TrialDisk {

    private static final int RECORDS_BETWEEN_JUMPS = 100;

    private final Misfortune misfortune;
    private final VirtualClock clock;
    private int records;

    TrialDisk(final Misfortune misfortune, final VirtualClock clock) {
        this.misfortune = misfortune;
        this.clock = clock;
    }

    /** The file as one program sees it. */
    LogFile file(final LogFile file, final Life life) {
        return new LogFile() {
            @Override
            public void append(final ByteBuffer bytes) throws IOException {
                life.check();
                jump();
                fail(file, bytes, life);
                records++;
                file.append(bytes);
            }

            @Override
            public void force() {
                life.check();
            }

            @Override
            public void releaseReserve() throws IOException {
                life.check();
                file.releaseReserve();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    private void jump() {
        final List<Double> jumps = misfortune.clockJumps();
        final int next = records / RECORDS_BETWEEN_JUMPS - 1;
        if (records % RECORDS_BETWEEN_JUMPS == 0 && next >= 0 && next < jumps.size()) {
            clock.jump(jumps.get(next));
        }
    }

    private void fail(final LogFile file, final ByteBuffer bytes, final Life life) throws IOException {
        for (final Misfortune.ProgramFault fault : misfortune.program()) {
            final boolean now = fault.kill() ? records == fault.atRecord()
                : records >= fault.atRecord() && records < fault.atRecord() + fault.records();
            if (now) {
                records++;
                final ByteBuffer part = bytes.duplicate();
                part.limit(part.position() + (int)(part.remaining() * fault.share()));
                file.append(part);
                if (fault.kill()) {
                    throw life.end();
                }
                throw new IOException("No space left on device");
            }
        }
    }

    /** Records that were written or torn so far. */
    int records() {
        return records;
    }
}
