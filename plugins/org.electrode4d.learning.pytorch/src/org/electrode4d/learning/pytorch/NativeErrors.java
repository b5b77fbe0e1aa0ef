// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import java.util.function.Supplier;
import org.electrode4d.learning.engine.EngineException;

/** Turns failures inside PyTorch into errors that say what was being done. */
final class NativeErrors {

    private NativeErrors() { }

    /**
     * Computes something.
     *
     * @param action ends the sentence "PyTorch could not ..."
     * @throws EngineException if PyTorch fails
     */
    static <T> T named(final String action, final Supplier<T> computation) {
        try {
            return computation.get();
        } catch ( ai.djl.engine.EngineException e) {
            final String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            final String advice = message.contains("allocate memory")
                ? ". Use smaller tiles, a narrower network or a machine with more memory." : "";
            throw new EngineException("PyTorch could not " + action + ": " + message + advice, e);
        }
    }
}
