// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** The class that docs/acquisition.md shows keeps the contract. */
class ExampleBeamLineTest extends ScanTriggerContract {

    @Override
    protected TomographyControl control() throws IOException {
        return new SimulatedBeamLine();
    }

    @Test
    void itIsTheOneInTheDocumentation() throws IOException {
        final Path root = Path.of(System.getProperty("electrode4d.root"));
        final String source = Files.readString(root.resolve("plugins/org.electrode4d.acquisition.tests/src/org/"
            + "electrode4d/acquisition/scan/ExampleBeamLine.java"));
        final String code = source.substring(source.indexOf("final class ExampleBeamLine"));
        assertTrue(Files.readString(root.resolve("docs/acquisition.md")).contains(code));
    }

    private static final class SimulatedBeamLine implements TomographyControl {

        private final TextServer server;
        private final BlockingQueue<String> started = new LinkedBlockingQueue<>();
        private volatile int scans;
        private volatile String state = "SCANNING";

        SimulatedBeamLine() throws IOException {
            server = TextServer.start(talk -> {
                for (String line = talk.request(); line != null; line = talk.in().readLine()) {
                    talk.say(answer(line) + "\n");
                }
            });
        }

        private String answer(final String line) {
            if (line.startsWith("PREPARE")) {
                assertEquals("PREPARE run 1_T", line.substring(0, line.length() - 1));
                scans++;
                state = "SCANNING";
                return "OK scan_" + scans;
            }
            if (line.equals("START")) {
                started.add(line);
                return "OK";
            }
            return state;
        }

        @Override
        public ScanTrigger trigger() {
            return new ExampleBeamLine("localhost", server.port());
        }

        private void awaitStart() throws InterruptedException {
            if (started.poll(30, TimeUnit.SECONDS) == null) {
                throw new AssertionError("nobody asks");
            }
            // a second request in a moment may follow one that was given up
            Thread.sleep(50);
        }

        @Override
        public String finish(final String scanId) throws Exception {
            awaitStart();
            state = "DONE";
            return "scan_" + scans;
        }

        @Override
        public boolean fail(final String reason) throws Exception {
            awaitStart();
            state = "FAULT " + reason;
            return true;
        }

        @Override
        public boolean vanish() {
            return false;
        }

        @Override
        public void close() throws Exception {
            server.close();
        }
    }
}
