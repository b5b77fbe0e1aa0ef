// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

import org.electrode4d.acquisition.Clock;

/**
 * The log of a run on a disk: one record a line, in JSON with a checksum, appended and never changed. Every record is
 * handed to the operating system before {@link #append} returns; all that is more than talk with the instrument is
 * forced to the disk as well.
 *
 * <p>A line counts once its line end is written. After an append that failed, and on resuming a log that ends in the
 * midst of a line, the next record starts with {@code ~} and a line end: whatever lies before can never be taken for a
 * record. Numbers count the attempts, so a record that could not be kept shows as a gap.</p>
 *
 * <p>Safe for several threads. Works in an interrupted thread. Beside the log lie {@code run.log.lock}, which keeps a
 * second writer away, and {@code run.log.reserve}, 64 KiB that are freed when an append fails, for the safe state and
 * the end of the run to be logged on a full disk.</p>
 */
public final class RunLog implements LogSink, Closeable {

    private static final byte[] CLOSE_TORN_LINE = {(byte)LogLine.TORN, '\n'};

    private final LogFile file;
    private final Clock clock;
    private long number;
    private boolean torn;
    private boolean closed;

    private RunLog(final LogFile file, final Clock clock, final long number, final boolean torn) {
        this.file = file;
        this.clock = clock;
        this.number = number;
        this.torn = torn;
    }

    /**
     * A new log.
     *
     * @param file that does not exist yet, in a folder that does
     * @param clock of whose {@link Clock#instant()} each record gets its date and time of day
     * @throws IOException if it exists, if another run writes it, or if the disk is full
     */
    public static RunLog create(final Path file, final Clock clock) throws IOException {
        return create(file, clock, UnaryOperator.identity());
    }

    /** As {@link #create(Path, Clock)}, with faults put in between the log and its file. */
    public static RunLog create(final Path file, final Clock clock, final UnaryOperator<LogFile> faults)
        throws IOException {
        return new RunLog(faults.apply(DiskLogFile.create(file)), clock, 0, false);
    }

    /**
     * Goes on with a log whose writer was closed, killed or lost its power. The torn line that it may end with is
     * closed, and a note says that the run was resumed.
     *
     * @throws IOException if it holds no record, if another run writes it, or if the disk is full
     */
    public static RunLog resume(final Path file, final Clock clock) throws IOException {
        return resume(file, clock, UnaryOperator.identity());
    }

    /** As {@link #resume(Path, Clock)}, with faults put in between the log and its file. */
    public static RunLog resume(final Path file, final Clock clock, final UnaryOperator<LogFile> faults)
        throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": There is no such log. Check the name, or begin a new run.");
        }
        final LogLock lock = LogLock.take(file);
        final LogReport report;
        final LogFile disk;
        try {
            report = RunLogReader.read(file, logged -> { });
            if (report.records() == 0) {
                throw new IOException(file + ": The file holds no record of a run. Choose the log of a run, or begin "
                    + "a new run with a new log.");
            }
            disk = faults.apply(DiskLogFile.open(file, lock));
        } catch (IOException e) {
            throw DiskLogFile.release(lock, e);
        }
        final RunLog log = new RunLog(disk, clock, report.nextNumber(), report.openEnd() > 0);
        try {
            log.append(report.lastTime(), new LogEvent.Noted(resumption(report)));
        } catch (IOException e) {
            log.closeAfter(e);
            throw e;
        }
        return log;
    }

    private static String resumption(final LogReport report) {
        final String kept = "Resumed after " + report.records() + " records with " + report.samples() + " samples";
        return report.openEnd() > 0 ? kept + "; the last " + report.openEnd() + " bytes were no complete line"
            : kept;
    }

    private void closeAfter(final IOException reason) {
        try {
            file.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public synchronized void append(final double time, final LogEvent event) throws IOException {
        if (closed) {
            throw new IOException("The log of the run is closed: " + event + " cannot be kept.");
        }
        final byte[] line = LogLine.encode(new LogRecord(number, time, clock.instant(), event))
            .getBytes(StandardCharsets.US_ASCII);
        number++;
        final boolean afterFailure = torn;
        torn = true;
        try {
            file.append(bytes(line, afterFailure));
            if (mustSurvivePowerLoss(event)) {
                file.force();
            }
            torn = false;
        } catch (IOException e) {
            release(e);
            throw new IOException("Record " + (number - 1) + " of the log could not be kept (" + e.getMessage()
                + "). Check that the disk has space and is still there.", e);
        }
    }

    private static ByteBuffer bytes(final byte[] line, final boolean afterFailure) {
        final ByteBuffer bytes = ByteBuffer.allocate(CLOSE_TORN_LINE.length + line.length + 1);
        if (afterFailure) {
            bytes.put(CLOSE_TORN_LINE);
        }
        return bytes.put(line).put((byte)'\n').flip();
    }

    /** Talk with the instrument is many lines a second; the sample that it leads to takes it along to the disk. */
    private static boolean mustSurvivePowerLoss(final LogEvent event) {
        return !(event instanceof LogEvent.Sent || event instanceof LogEvent.Received);
    }

    private void release(final IOException reason) {
        try {
            file.releaseReserve();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Forces and closes it; closing it again does nothing. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (LogFile open = file) {
            open.force();
        }
    }
}
