// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RemainingTimeTest {

    private final AtomicLong clock = new AtomicLong(77);

    private void pass(final double seconds) {
        clock.addAndGet((long)(seconds * 1e9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "4    | 0.5  | , about 10 s left",
        "30   | 0.5  | , about 30 s left",
        "100  | 0.5  | , about 2 min left",
        "600  | 0.75 | , about 3 min left",
        "3600 | 0.25 | , about 3 h left",
        "3600 | 0.4  | , about 1.5 h left",
        "7200 | 0.1  | , about 18 h left"})
    void theRestIsGuessedFromTheRate(final double elapsed, final double fraction, final String text) {
        final RemainingTime remaining = new RemainingTime(clock::get);
        pass(elapsed);
        assertEquals(text, remaining.text(fraction));
    }

    @Test
    void nothingIsSaidTooEarlyOrAtTheEnd() {
        final RemainingTime remaining = new RemainingTime(clock::get);
        pass(2);
        assertEquals("", remaining.text(0.1));
        pass(100);
        assertEquals("", remaining.text(0.001));
        assertEquals("", remaining.text(1));
    }

    @Test
    void whatWasThereAlreadyDoesNotMakeTheRestLookFast() {
        final RemainingTime remaining = new RemainingTime(clock::get);
        remaining.give(0.5);
        pass(100);
        assertEquals(", about 5 min left", remaining.text(0.625));
    }

    @Test
    void nodesAreCounted() {
        final List<String> messages = new ArrayList<>();
        final Progress listener = new Progress() {
            @Override
            public void check() {
                // never cancelled
            }

            @Override
            public void report(final double fraction, final String message) {
                messages.add(Math.round(1000 * fraction) + ": " + message);
            }
        };
        final NodeProgress nodes = new NodeProgress(listener, "Node spacing 35", 1331, new RemainingTime(clock::get));
        nodes.skip(200);
        pass(60);
        nodes.block(400).report(0.5, "Correlating windows");
        nodes.finish(400);
        assertEquals(List.of("150: Node spacing 35: 200 of 1331 nodes",
            "301: Node spacing 35: 400 of 1331 nodes, about 5 min left",
            "451: Node spacing 35: 600 of 1331 nodes, about 2 min left"), messages);
    }
}
