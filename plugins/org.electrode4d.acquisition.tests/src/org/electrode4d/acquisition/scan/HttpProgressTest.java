// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A request that is answered at once, and a second address that tells when the scan is done. */
class HttpProgressTest extends ScanTriggerContract {

    @Override
    protected TomographyControl control() throws IOException {
        return new QueueControl();
    }

    private static final class QueueControl implements TomographyControl {

        private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        private final TextServer server;
        private volatile int scans;
        private volatile String state = "";

        QueueControl() throws IOException {
            server = TextServer.start(talk -> {
                HttpScanTriggerTest.body(talk);
                if (talk.request().startsWith("POST")) {
                    scans++;
                    HttpScanTriggerTest.answer(talk, 200, "scan number " + scans + " is queued");
                    requests.add("scan");
                } else {
                    final boolean mine = talk.request().contains("/scans/" + scans + " ");
                    HttpScanTriggerTest.answer(talk, 200, "state: " + (mine ? state : "unknown"));
                }
            });
        }

        @Override
        public ScanTrigger trigger() {
            final String url = "http://localhost:" + server.port() + "/scans";
            return new HttpScanTrigger(new ScanTriggerSetup.Http("POST", url, "", "", "scan number (\\d+)",
                new ScanTriggerSetup.Http.Progress(url + "/{scan}", "finished", "failed", 0.01)));
        }

        private void take() throws InterruptedException {
            state = "taking";
            if (requests.poll(30, TimeUnit.SECONDS) == null) {
                throw new AssertionError("nobody asks");
            }
        }

        @Override
        public String finish(final String scanId) throws Exception {
            take();
            Thread.sleep(50);
            state = "finished";
            return Integer.toString(scans);
        }

        @Override
        public boolean fail(final String reason) throws Exception {
            take();
            state = "failed: " + reason;
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
}
