// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.util.Map;

import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.machine.Transition;
import org.electrode4d.acquisition.scan.ScanRequest;

/** What a log keeps. */
public sealed interface LogEvent {

    /**
     * The first record of a log.
     *
     * @param run identifier
     * @param protocol in its text form
     * @param instrument kind and address in their text form: all that is needed to reach the instrument again
     * @param identity what the instrument said it was
     * @param metadata of cell, electrode and environment
     */
    record Started(String run, String protocol, String instrument, Identity identity, Map<String, String> metadata)
        implements LogEvent {
        /** Copies the map. */
        public Started {
            metadata = Map.copyOf(metadata);
        }
    }

    /** A command to the instrument. */
    record Sent(String line) implements LogEvent {
    }

    /** An answer of the instrument. */
    record Received(String line) implements LogEvent {
    }

    /** A sample. */
    record Sampled(Sample sample) implements LogEvent {
    }

    /** A transition of the state machine. */
    record Changed(Transition transition) implements LogEvent {
    }

    /** A scan was asked for. */
    record ScanRequested(ScanRequest request) implements LogEvent {
    }

    /** A scan was finished. */
    record ScanFinished(String step, String scanId) implements LogEvent {
    }

    /** A scan failed or did not answer. */
    record ScanFailed(String step, String reason) implements LogEvent {
    }

    /** Something else that a reader should know: a resumption, a retry. */
    record Noted(String text) implements LogEvent {
    }

    /** The safe state: whether it was verified, and after how many attempts. */
    record MadeSafe(boolean verified, int attempts, String reason) implements LogEvent {
    }

    /** The last record: the protocol is done, or why it was not. */
    record Ended(boolean finished, String reason) implements LogEvent {
    }
}
