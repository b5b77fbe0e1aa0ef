// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.link.Link;

/** Something that answers lines by a function, in virtual time; and bytes that come by themselves at given times. */
final class ScriptedLink implements Link {

    private record Coming(double time, byte[] bytes) {
    }

    final List<String> sent = new ArrayList<>();
    private final VirtualClock clock;
    private final Function<String, String> answers;
    private final Deque<Coming> coming = new ArrayDeque<>();
    boolean closed;

    /** @param answers what is sent back, with its line ends; null for nothing */
    ScriptedLink(final VirtualClock clock, final Function<String, String> answers) {
        this.clock = clock;
        this.answers = answers;
    }

    /** Text comes at a second of the clock; later ones are told later. */
    void comes(final double time, final String text) {
        coming.add(new Coming(time, text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public String name() {
        return "script";
    }

    @Override
    public void write(final byte[] bytes) {
        for (final String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\r?[\n\r]", -1)) {
            sent.add(line);
            final String answer = answers.apply(line);
            if (answer != null) {
                comes(clock.seconds() + 0.01, answer);
            }
        }
        sent.remove(sent.size() - 1);
    }

    @Override
    public int read(final byte[] buffer, final double deadline) {
        if (coming.isEmpty() || coming.peek().time() > Math.max(deadline, clock.seconds())) {
            if (!Double.isInfinite(deadline)) {
                clock.sleepUntil(deadline);
            }
            return 0;
        }
        clock.sleepUntil(coming.peek().time());
        final Coming next = coming.poll();
        final int count = Math.min(buffer.length, next.bytes().length);
        System.arraycopy(next.bytes(), 0, buffer, 0, count);
        if (count < next.bytes().length) {
            coming.addFirst(new Coming(next.time(), Arrays.copyOfRange(next.bytes(), count, next.bytes().length)));
        }
        return count;
    }

    @Override
    public void drain() {
        coming.removeIf(next -> next.time() <= clock.seconds());
    }

    @Override
    public void close() {
        closed = true;
    }
}
