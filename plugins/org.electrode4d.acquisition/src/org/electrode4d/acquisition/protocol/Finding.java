// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

/**
 * What a check found in a protocol.
 *
 * @param severity an error forbids the run
 * @param step name of the step; empty for the protocol as a whole
 * @param message what is wrong, with the value, and what to do about it
 */
public record Finding(Severity severity, String step, String message) {

    /** How bad it is. */
    public enum Severity {
        /** The protocol must not be run. */
        ERROR,
        /** The protocol can be run; look whether it is meant so. */
        WARNING
    }

    /** In one line. */
    @Override
    public String toString() {
        return severity + ": " + (step.isEmpty() ? "" : "Step '" + step + "': ") + message;
    }
}
