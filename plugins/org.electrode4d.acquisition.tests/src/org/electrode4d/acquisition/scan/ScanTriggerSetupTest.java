// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.link.SerialControlLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ScanTriggerSetupTest {

    private static final TtlSignal SIGNAL =
        new TtlSignal(TtlSignal.Output.RTS, 0.1, TtlSignal.Input.DSR, TtlSignal.Meaning.DONE, 5);

    private static void refuses(final String message, final Executable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
    }

    private static ScanTriggerSetup.Http http(final String url, final String scanId) {
        return new ScanTriggerSetup.Http("POST", url, "", "", scanId, ScanTriggerSetup.Http.Progress.NONE);
    }

    @Test
    void whatCanNeverWorkIsRefused() {
        refuses("The port of the scan trigger is 0.0; it must be from 1.0 to 65535.0.",
            () -> new ScanTriggerSetup.Tcp("host", 0, "go", "DONE", ""));
        refuses("The host of the scan trigger is empty. Enter it.",
            () -> new ScanTriggerSetup.Tcp(" ", 1, "go", "DONE", ""));
        refuses("The request of the scan trigger has more than one line. Enter one line.",
            () -> new ScanTriggerSetup.Tcp("host", 1, "go\nhome", "DONE", ""));
        refuses("The text 'go {stepp}' has the place {stepp}, which is not known. Use {step}, {run}, {potential} or "
            + "{charge}.", () -> new ScanTriggerSetup.Tcp("host", 1, "go {stepp}", "DONE", ""));
        refuses("The pattern of the answer to the scan trigger is empty. Enter one, such as DONE (\\S+).",
            () -> new ScanTriggerSetup.Tcp("host", 1, "go", "", ""));
        refuses("The pattern '(' is no regular expression: Unclosed group at position 1.",
            () -> new ScanTriggerSetup.Tcp("host", 1, "go", "(", ""));
        refuses("The address 'localhost:80' of the scan trigger is no web address (it has no host). It must be like "
            + "http://host:8080/scans.", () -> http("localhost:80", "/id"));
        refuses("The command of the scan trigger is empty. Enter it.", () -> new ScanTriggerSetup.Command("", ""));
        refuses("The duration [s] of the scan trigger is NaN; it must be from 0.0 to 1000000.0.",
            () -> new ScanTriggerSetup.Simulated(Double.NaN));
    }

    @Test
    void eachTellsWhatItIs() {
        assertEquals("tcp:bl:7000", new ScanTriggerSetup.Tcp("bl", 7000, "go", "DONE", "").text());
        assertEquals("POST http://bl/scans", http("http://bl/scans", "/id").text());
        assertEquals("command: scan.sh", new ScanTriggerSetup.Command("scan.sh", "").text());
        assertEquals("lines RTS and DSR of serial:COM3",
            new ScanTriggerSetup.Ttl("COM3", SIGNAL, "{run}_{number}", 0).text());
        assertEquals("folder: scans", new ScanTriggerSetup.Folder(Path.of("scans"), 1).text());
        assertEquals("simulated scans of 780.0 s", new ScanTriggerSetup.Simulated(780).text());
    }

    @Test
    void eachIsOpened() throws IOException {
        final VirtualClock clock = new VirtualClock(Instant.EPOCH);
        for (final ScanTriggerSetup setup : new ScanTriggerSetup[] {
            new ScanTriggerSetup.Tcp("bl", 7000, "go", "DONE", ""), http("http://bl/scans", "/id"),
            new ScanTriggerSetup.Command("scan.sh", ""), new ScanTriggerSetup.Folder(Path.of("scans"), 1),
            new ScanTriggerSetup.Simulated(780)}) {
            setup.open(clock).close();
        }
    }

    @Test
    void aPortThatIsNotThereIsNamed() {
        assertEquals("serial:/dev/ttyNONE: There is no such port. Plug the device in, or choose another port.",
            assertThrows(IOException.class, () -> SerialControlLines.open("/dev/ttyNONE")).getMessage());
    }
}
