// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.link.LinkAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One run on one instrument. That of another process is tested with the guard. */
class InstrumentLockTest {

    private static final LinkAddress BY_NAME = new LinkAddress.Tcp("localhost", 59_998);
    private static final LinkAddress BY_NUMBER = new LinkAddress.Tcp("127.0.0.1", 59_998);

    @TempDir
    private Path folder;

    @Test
    void aSecondRunIsRefusedUntilTheFirstHasEnded() throws IOException {
        final InstrumentLock first = InstrumentLock.acquire(BY_NAME, "one");
        final IOException e = assertThrows(IOException.class, () -> InstrumentLock.acquire(BY_NUMBER, "two"));
        assertEquals("The instrument at 127.0.0.1:59998 is in use by run one of this program. Wait until that has "
            + "ended, or choose another instrument.", e.getMessage());
        first.close();
        InstrumentLock.acquire(BY_NUMBER, "two").close();
        first.close();
    }

    @Test
    void closingTwiceGivesNobodyElsesLockAway() throws IOException {
        final InstrumentLock first = InstrumentLock.acquire(BY_NUMBER, "one");
        first.close();
        try (InstrumentLock second = InstrumentLock.acquire(BY_NUMBER, "two")) {
            first.close();
            assertThrows(IOException.class, () -> InstrumentLock.acquire(BY_NUMBER, "three"));
        }
    }

    @Test
    void whoHasItMayJustBeEnding() throws Exception {
        final InstrumentLock first = InstrumentLock.acquire(BY_NUMBER, "one");
        final Thread ending = new Thread(() -> {
            try {
                Thread.sleep(150);
                first.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        ending.start();
        InstrumentLock.acquire(BY_NUMBER, "two", new SystemClock(), 10).close();
        ending.join();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToAPortIsThePort() throws IOException {
        final Path port = Files.createFile(folder.resolve("ttyUSB0"));
        final Path link = Files.createSymbolicLink(folder.resolve("potentiostat"), port);
        try (InstrumentLock first = InstrumentLock.acquire(LinkAddress.Serial.of(port.toString(), 9600), "one")) {
            final IOException e = assertThrows(IOException.class,
                () -> InstrumentLock.acquire(LinkAddress.Serial.of(link.toString(), 115_200), "two"));
            assertTrue(e.getMessage().contains("in use by run one"), e.getMessage());
        }
    }
}
