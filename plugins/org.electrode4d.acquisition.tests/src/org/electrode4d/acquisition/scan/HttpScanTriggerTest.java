// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/** A request that is answered at the end of the scan; the end asked for is in {@link HttpProgressTest}. */
class HttpScanTriggerTest extends ScanTriggerContract {

    @Override
    protected TomographyControl control() throws IOException {
        return new WebControl();
    }

    /** Reads the head and the body of a request; empty if it has none. */
    static String body(final TextServer.Talk talk) throws IOException {
        final BufferedReader in = talk.in();
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        final StringBuilder body = new StringBuilder();
        for (int i = 0; i < length; i++) {
            body.append((char)in.read());
        }
        return body.toString();
    }

    static void answer(final TextServer.Talk talk, final int status, final String body) throws IOException {
        talk.say("HTTP/1.1 " + status + " x\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n"
            + body);
        talk.socket().close();
    }

    private static final class WebControl implements TomographyControl {

        private final TextServer server;

        WebControl() throws IOException {
            final TextServer[] self = new TextServer[1];
            server = TextServer.start(talk -> {
                final String body = body(talk);
                if (talk.request().startsWith("HEAD")) {
                    answer(talk, 404, "");
                } else {
                    assertTrue(body.matches("\\{\"name\": \"run 1_T\\d\", \"V\": 3.71\\}"), body);
                    self[0].keep(talk);
                }
            });
            self[0] = server;
        }

        @Override
        public ScanTrigger trigger() {
            return new HttpScanTrigger(new ScanTriggerSetup.Http("POST", "http://localhost:" + server.port()
                + "/scans?of={run}", "{\"name\": \"{run}_{step}\", \"V\": {potential}}", "application/json", "/scan/id",
                ScanTriggerSetup.Http.Progress.NONE));
        }

        @Override
        public String finish(final String scanId) throws Exception {
            final TextServer.Talk talk = server.next();
            assertEquals("POST /scans?of=run%201 HTTP/1.1", talk.request());
            answer(talk, 201, "{\"scan\": {\"id\": \"" + scanId + "\"}}");
            return scanId;
        }

        @Override
        public boolean fail(final String reason) throws Exception {
            answer(server.next(), 500, reason);
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

    private static String failure(final String answer, final String scanId) throws Exception {
        try (TextServer server = TextServer.start(talk -> {
            body(talk);
            answer(talk, 200, answer);
        })) {
            return ScanFailures.of(new HttpScanTrigger(new ScanTriggerSetup.Http("POST", "http://localhost:"
                + server.port() + "/", "", "", scanId, ScanTriggerSetup.Http.Progress.NONE)), request("T0"))
                .replace(":" + server.port(), ":port");
        }
    }

    @Test
    void anAnswerWithoutIdentifierIsAFailure() throws Exception {
        assertEquals("Scan T0 failed: POST http://localhost:port/: The answer '{\"a\": 1}' has no identifier of a scan "
            + "at '/id'. Correct where it is.", failure("{\"a\": 1}", "/id"));
        assertEquals("Scan T0 failed: POST http://localhost:port/: The answer 'hello' has no identifier of a scan at "
            + "'id=(.*)'. Correct where it is.", failure("hello", "id=(.*)"));
        assertEquals("Scan T0 failed: POST http://localhost:port/: The answer '<html>' is not JSON. Give a pattern "
            + "instead of the pointer /id.", failure("<html>", "/id"));
    }

    @Test
    void valuesAreHarmlessInJson() throws Exception {
        final String[] body = new String[1];
        try (TextServer server = TextServer.start(talk -> {
            body[0] = body(talk);
            answer(talk, 400, "");
        })) {
            ScanFailures.of(new HttpScanTrigger(new ScanTriggerSetup.Http("POST", "http://localhost:" + server.port()
                + "/", "{\"run\": \"{run}\"}", "application/json", "/id", ScanTriggerSetup.Http.Progress.NONE)),
                new ScanRequest("T0", "a\", \"dose\": \"9", 3.7, 0));
        }
        assertEquals("{\"run\": \"a\\\", \\\"dose\\\": \\\"9\"}", body[0]);
    }

    @Test
    void oneLostQuestionIsAskedAgain() throws Exception {
        final AtomicInteger questions = new AtomicInteger();
        try (TextServer server = TextServer.start(talk -> {
            body(talk);
            if (talk.request().startsWith("POST")) {
                answer(talk, 200, "id=s1");
            } else if (questions.incrementAndGet() < 3) {
                talk.socket().close();
            } else {
                answer(talk, 200, "failed: no beam");
            }
        })) {
            final String failure = ScanFailures.of(new HttpScanTrigger(new ScanTriggerSetup.Http("POST",
                "http://localhost:" + server.port() + "/", "", "", "id=(.*)", new ScanTriggerSetup.Http.Progress(
                    "http://localhost:" + server.port() + "/{scan}", "done", "failed", 0.01))), request("T0"));
            assertTrue(failure.contains("answered 'failed: no beam'"), failure);
        }
    }
}
