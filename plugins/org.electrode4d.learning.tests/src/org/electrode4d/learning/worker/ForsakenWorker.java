// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import java.io.IOException;
import java.nio.file.Path;

import org.electrode4d.learning.network.Tensor;
import org.electrode4d.volume.Progress;

/** A program that does not close its worker: it waits for it for ever, or with the argument {@code exit} ends. */
final class ForsakenWorker {

    private ForsakenWorker() { }

    public static void main(final String[] arguments) throws IOException {
        final WorkerEngine engine = FakeWorkers.start(Path.of(arguments[0]), Progress.NONE);
        System.out.println("started");
        if (arguments.length > 1 && arguments[1].equals("exit")) {
            System.exit(0);
        }
        FakeWorkers.open(engine, FakeEngine.Fault.HANG).predict(Tensor.zeros(1, 1, 1, 1));
    }
}
