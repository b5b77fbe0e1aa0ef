// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the dialects share: lines in, lines out after a latency, a potentiostat behind them, and the faults that need to
 * know the instrument. Lines end with LF; CR is dropped.
 */
abstract class DialectServer implements InstrumentServer, FaultyInstrument {

    /** Seconds between a command and its answer. */
    static final double LATENCY = 0.005;

    private static final int LONGEST_LINE = 4096;

    private record Outgoing(double due, byte[] bytes) {
    }

    private final SimulatedPotentiostat potentiostat;
    private final Deque<Outgoing> outgoing = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private boolean overflows;

    DialectServer(final SimulatedPotentiostat potentiostat) {
        this.potentiostat = potentiostat;
    }

    /** A line has come, without its end. */
    abstract void handle(String command);

    /** When the instrument itself does something next; infinite if never. */
    double ownEvent() {
        return Double.POSITIVE_INFINITY;
    }

    /** Does what is due at {@link #ownEvent()}; time has passed up to then. */
    void runOwnEvent() {
        // most instruments do nothing by themselves
    }

    /** Forgets all settings, as after a loss of power. */
    abstract void forget();

    @Override
    public final void receive(final byte[] bytes, final double time) {
        pass(time);
        for (final byte b : bytes) {
            final char c = (char)(b & 0xff);
            if (c == '\n') {
                final String command = line.toString();
                line.setLength(0);
                handle(command);
            } else if (c != '\r' && line.length() < LONGEST_LINE) {
                line.append(c);
            }
        }
    }

    @Override
    public final double nextEvent() {
        final double sending = outgoing.isEmpty() ? Double.POSITIVE_INFINITY : outgoing.peek().due;
        return Math.min(sending, ownEvent());
    }

    @Override
    public final byte[] advance(final double time) {
        pass(time);
        final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        while (!outgoing.isEmpty() && outgoing.peek().due <= time) {
            sent.writeBytes(outgoing.poll().bytes);
        }
        return sent.toByteArray();
    }

    private void pass(final double time) {
        while (ownEvent() <= time) {
            potentiostat.advance(ownEvent());
            runOwnEvent();
        }
        potentiostat.advance(time);
    }

    /** Sends a line after the latency. */
    final void answer(final String text) {
        final double last = outgoing.isEmpty() ? Double.NEGATIVE_INFINITY : outgoing.peekLast().due;
        outgoing.add(new Outgoing(Math.max(last, potentiostat.now() + LATENCY),
            (text + "\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    final SimulatedPotentiostat potentiostat() {
        return potentiostat;
    }

    /** Whether measured values are to be sent as the instrument's sign of an overflow. */
    final boolean overflows() {
        return overflows;
    }

    @Override
    public final SimulatedCell cell() {
        return potentiostat.cell();
    }

    @Override
    public final void overflow(final boolean on) {
        overflows = on;
    }

    @Override
    public final void ignoreOff(final int times) {
        potentiostat.ignoreOff(times);
    }

    @Override
    public final void restart(final double time) {
        pass(time);
        outgoing.clear();
        line.setLength(0);
        potentiostat.restart();
        forget();
    }

    @Override
    public final void latchError(final double time) {
        pass(time);
        latchError();
    }

    /** Opens the relay and stays in an error until it is cleared. */
    abstract void latchError();
}
