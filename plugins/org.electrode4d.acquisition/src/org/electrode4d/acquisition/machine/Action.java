// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import org.electrode4d.acquisition.Setpoint;

/** What is to be done after a transition. */
public sealed interface Action {

    /** Nothing: go on sampling. */
    record Continue() implements Action {
    }

    /** Apply a set point, and go on sampling. */
    record Apply(Setpoint setpoint) implements Action {
    }

    /**
     * Ask for a scan while the cell stays at open circuit, and go on sampling.
     *
     * @param step T0, T1, ...
     */
    record TriggerScan(String step) implements Action {
    }

    /** All is done: output off. */
    record Finish() implements Action {
    }

    /** Output off, at once. */
    record GoSafe(String reason) implements Action {
    }
}
