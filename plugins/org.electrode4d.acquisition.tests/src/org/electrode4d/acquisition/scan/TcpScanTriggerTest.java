// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class TcpScanTriggerTest extends ScanTriggerContract {

    @Override
    protected TomographyControl control() throws IOException {
        return new LineControl();
    }

    /** Takes {@code scan T0}, tells its progress, and answers {@code DONE id} or {@code ERROR reason}. */
    private static final class LineControl implements TomographyControl {

        private final TextServer server;

        LineControl() throws IOException {
            final TextServer[] self = new TextServer[1];
            server = TextServer.start(talk -> {
                talk.say("taking it\r\n");
                self[0].keep(talk);
            });
            self[0] = server;
        }

        @Override
        public ScanTrigger trigger() {
            return new TcpScanTrigger(new ScanTriggerSetup.Tcp("localhost", server.port(),
                "scan {step} of {run} at {potential} V {charge} C", "^DONE (\\S+)", "^ERROR"));
        }

        @Override
        public String finish(final String scanId) throws Exception {
            final TextServer.Talk talk = server.next();
            assertEquals("scan T", talk.request().substring(0, 6));
            assertEquals(" of run 1 at 3.71 V 0.25 C", talk.request().substring(7));
            talk.say("projection 2505\r\nDONE " + scanId + "\r\n");
            return scanId;
        }

        @Override
        public boolean fail(final String reason) throws Exception {
            server.next().say("ERROR " + reason + "\n");
            return true;
        }

        @Override
        public boolean vanish() throws Exception {
            server.close();
            return true;
        }

        @Override
        public void close() throws Exception {
            server.close();
        }
    }

    private static String failure(final TextServer.Conversation conversation) throws Exception {
        try (TextServer server = TextServer.start(conversation)) {
            return ScanFailures.of(new TcpScanTrigger(new ScanTriggerSetup.Tcp("localhost", server.port(), "go",
                "DONE (.*)", "")), request("T0")).replace(":" + server.port(), ":port");
        }
    }

    @Test
    void aConnectionThatEndsWithoutAnAnswerIsAFailure() throws Exception {
        assertEquals("Scan T0 failed: tcp:localhost:port: The tomography control closed the connection without an "
            + "answer like 'DONE (.*)'. Find out there why, or correct the pattern of the answer.",
            failure(talk -> talk.socket().close()));
    }

    @Test
    void anEmptyIdentifierIsAFailure() throws Exception {
        assertEquals("Scan T0 was answered without an identifier. Check what the tomography control answers, and the "
            + "pattern that finds the identifier in it.", failure(talk -> talk.say("DONE \n")));
    }

    @Test
    void aFloodIsNotCollected() throws Exception {
        assertEquals("Scan T0 failed: tcp:localhost:port: The tomography control sent a line of more than 65536 "
            + "characters. Is something else listening at this port?", failure(talk -> talk.say("x".repeat(70_000))));
    }
}
