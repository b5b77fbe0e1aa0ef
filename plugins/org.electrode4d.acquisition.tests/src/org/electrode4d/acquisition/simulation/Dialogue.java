// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.acquisition.VirtualClock;

/** A conversation with a simulated instrument, line by line. */
final class Dialogue {

    private final InProcessLink link;
    private final VirtualClock clock;
    private final StringBuilder heard = new StringBuilder();

    Dialogue(final InstrumentServer server, final VirtualClock clock) {
        this.link = new InProcessLink(server, clock);
        this.clock = clock;
    }

    void tell(final String... lines) {
        try {
            for (final String line : lines) {
                link.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line, or what has come of it after two seconds. */
    String hear() {
        final byte[] buffer = new byte[256];
        final double deadline = clock.seconds() + 2;
        try {
            while (heard.indexOf("\n") < 0) {
                final int count = link.read(buffer, deadline);
                if (count == 0) {
                    final String part = heard.toString();
                    heard.setLength(0);
                    return part + "<silence>";
                }
                heard.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        final String line = heard.substring(0, heard.indexOf("\n"));
        heard.delete(0, line.length() + 1);
        return line;
    }

    List<String> hear(final int lines) {
        final List<String> all = new ArrayList<>();
        for (int n = 0; n < lines; n++) {
            all.add(hear());
        }
        return all;
    }

    String ask(final String line) {
        tell(line);
        return hear();
    }

    void pass(final double seconds) {
        clock.sleepUntil(clock.seconds() + seconds);
        tell("");
    }
}
