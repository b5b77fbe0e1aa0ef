// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Scans that shall fail. */
final class ScanFailures {

    private ScanFailures() {
    }

    /** Message of the failure of a scan; closes the trigger. */
    static String of(final ScanTrigger trigger, final ScanRequest request) throws Exception {
        final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try (trigger) {
            trigger.start(request);
            while (System.nanoTime() < end) {
                trigger.poll().ifPresent(answer -> {
                    throw new AssertionError("it was answered: " + answer);
                });
                Thread.sleep(1);
            }
            throw new AssertionError("it did not fail");
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
