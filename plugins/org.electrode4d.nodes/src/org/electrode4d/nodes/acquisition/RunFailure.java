// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.electrode4d.acquisition.control.RunResult;
import org.electrode4d.acquisition.control.UnsafeEndException;
import org.electrode4d.nodes.execution.NodeFailure;
import org.knime.core.node.KNIMEException;

/** What a user reads when a run did not come to its end: why, whether the output is off, and where the log is. */
final class RunFailure {

    private static final String DISCONNECT = "Disconnect the cell now. Then look at the instrument.";
    private static final String GO_ON = "To go on where the run stood, set 'If the last run is unfinished' to "
        + "'Resume'.";

    private RunFailure() {
    }

    /** A run that had begun and ended before its time. */
    static KNIMEException of(final RunResult result, final Path log) {
        final String summary = "The run ended before its time: " + sentence(result.reason()) + " "
            + output(result.safeState().verified(), result.safeState().inWords()) + " " + where(log);
        return NodeFailure.of(summary, result.safeState().verified()
            ? List.of("Look at the curves and the log.", GO_ON).toArray(String[]::new) : new String[]{DISCONNECT});
    }

    /** A run that was not begun. */
    static KNIMEException notBegun(final Exception failure, final Path log) {
        final String unsafe = unsafe(failure);
        return unsafe.isEmpty() ? adding(failure, "No step was begun. " + where(log))
            : adding(failure, output(false, unsafe) + " " + DISCONNECT + " " + where(log));
    }

    /** A failure before anything was touched. */
    static KNIMEException untouched(final IOException failure) {
        return adding(failure, "Nothing was touched.");
    }

    /** A plain failure says itself what is to be done. */
    private static KNIMEException adding(final Exception failure, final String addition) {
        return failure.getClass() == IOException.class
            ? NodeFailure.of(failure, failure.getMessage() + " " + addition,
                "Do what the message says, then execute the node again.")
            : NodeFailure.adding(failure, addition);
    }

    /** A run that was cancelled, if it is not known whether its cell is safe; otherwise there is nothing to tell. */
    static void throwIfUnsafe(final CancellationException cancelled, final Path log) throws KNIMEException {
        final String unsafe = unsafe(cancelled);
        if (!unsafe.isEmpty()) {
            throw NodeFailure.of("The run was cancelled. " + output(false, unsafe) + " " + where(log), DISCONNECT);
        }
    }

    /** A run that was to be made safe only. */
    static KNIMEException notEnded(final String words, final Path log) {
        return NodeFailure.of(output(false, words) + " " + where(log), DISCONNECT);
    }

    /** A run that was to be made safe only, where that could not even be tried. */
    static KNIMEException notEnded(final IOException failure, final Path log) {
        return adding(failure, output(false, "The run was not ended.") + " " + where(log));
    }

    /** The run is over, but its log could not be closed. */
    static KNIMEException notClosed(final RunResult result, final IOException failure, final Path log) {
        return adding(failure, "The end of the log may be lost. " + sentence(result.reason()) + " "
            + output(result.safeState().verified(), result.safeState().inWords()) + " " + where(log));
    }

    /** The run is over, but its tables or pictures could not be made. */
    static KNIMEException notExported(final IOException failure, final Path log) {
        return NodeFailure.adding(failure, "This concerns tables and curves only: the run itself is over, and its "
            + "output off. "
            + where(log));
    }

    private static String unsafe(final Exception failure) {
        for (final Throwable suppressed : failure.getSuppressed()) {
            if (suppressed instanceof UnsafeEndException) {
                return suppressed.getMessage();
            }
        }
        return "";
    }

    private static String output(final boolean verified, final String words) {
        return verified ? words : "THE OUTPUT IS NOT VERIFIED TO BE OFF. " + words;
    }

    /** A log that holds nothing is removed. */
    private static String where(final Path log) {
        return log.toFile().length() > 0 ? "The log is " + log + "." : "No log was written.";
    }

    private static String sentence(final String text) {
        return text.matches("(?s).*[.!?]\\s*") ? text : text + ".";
    }
}
