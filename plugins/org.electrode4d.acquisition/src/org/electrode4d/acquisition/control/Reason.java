// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.util.concurrent.CancellationException;

/** Why something failed, in words. */
final class Reason {

    private Reason() {
    }

    /** The message of a failure; its kind, where it has none or where it is an error of the program itself. */
    static String of(final Throwable failure) {
        final boolean told = failure.getMessage() != null && !failure.getMessage().isBlank();
        if (failure instanceof CancellationException) {
            return told ? failure.getMessage() : "The run was cancelled.";
        }
        if (told && failure instanceof IOException) {
            return failure.getMessage();
        }
        return told ? failure.getClass().getSimpleName() + ": " + failure.getMessage()
            : failure.getClass().getSimpleName();
    }
}
