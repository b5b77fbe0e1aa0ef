// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.link.Transcript;
import org.junit.jupiter.api.Test;

final class LineChannelTest {

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final ScriptedLink link = new ScriptedLink(clock, line -> line.equals("hello") ? "world\r\n" : null);
    private final List<String> transcript = new ArrayList<>();
    private final LineChannel channel = new LineChannel(link, clock, new Transcript() {
        @Override
        public void sent(final String line) {
            transcript.add("> " + line);
        }

        @Override
        public void received(final String line) {
            transcript.add("< " + line);
        }
    }, LineEnd.LF, LineEnd.LF);

    @Test
    void aQuestionAndItsAnswerAreWrittenDown() throws IOException {
        channel.begin(2);
        assertEquals("world", channel.query("hello"));
        assertEquals(List.of("hello"), link.sent);
        assertEquals(List.of("> hello", "< world"), transcript);
    }

    @Test
    void aLineMayComeInParts() throws IOException {
        link.comes(0.1, "ab");
        link.comes(0.2, "c\nde");
        link.comes(0.3, "f\n");
        channel.begin(2);
        assertEquals(Optional.empty(), channel.lineBefore(0.15));
        assertEquals("abc", channel.readLine());
        assertEquals("def", channel.readLine());
        assertEquals(0.3, clock.seconds());
    }

    @Test
    void halfALineInTimeIsNoAnswerAndIsShown() {
        link.comes(0.5, "4.2\u0007");
        channel.begin(2);
        final NoAnswerException e = assertThrows(NoAnswerException.class, channel::readLine);
        assertTrue(e.getMessage().contains("within 2.0 s; only \"4.2\\x07\" came"), e.getMessage());
        assertEquals(2, clock.seconds());
        assertEquals(List.of("< 4.2\u0007"), transcript);
    }

    @Test
    void allOfACallEndsInItsTime() throws IOException {
        link.comes(1.5, "one\n");
        link.comes(2.5, "two\n");
        channel.begin(2);
        assertEquals("one", channel.readLine());
        assertThrows(NoAnswerException.class, channel::readLine);
        assertEquals(2, clock.seconds());
    }

    @Test
    void whatIsThereBeforeAQuestionIsNotItsAnswer() throws IOException {
        link.comes(0.1, "late\nand half a li");
        clock.sleepUntil(1);
        channel.begin(2);
        assertEquals("world", channel.query("hello"));
        assertEquals(List.of("< late", "< and half a li", "> hello", "< world"), transcript);
    }

    @Test
    void aLineWithoutEndIsGivenUp() {
        link.comes(0.1, "x".repeat(10_000));
        channel.begin(2);
        final InvalidReadingException e = assertThrows(InvalidReadingException.class, channel::readLine);
        assertTrue(e.getMessage().contains("more than 4096 characters"), e.getMessage());
        assertTrue(clock.seconds() < 1);
    }

    @Test
    void silenceIsWaitedForButNotForEver() throws IOException {
        for (int i = 1; i < 10; i++) {
            link.comes(i * 0.05, "p" + i + "\n");
        }
        link.comes(0.5, "half");
        channel.begin(2);
        assertEquals("p9", channel.dropUntilQuiet());
        assertEquals(0.5 + LineChannel.QUIET, clock.seconds(), 0.02);
        for (int i = 1; i < 100; i++) {
            link.comes(1 + i * 0.05, "p" + i + "\n");
        }
        clock.sleepUntil(1);
        channel.begin(2);
        final NoAnswerException e = assertThrows(NoAnswerException.class, channel::dropUntilQuiet);
        assertTrue(e.getMessage().contains("does not stop sending; the last line was \"p"), e.getMessage());
        assertEquals(3, clock.seconds(), 0.1);
    }

    @Test
    void aCarriageReturnMayEndLines() throws IOException {
        final ScriptedLink other = new ScriptedLink(clock, line -> line + "!\r");
        final LineChannel old = new LineChannel(other, clock, Transcript.NONE, LineEnd.CR, LineEnd.CR);
        old.begin(2);
        assertEquals("a!", old.query("a"));
        assertEquals(List.of("a"), other.sent);
    }

    @Test
    void trustIsGivenAndTaken() {
        assertFalse(channel.trusted());
        channel.trust();
        assertTrue(channel.trusted());
        channel.distrust();
        assertFalse(channel.trusted());
    }
}
