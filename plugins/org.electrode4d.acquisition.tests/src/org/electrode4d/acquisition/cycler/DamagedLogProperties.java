// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.volume.Progress;

/** Whatever happens to a file: it is read in order, or refused with its name. */
final class DamagedLogProperties {

    private static final List<String> LOGS = List.of(CyclingLogs.MACCOR, CyclingLogs.BIOLOGIC, CyclingLogs.NEWARE,
        CyclingLogs.NEWARE_MERGED, CyclingLogs.ORIGAFLEX, CyclingLogs.DELIMITED);
    private static final List<CyclerFormat> FORMATS = List.of(CyclerFormats.MACCOR, CyclerFormats.BIOLOGIC,
        CyclerFormats.NEWARE, CyclerFormats.NEWARE, CyclerFormats.ORIGAFLEX, CyclerFormats.DELIMITED);

    private static void readOrRefuse(final int which, final String text) throws IOException {
        final Path file = Files.createTempFile("damaged", ".log");
        try {
            CyclingLogs.write(file, text);
            final CyclingSeries series = FORMATS.get(which).read(file, which == 5 ? CyclingLogs.DELIMITED_OPTIONS
                : CyclerOptions.DEFAULT, Progress.NONE);
            for (int i = 0; i < series.size(); i++) {
                assertTrue(Double.isFinite(series.potential(i) + series.current(i) + series.charge(i)), text);
                assertTrue(i == 0 || series.time(i) >= series.time(i - 1), text);
            }
        } catch (CyclerFormatException e) {
            assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 1000)
    void aCharacterIsAnother(@ForAll @IntRange(max = 5) final int which,
        @ForAll @IntRange(max = 100_000) final int place, @ForAll @CharRange(from = 0, to = 255) final char other)
        throws IOException {
        final String log = LOGS.get(which);
        final int at = place % log.length();
        readOrRefuse(which, log.substring(0, at) + other + log.substring(at + 1));
    }

    @Property(tries = 500)
    void charactersAreMissing(@ForAll @IntRange(max = 5) final int which,
        @ForAll @IntRange(max = 100_000) final int place, @ForAll @IntRange(max = 300) final int count)
        throws IOException {
        final String log = LOGS.get(which);
        final int at = place % log.length();
        readOrRefuse(which, log.substring(0, at) + log.substring(Math.min(log.length(), at + count)));
    }

    @Property(tries = 300)
    void theEndIsMissing(@ForAll @IntRange(max = 5) final int which, @ForAll @IntRange(max = 100_000) final int place)
        throws IOException {
        readOrRefuse(which, LOGS.get(which).substring(0, place % LOGS.get(which).length()));
    }
}
