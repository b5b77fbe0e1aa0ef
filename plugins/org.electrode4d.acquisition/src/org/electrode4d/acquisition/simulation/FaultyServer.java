// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;

import org.electrode4d.acquisition.simulation.Fault.Kind;

/** An instrument with faults. The same seed and schedule give the same bytes for the same questions. */
public final class FaultyServer implements InstrumentServer {

    private record Delayed(double due, byte[] bytes) {
    }

    private final FaultyInstrument instrument;
    private final FaultSchedule schedule;
    private final Random random;
    private final Deque<Delayed> delayed = new ArrayDeque<>();
    private double now = Double.NEGATIVE_INFINITY;
    private byte[] before = new byte[0];

    /**
     * @param schedule in seconds of the clock of who hosts this
     * @param seed of the garbage
     */
    public FaultyServer(final FaultyInstrument instrument, final FaultSchedule schedule, final long seed) {
        this.instrument = instrument;
        this.schedule = schedule;
        this.random = new Random(seed);
    }

    @Override
    public void receive(final byte[] bytes, final double time) {
        pass(time);
        if (!schedule.isActive(Kind.COMMAND_LOST, time) && !schedule.isActive(Kind.UNPLUGGED, time)) {
            instrument.receive(bytes, time);
        }
    }

    @Override
    public double nextEvent() {
        final double late = delayed.isEmpty() ? Double.POSITIVE_INFINITY : delayed.peek().due;
        return Math.min(Math.min(instrument.nextEvent(), late), schedule.nextChange(now));
    }

    @Override
    public byte[] advance(final double time) {
        pass(time);
        final byte[] right = instrument.advance(time);
        if (right.length > 0) {
            final byte[] wrong = disturbed(right, time);
            before = right;
            final double last = delayed.isEmpty() ? time : delayed.peekLast().due;
            delayed.add(new Delayed(Math.max(last, time + delay(time)), wrong));
        }
        final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        while (!delayed.isEmpty() && delayed.peek().due <= time) {
            sent.writeBytes(delayed.poll().bytes);
        }
        return schedule.isActive(Kind.UNPLUGGED, time) ? new byte[0] : sent.toByteArray();
    }

    private void pass(final double time) {
        for (double next = schedule.nextChange(now); next <= time; next = schedule.nextChange(now)) {
            now = next;
            for (final Fault fault : schedule.faults()) {
                if (fault.start() == now) {
                    begin(fault);
                }
                if (fault.end() == now) {
                    end(fault);
                }
            }
        }
        now = Math.max(now, time);
    }

    private void begin(final Fault fault) {
        switch (fault.kind()) {
            case OVERFLOW -> instrument.overflow(true);
            case OFF_IGNORED -> instrument.ignoreOff((int)fault.amount());
            case LATCHED_ERROR -> instrument.latchError(now);
            case RESTART -> instrument.restart(now);
            default -> {
                // works on the bytes as they pass
            }
        }
    }

    private void end(final Fault fault) {
        switch (fault.kind()) {
            case OVERFLOW -> instrument.overflow(false);
            case OFF_IGNORED -> instrument.ignoreOff(0);
            case UNPLUGGED -> {
                // what was sent into the open end of a cable is lost
                instrument.advance(now);
                delayed.clear();
            }
            default -> {
                // works on the bytes as they pass
            }
        }
    }

    private double delay(final double time) {
        return schedule.faults().stream().filter(fault -> fault.kind() == Kind.DELAY && fault.isActive(time))
            .mapToDouble(Fault::amount).max().orElse(0);
    }

    private byte[] disturbed(final byte[] bytes, final double time) {
        byte[] result = bytes;
        if (schedule.isActive(Kind.OTHER_ANSWER, time)) {
            result = before;
        }
        if (schedule.isActive(Kind.GARBAGE, time)) {
            result = new byte[bytes.length];
            random.nextBytes(result);
        }
        if (schedule.isActive(Kind.HALF_LINE, time)) {
            result = Arrays.copyOf(result, result.length / 2);
        }
        return schedule.isActive(Kind.NO_ANSWER, time) ? new byte[0] : result;
    }
}
