// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.Transcript;

/**
 * Lines of text to and from an instrument.
 *
 * <p>An answer that comes late must never be taken for the answer to the next question. So a channel is not trusted at
 * first and after anything that went wrong, until it is synchronised: its instrument waits until nothing comes any
 * more, asks something whose answer cannot be mistaken for any other, and drops all that comes before that answer. As
 * an instrument answers in order, nothing older can come after it. Bytes that are there before a question are dropped,
 * too. For one thread.</p>
 */
final class LineChannel implements Closeable {

    /** A longer line is none. */
    static final int MAX_LINE = 4096;

    /** Seconds without a byte after which nothing is on its way, unless an instrument is late. */
    static final double QUIET = 0.06;

    private final Link link;
    private final Clock clock;
    private final Transcript transcript;
    private final LineEnd sentEnd;
    private final byte receivedEnd;
    private final byte[] buffer = new byte[MAX_LINE];
    private byte[] pending = new byte[0];
    private double deadline;
    private double allowed;
    private boolean trusted;

    LineChannel(final Link link, final Clock clock, final Transcript transcript, final LineEnd sentEnd,
        final LineEnd receivedEnd) {
        this.link = link;
        this.clock = clock;
        this.transcript = transcript;
        this.sentEnd = sentEnd;
        this.receivedEnd = receivedEnd.last();
    }

    /** Everything that follows ends within so many seconds. */
    void begin(final double seconds) {
        allowed = seconds;
        deadline = clock.seconds() + seconds;
    }

    Clock clock() {
        return clock;
    }

    /** The address, for messages. */
    String name() {
        return link.name();
    }

    boolean trusted() {
        return trusted;
    }

    /** Something went wrong: nothing that comes is an answer until it is synchronised. */
    void distrust() {
        trusted = false;
    }

    /** Whoever knows that no answer is on its way says so. */
    void trust() {
        trusted = true;
    }

    /** Sends a line. */
    void send(final String line) throws IOException {
        send(List.of(line));
    }

    /** Sends lines at once. */
    void send(final List<String> lines) throws IOException {
        final StringBuilder text = new StringBuilder();
        for (final String line : lines) {
            transcript.sent(line);
            text.append(line).append(sentEnd.text());
        }
        link.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Drops what is there, sends a line and waits for the next. */
    String query(final String line) throws IOException {
        dropPending();
        send(line);
        return readLine();
    }

    private void dropPending() throws IOException {
        for (Optional<String> line = lineBefore(Double.NEGATIVE_INFINITY); line.isPresent();) {
            line = lineBefore(Double.NEGATIVE_INFINITY);
        }
        dropPart();
    }

    private String dropPart() {
        final String part = new String(pending, StandardCharsets.ISO_8859_1);
        if (!part.isEmpty()) {
            transcript.received(part);
            pending = new byte[0];
        }
        return part;
    }

    /**
     * The next line, without its end.
     *
     * @throws NoAnswerException if there is none in time, with the part of one that came
     */
    String readLine() throws IOException {
        final Optional<String> line = lineBefore(deadline);
        if (line.isPresent()) {
            return line.get();
        }
        final String part = dropPart();
        throw new NoAnswerException(name() + " did not answer within " + allowed + " s"
            + (part.isEmpty() ? "" : "; only " + quoted(part) + " came, without the end of the line")
            + ". Check that the instrument is switched on and connected, the port, and the baud rate.");
    }

    /**
     * The next line if it is complete before a second of the clock; a part of one is kept.
     *
     * @throws InvalidReadingException if it is too long to be one
     */
    Optional<String> lineBefore(final double time) throws IOException {
        int end = indexOfEnd();
        while (end < 0) {
            if (pending.length > MAX_LINE) {
                final String start = dropPart().substring(0, 40);
                throw new InvalidReadingException(name() + " sent a line of more than " + MAX_LINE
                    + " characters; it begins with " + quoted(start) + ". Check the baud rate.");
            }
            final int count = link.read(buffer, Math.min(time, deadline));
            if (count == 0) {
                return Optional.empty();
            }
            final int before = pending.length;
            pending = Arrays.copyOf(pending, before + count);
            System.arraycopy(buffer, 0, pending, before, count);
            end = indexOfEnd();
        }
        return Optional.of(take(end));
    }

    private int indexOfEnd() {
        for (int i = 0; i < pending.length; i++) {
            if (pending[i] == receivedEnd) {
                return i;
            }
        }
        return -1;
    }

    private String take(final int end) {
        final boolean carriageReturn = receivedEnd == '\n' && end > 0 && pending[end - 1] == '\r';
        final String line = new String(pending, 0, carriageReturn ? end - 1 : end, StandardCharsets.ISO_8859_1);
        pending = Arrays.copyOfRange(pending, end + 1, pending.length);
        transcript.received(line);
        return line;
    }

    /**
     * Drops all that comes until nothing came for a while.
     *
     * @return the last line that was dropped; empty if there was none
     * @throws NoAnswerException if it does not end in time
     */
    String dropUntilQuiet() throws IOException {
        String last = "";
        double quiet = clock.seconds() + QUIET;
        while (true) {
            final int before = pending.length;
            final Optional<String> line = lineBefore(quiet);
            if (line.isPresent()) {
                last = line.get();
            }
            if (line.isEmpty() && pending.length == before && clock.seconds() >= quiet) {
                dropPart();
                return last;
            }
            if (clock.seconds() >= deadline) {
                throw new NoAnswerException(name() + " does not stop sending; the last line was " + quoted(last)
                    + ". Something else than the expected instrument is connected, or it is in another mode.");
            }
            quiet = clock.seconds() + QUIET;
        }
    }

    /** A text as it can be shown: in quotation marks, not too long, without control characters. */
    static String quoted(final String text) {
        final StringBuilder shown = new StringBuilder("\"");
        text.chars().limit(120).forEach(c -> {
            if (c < ' ' || c > '~') {
                shown.append(String.format("\\x%02x", c));
            } else {
                shown.append((char)c);
            }
        });
        return shown.append(text.length() > 120 ? "...\"" : "\"").toString();
    }

    @Override
    public void close() throws IOException {
        link.close();
    }
}
